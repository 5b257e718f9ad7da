package io.github.appkeys.authenticator.passwordgrants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import io.github.appkeys.core.passwordgrants.Cutoff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.util.JsonSerialization;

class PasswordGrantExecutorConfigTest {

    @Test
    void hasWhatTheProfileSays() throws IOException {
        PasswordGrantExecutorConfig config = config("{\"cutoff\":\"2026-11-13T14:00:00-02:00\","
                + "\"documentation-url\":\"https://example.org/\"}");

        assertThat(config.validateConfig()).isTrue();
        assertThat(config.cutoff()).contains(new Cutoff("2026-11-13T14:00:00-02:00"));
        assertThat(config.documentationUrl()).contains("https://example.org/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"cutoff\":null,\"documentation-url\":null}",
        "{\"cutoff\":\"\",\"documentation-url\":\"\"}"})
    void mayFollowTheRealm(String json) throws IOException {
        PasswordGrantExecutorConfig config = config(json);

        assertThat(config.validateConfig()).isTrue();
        assertThat(config.cutoff()).isEmpty();
        assertThat(config.documentationUrl()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"cutoff\":\"2026-11-13T14:00:00\"}", "{\"cutoff\":\"soon\"}", "{\"cutoff\":1}",
        "{\"cutoff\":{}}", "{\"cutoff\":[]}", "{\"cutoff\":true}", "{\"documentation-url\":\"docs\"}",
        "{\"documentation-url\":\"javascript:alert(1)\"}", "{\"documentation-url\":{}}"})
    void isNotSavedWhereItIsBadAndHasNoEffectWhereItIsKept(String json) throws IOException {
        PasswordGrantExecutorConfig config = config(json);

        assertThat(config.validateConfig()).isFalse();
        assertThat(config.cutoff()).isEmpty();
        assertThat(config.documentationUrl()).isEmpty();
    }

    private static PasswordGrantExecutorConfig config(String json) throws IOException {
        return JsonSerialization.mapper.convertValue(JsonSerialization.mapper.readTree(json),
                PasswordGrantExecutorConfig.class);
    }
}
