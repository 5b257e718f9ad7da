package io.github.appkeys.core.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import io.github.appkeys.core.exchange.Verdict;
import io.github.appkeys.core.reason.ErrorPage;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GatewayErrorTest {

    @Test
    void is401Or403() {
        for (Reason reason : Reason.refusals()) {
            assertThat(GatewayError.of(Verdict.refused(reason), Optional.empty()).status()).as(reason.name())
                    .isIn(401, 403, 503);
        }
        assertThat(of(Reason.EXPIRED).status()).isEqualTo(401);
        assertThat(of(Reason.NO_ROLE).status()).isEqualTo(403);
        assertThat(GatewayError.of(Verdict.sentTwice(Occurrence.of(Reason.DUPLICATE_HEADER).variant("twoWays")),
                Optional.empty()).status()).isEqualTo(401);
        assertThat(GatewayError.unavailable().status()).isEqualTo(503);
    }

    @ParameterizedTest
    @EnumSource(value = Reason.class, names = {"UNKNOWN_KEY", "WRONG_TOKEN"})
    void doesNotTellUnknownFromWrong(Reason reason) {
        assertThat(of(reason).json()).isEqualTo("{\"error\":\"invalid_client\",\"error_description\":\""
                + "Invalid client or Invalid client credentials\"}");
    }

    @Test
    void tellsThatAppKeysAreNotEnabled() {
        assertThat(of(Reason.NOT_ENABLED).json()).contains("\"app_key_reason\":\"NOT_ENABLED\"")
                .contains("App keys are not enabled in this realm");
    }

    @Test
    void isAsciiInOneLine() {
        GatewayError error = new GatewayError(403, "ROLE_MISSING", true, true, "insufficient_scope",
                "é \"quoted\" \\ \r\nX-Evil: 1 \u2028", null);

        assertThat(error.json()).matches("[ -~]+").isEqualTo("{\"error\":\"insufficient_scope\","
                + "\"error_description\":\"\\u00e9 \\\"quoted\\\" \\\\ \\u000d\\u000aX-Evil: 1 \\u2028\","
                + "\"app_key_reason\":\"ROLE_MISSING\"}");
    }

    @Test
    void fitsIntoAHeader() {
        assertThat(new GatewayError(403, "X", true, true, "e", "\u00e9".repeat(9000), null).json()).endsWith("\"X\"}")
                .matches(json -> json.length() <= GatewayError.MAX_LENGTH);
        GatewayError withPage = GatewayError.of(Verdict.refused(Reason.EXPIRED),
                ErrorPage.of("https://docs.example/" + "a".repeat(979)));
        assertThat(withPage.json()).doesNotContain("error_uri").endsWith("}");
        assertThat(GatewayError.of(Verdict.refused(Reason.EXPIRED), ErrorPage.of("https://docs.example/e")).json())
                .endsWith(",\"error_uri\":\"https://docs.example/e#EXPIRED\"}");
    }

    private static GatewayError of(Reason reason) {
        return GatewayError.of(Verdict.refused(reason), Optional.empty());
    }
}
