package io.github.appkeys.core.service.compat;

import java.util.Optional;
import java.util.stream.Stream;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCClientSecretConfigWrapper;
import org.keycloak.vault.VaultStringSecret;

/**
 * The secret that a client authenticates with. In Keycloak 26.7 it may be a reference to an entry of the vault,
 * {@code ${vault.key}}. In 26.4 and 26.5 the text itself is the secret. Can go with 26.5: then always from the vault.
 */
public final class ClientSecrets {

    private static final boolean IN_VAULT = Stream.of(OIDCClientSecretConfigWrapper.class.getMethods())
            .anyMatch(method -> method.getName().equals("validateSecret"));

    private ClientSecrets() {
    }

    /** The secret; empty where the client has none, or the vault lacks the entry that it refers to. */
    public static Optional<String> of(KeycloakSession session, ClientModel client) {
        String secret = client.getSecret();
        if (!IN_VAULT || secret == null) {
            return Optional.ofNullable(secret);
        }
        try (VaultStringSecret known = session.vault().getStringSecret(secret)) {
            return known.get();
        }
    }
}
