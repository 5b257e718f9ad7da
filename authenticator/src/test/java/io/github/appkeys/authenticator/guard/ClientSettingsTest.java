package io.github.appkeys.authenticator.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import io.github.appkeys.core.guard.ClientProtection;
import org.junit.jupiter.api.Test;
import org.keycloak.models.CibaConfig;
import org.keycloak.models.ClientSecretConstants;
import org.keycloak.models.OAuth2DeviceConfig;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.util.JsonSerialization;

/** The rule knows no Keycloak, so its names are compared here. */
class ClientSettingsTest {

    @Test
    void attributesAreCalledAsKeycloakCallsThem() {
        assertThat(ClientProtection.ATTRIBUTES).containsExactly(
                OAuth2DeviceConfig.OAUTH2_DEVICE_AUTHORIZATION_GRANT_ENABLED, CibaConfig.OIDC_CIBA_GRANT_ENABLED,
                OIDCConfigAttributes.STANDARD_TOKEN_EXCHANGE_ENABLED,
                OIDCConfigAttributes.JWT_AUTHORIZATION_GRANT_ENABLED, ClientSecretConstants.CLIENT_ROTATED_SECRET,
                OIDCConfigAttributes.USE_REFRESH_TOKEN_FOR_CLIENT_CREDENTIALS_GRANT);
    }

    @Test
    void otherSettingsAreCalledAsInRepresentations() throws Exception {
        Map<String, String> settings = Map.of("clientId", "erp", "clientAuthenticatorType", "app-key",
                "protocol", OIDCLoginProtocol.LOGIN_PROTOCOL, "publicClient", "false", "bearerOnly", "false",
                "serviceAccountsEnabled", "true", "standardFlowEnabled", "false", "implicitFlowEnabled", "false",
                "directAccessGrantsEnabled", "false", "secret", "x");
        assertThat(JsonSerialization.writeValueAsString(JsonSerialization.readValue(
                "{\"authorizationServicesEnabled\":true}", ClientRepresentation.class)))
                .contains("authorizationServicesEnabled");

        ClientRepresentation read = JsonSerialization.readValue(JsonSerialization.writeValueAsString(settings),
                ClientRepresentation.class);

        assertThat(JsonSerialization.writeValueAsString(read)).contains(settings.keySet());
    }
}
