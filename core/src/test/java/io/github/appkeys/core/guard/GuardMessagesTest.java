package io.github.appkeys.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardMessagesTest {

    private static final GuardMessages WORDS = new GuardMessages("shop");

    @ParameterizedTest
    @CsvSource({
        "clientId, create a pair at POST /admin/realms/shop/app-keys instead",
        "secret, renew its appToken at POST /admin/realms/shop/app-keys/erp/renewal instead",
        "clientAuthenticatorType, renew its appToken",
        "client.secret.rotated, renew its appToken",
        "appKeys.clientSecretUntil, renew its appToken",
        "publicClient, make another client instead",
        "directAccessGrantsEnabled, grant_type=client_credentials only"})
    void nameTheRightWay(String setting, String way) {
        assertThat(WORDS.change("erp", List.of(setting)))
                .startsWith("erp is an API client: only a key manager (role manage-app-keys) may change its " + setting)
                .contains(way);
    }

    @Test
    void nameAllSettingsAndTheWayOfTheMostImportant() {
        assertThat(WORDS.change("erp", List.of("publicClient", "secret")))
                .contains("may change its publicClient, secret. For a new secret");
    }

    @Test
    void ofARemovalAndOfAClaim() {
        assertThat(WORDS.removal("erp")).contains("DELETE /admin/realms/shop/app-keys/erp", "disable it instead");
        assertThat(WORDS.power("erp")).startsWith("erp is an API client").contains("may map all of its roles");
        assertThat(WORDS.creation()).contains("POST /admin/realms/shop/app-keys", "clientAuthenticatorType app-key");
    }
}
