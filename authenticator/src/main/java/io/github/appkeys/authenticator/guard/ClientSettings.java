package io.github.appkeys.authenticator.guard;

import java.util.HashMap;
import java.util.Map;

import io.github.appkeys.core.guard.ClientProtection;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.representations.idm.ClientRepresentation;

/** Reads the protected settings of clients. */
final class ClientSettings {

    private ClientSettings() {
    }

    /** The settings of a client as it is. */
    static ClientProtection of(ClientModel client) {
        Map<String, String> settings = new HashMap<>();
        put(settings, ClientProtection.CLIENT_ID, client.getClientId());
        put(settings, ClientProtection.ENABLED, client.isEnabled());
        put(settings, ClientProtection.AUTHENTICATOR, client.getClientAuthenticatorType());
        put(settings, "protocol", client.getProtocol());
        put(settings, "publicClient", client.isPublicClient());
        put(settings, "bearerOnly", client.isBearerOnly());
        put(settings, "serviceAccountsEnabled", client.isServiceAccountsEnabled());
        put(settings, "standardFlowEnabled", client.isStandardFlowEnabled());
        put(settings, "implicitFlowEnabled", client.isImplicitFlowEnabled());
        put(settings, "directAccessGrantsEnabled", client.isDirectAccessGrantsEnabled());
        // they give the service account this role, which would count as a role of the pair
        put(settings, "authorizationServicesEnabled", client.getRole(Constants.AUTHZ_UMA_PROTECTION) != null);
        putProtected(settings, client.getAttributes());
        return new ClientProtection(settings);
    }

    /**
     * The settings of a client after a proposed update. What the representation leaves out does not change (see
     * RepresentationToModel.updateClient).
     */
    static ClientProtection proposed(ClientModel client, ClientRepresentation proposal) {
        Map<String, String> settings = new HashMap<>();
        put(settings, ClientProtection.CLIENT_ID, proposal.getClientId());
        put(settings, ClientProtection.ENABLED, proposal.isEnabled());
        put(settings, ClientProtection.AUTHENTICATOR, proposal.getClientAuthenticatorType());
        put(settings, "protocol", proposal.getProtocol());
        put(settings, "publicClient", proposal.isPublicClient());
        put(settings, "bearerOnly", proposal.isBearerOnly());
        put(settings, "serviceAccountsEnabled", proposal.isServiceAccountsEnabled());
        put(settings, "standardFlowEnabled", proposal.isStandardFlowEnabled());
        put(settings, "implicitFlowEnabled", proposal.isImplicitFlowEnabled());
        put(settings, "directAccessGrantsEnabled", proposal.isDirectAccessGrantsEnabled());
        put(settings, "authorizationServicesEnabled", proposal.getAuthorizationServicesEnabled());
        if (proposal.getSecret() != null && !proposal.getSecret().equals(client.getSecret())) {
            settings.put(ClientProtection.SECRET, "another");
        }
        if (proposal.getAttributes() != null) {
            putProtected(settings, proposal.getAttributes());
        }
        return of(client).with(settings);
    }

    private static void putProtected(Map<String, String> settings, Map<String, String> attributes) {
        attributes.forEach((name, value) -> {
            if (ClientProtection.isProtected(name)) {
                settings.put(name, value == null ? "" : value);
            }
        });
    }

    private static void put(Map<String, String> settings, String name, Object value) {
        if (value != null) {
            settings.put(name, value.toString());
        }
    }
}
