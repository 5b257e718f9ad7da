package io.github.appkeys.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientProtectionTest {

    private static final ClientProtection SAFE = new ClientProtection(Map.ofEntries(
            Map.entry("clientId", "erp"), Map.entry("clientAuthenticatorType", "app-key"),
            Map.entry("protocol", "openid-connect"), Map.entry("serviceAccountsEnabled", "true"),
            Map.entry("publicClient", "false"), Map.entry("bearerOnly", "false"),
            Map.entry("standardFlowEnabled", "false"), Map.entry("implicitFlowEnabled", "false"),
            Map.entry("directAccessGrantsEnabled", "false"), Map.entry("oidc.ciba.grant.enabled", "false"),
            Map.entry("client.secret.rotated", "old"), Map.entry("appKeys.clientSecretUntil", "2099-01-01T00:00:00Z")));

    @ParameterizedTest
    @CsvSource({
        "clientId, other",
        "clientAuthenticatorType, client-secret",
        "clientAuthenticatorType, ''",
        "clientAuthenticatorType, APP-KEY",
        "secret, another",
        "protocol, saml",
        "serviceAccountsEnabled, false",
        "publicClient, true",
        "bearerOnly, true",
        "standardFlowEnabled, true",
        "implicitFlowEnabled, true",
        "directAccessGrantsEnabled, true",
        "oauth2.device.authorization.grant.enabled, true",
        "oidc.ciba.grant.enabled, TRUE",
        "standard.token.exchange.enabled, true",
        "oauth2.jwt.authorization.grant.enabled, true",
        "client.secret.rotated, new",
        "client_credentials.use_refresh_token, true",
        "appKeys.clientSecretUntil, 2999-01-01T00:00:00Z",
        "appKeys.clientSecretUntil, ''",
        "appKeys.somethingNew, x"})
    void isUndoneByOneChange(String setting, String value) {
        assertThat(SAFE.undoneBy(SAFE.with(Map.of(setting, value)))).containsExactly(setting);
    }

    @ParameterizedTest
    @CsvSource({
        "standard.token.exchange.enabled, false",
        "standard.token.exchange.enabled, ''",
        "oidc.ciba.grant.enabled, ''",
        "client.secret.rotated, ''",
        "appKeys.somethingNew, ''",
        "clientId, erp"})
    void isNotUndoneByWhatComesToTheSameOrIsGood(String setting, String value) {
        assertThat(SAFE.undoneBy(SAFE.with(Map.of(setting, value)))).isEmpty();
    }

    @Test
    void isUndoneByWhatIsNotThereAnyMore() {
        Map<String, String> settings = new HashMap<>(SAFE.settings());
        settings.remove("appKeys.clientSecretUntil");

        assertThat(SAFE.undoneBy(new ClientProtection(settings))).containsExactly("appKeys.clientSecretUntil");
    }

    @Test
    void namesAllThatIsUndoneAndNothingThatWasBadBefore() {
        ClientProtection bad = SAFE.with(
                Map.of("implicitFlowEnabled", "true", "clientAuthenticatorType", "client-jwt"));

        assertThat(bad.undoneBy(bad)).isEmpty();
        assertThat(bad.undoneBy(SAFE)).isEmpty();
        assertThat(bad.undoneBy(bad.with(Map.of("publicClient", "true", "bearerOnly", "true"))))
                .containsExactly("bearerOnly", "publicClient");
        assertThat(bad.undoneBy(bad.with(Map.of("clientAuthenticatorType", "client-secret"))))
                .containsExactly("clientAuthenticatorType");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        true,  app-key,       false, true,  app-key,       false, false
        false, app-key,       false, true,  app-key,       false, true
        true,  app-key,       false, false, app-key,       false, false
        true,  client-secret, false, true,  app-key,       false, true
        true,  app-key,       true,  true,  app-key,       false, true
        false, app-key,       false, true,  client-secret, false, false
        false, client-secret, true,  false, app-key,       false, false
        """)
    void isReopenedByWhatMakesThePairWork(String enabled, String authenticator, String isPublic, String thenEnabled,
            String thenAuthenticator, String thenPublic, boolean reopened) {
        ClientProtection before = SAFE.with(Map.of("enabled", enabled, "clientAuthenticatorType", authenticator,
                "publicClient", isPublic));
        ClientProtection after = SAFE.with(Map.of("enabled", thenEnabled, "clientAuthenticatorType", thenAuthenticator,
                "publicClient", thenPublic));

        assertThat(before.reopenedBy(after)).isEqualTo(reopened);
        assertThat(before.undoneBy(after)).doesNotContain("enabled");
    }
}
