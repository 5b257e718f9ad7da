package io.github.appkeys.authenticator.leaks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.SecureRandom;
import java.util.List;

import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.pair.AppToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeakReportTest {

    private final String token = AppToken.generate(new SecureRandom()).reveal();

    @Test
    void readsBothForms() {
        LeakReport found = read("[{\"token\":\"" + token + "\",\"type\":\"t\",\"url\":\"u\",\"source\":\"s\"}]").get(0);
        assertThat(found.token()).isPresent();
        assertThat(found.type()).isEqualTo("t");
        assertThat(found.url()).isEqualTo("u");
        assertThat(found.toString()).doesNotContain(token);
        assertThat(read("{\"tokens\":[\"" + token + "\",\"x\"]}")).extracting(each -> each.token().isPresent())
                .containsExactly(true, false);
    }

    @Test
    void leavesOutEntriesOfAnotherForm() {
        assertThat(read("[1,null,[],{},{\"token\":1},{\"token\":\"x\",\"url\":{}},\"" + token + "\"]")).hasSize(1);
        assertThat(read("{\"tokens\":[1,null,{\"token\":\"x\"}]}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "1", "\"x\"", "{}", "{\"tokens\":1}", "{\"tokens\":[],\"more\":1}", "[", "[]x",
        "{\"tokens\":[],\"tokens\":[]}"})
    void refusesBodiesOfAnotherForm(String body) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> read(body));
    }

    private static List<LeakReport> read(String body) {
        return LeakReport.read(body.getBytes(UTF_8));
    }
}
