package io.github.appkeys.authenticator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import io.github.appkeys.core.exchange.PresentedPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginBodyTest {

    @Test
    void isAPair() {
        PresentedPair pair = read("{\"appkey\": \"erp\", \"apptoken\": \"apptoken_x\"}").orElseThrow();

        assertThat(pair.appKey().values()).containsExactly("erp");
        assertThat(pair.appToken().values()).containsExactly("apptoken_x");
        assertThat(pair.toString()).doesNotContain("apptoken_x").contains("field apptoken");
        assertThat(read("{}").orElseThrow().appKey().values()).isEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "1", "{", "{\"appkey\":1}", "{\"appkey\":null}", "{\"appkey\":[]}",
        "{\"appkey\":\"a\",\"appkey\":\"a\"}", "{\"appKey\":\"a\"}", "{\"appkey\":\"a\"} x", "{} {}", "appkey=a"})
    void isNothingElse(String body) {
        assertThat(read(body)).isEmpty();
    }

    @Test
    void isBounded() {
        assertThat(read("{\"appkey\":\"" + "a".repeat(4000) + "\"}")).isPresent();
        assertThat(read("{\"appkey\":\"" + "a".repeat(4096) + "\"}")).isEmpty();
        assertThat(read("[".repeat(4096))).isEmpty();
        assertThat(LoginBody.read(null)).isEmpty();
    }

    private static Optional<PresentedPair> read(String body) {
        return LoginBody.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
