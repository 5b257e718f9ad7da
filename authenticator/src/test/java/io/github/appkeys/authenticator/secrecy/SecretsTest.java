package io.github.appkeys.authenticator.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            type=LOGIN_ERROR, username="apptoken_abc123", x="y"      | type=LOGIN_ERROR, username="apptoken_***", x="y"
            client_secret=apptoken_ab%zzcdEF&grant_type=x            | client_secret=apptoken_***&grant_type=x
            client_secret=apptoken%5Fabc                             | client_secret=apptoken%5F***
            APPTOKEN_ABC                                             | APPTOKEN_***
            [apptoken_1] (apptoken_2) apptoken_3;                    | [apptoken_***] (apptoken_***) apptoken_***;
            {"a":"apptoken_1\\"","b":2}                              | {"a":"apptoken_***\\"","b":2}
            GET /realms/shop/app-keys/claim/0Ab9?x=1 HTTP/1.1        | GET /realms/shop/app-keys/claim/-?x=1 HTTP/1.1
            uri: "/realms/shop/app-keys/claim/0Ab9"                  | uri: "/realms/shop/app-keys/claim/-"
            /app-keys/claim/'oX2PHSXnx4A41YAFYvNM446O?x=1            | /app-keys/claim/-?x=1
            /app-keys/claim/oX2P"HSXnx4A41YAFYvNM446O failed         | /app-keys/claim/- failed
            "apptoken_ab'cdefghijklmnopqrstuvwxyz"                   | "apptoken_***"
            apptoken_"cdefghijklmnopqrstuvwxyz                       | apptoken_***
            ["apptoken_","x"]                                        | ["apptoken_","x"]
            """)
    void removesAppTokensAndClaimCodes(String text, String expected) {
        assertThat(Secrets.removedFrom(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "apptoken_", "an appToken starts with apptoken_.", "/realms/shop/app-keys/claim/",
        "/admin/realms/shop/app-keys/erp"})
    void leavesOtherTextsAlone(String text) {
        assertThat(Secrets.removedFrom(text)).isSameAs(text);
    }

    @Test
    void anExceptionKeepsItsNameItsStackTraceAndItsCauses() {
        IllegalStateException cause = new IllegalStateException("broken: apptoken_abc");
        IllegalArgumentException thrown = new IllegalArgumentException("outer", cause);
        thrown.addSuppressed(new IllegalStateException("closing apptoken_def"));

        Throwable shown = SecretFreeThrowable.of(thrown);

        assertThat(shown).hasToString("java.lang.IllegalArgumentException: outer");
        assertThat(shown.getStackTrace()).isEqualTo(thrown.getStackTrace());
        assertThat(shown.getCause()).hasToString("java.lang.IllegalStateException: broken: apptoken_***");
        assertThat(shown.getSuppressed()[0]).hasToString("java.lang.IllegalStateException: closing apptoken_***");
    }

    @Test
    void anExceptionWithoutASecretStaysAsItIs() {
        IllegalArgumentException thrown = new IllegalArgumentException("outer", new IllegalStateException("inner"));

        assertThat(SecretFreeThrowable.of(thrown)).isSameAs(thrown);
        assertThat(SecretFreeThrowable.of(null)).isNull();
    }
}
