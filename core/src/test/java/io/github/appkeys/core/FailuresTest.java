package io.github.appkeys.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void aFailureIsLoggedWithoutTheMessageOfTheDatabase() {
        SQLException timeout = new SQLException("Timeout trying to lock row ('id', 'SHA-256', 'c0ffee')", "HYT00");

        assertThat(Failures.chain(new IllegalStateException("Could not write", timeout)))
                .isEqualTo("IllegalStateException, caused by SQLException (SQL state HYT00)");
    }

    @Test
    void causesWithoutEndAreCutOff() {
        Exception first = new Exception();
        Exception second = new Exception(first);
        first.initCause(second);

        assertThat(Failures.chain(first).split(", caused by ")).hasSize(10);
    }
}
