package io.github.appkeys.core.service.pairs;

import java.time.Instant;
import java.util.Optional;

import io.github.appkeys.core.ConflictException;
import io.github.appkeys.core.InvalidValueException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSecretConstants;
import org.keycloak.protocol.oidc.OIDCClientSecretConfigWrapper;

/** What Keycloak's client secret rotation says about the secrets of a client. */
final class SecretRotation {

    private final ClientModel client;

    SecretRotation(ClientModel client) {
        this.client = client;
    }

    /** When the client secret expires; empty for never. */
    Optional<Instant> expiresAt() {
        return moment(ClientSecretConstants.CLIENT_SECRET_EXPIRATION);
    }

    /** @throws InvalidValueException if the client secret has expired, so that Keycloak refuses it */
    void requireValid(Instant now) {
        expiresAt().filter(end -> !end.isAfter(now)).ifPresent(end -> {
            throw new InvalidValueException("The client secret expired at " + end + ": adopt the client without "
                    + "finishAt");
        });
    }

    /** @throws ConflictException if a rotated secret is still valid: it would end with the adoption */
    void requireNoOther(Instant now) {
        if (!OIDCClientSecretConfigWrapper.fromClientModel(client).hasRotatedSecret()) {
            return;
        }
        moment(ClientSecretConstants.CLIENT_ROTATED_SECRET_EXPIRATION_TIME).filter(end -> end.isAfter(now))
                .ifPresent(end -> {
                    throw new ConflictException("The client has a rotated secret that is valid until " + end
                            + ", and adoption keeps the current one only: wait until then, or invalidate the rotated "
                            + "secret on the page of the client, under Credentials");
                });
    }

    /** Keycloak keeps seconds; 0 for none. */
    private Optional<Instant> moment(String attribute) {
        String text = client.getAttribute(attribute);
        long seconds = text == null || text.isBlank() ? 0 : Long.parseLong(text);
        return seconds > 0 ? Optional.of(Instant.ofEpochSecond(seconds)) : Optional.empty();
    }
}
