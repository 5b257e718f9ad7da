package io.github.appkeys.core.issuance;

import java.security.SecureRandom;
import java.time.Instant;

import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.StoredToken;
import io.github.appkeys.core.service.settings.RealmSettingsAttributes;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Makes appTokens under the rules of a realm. */
public final class TokenIssuer {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final RealmModel realm;

    public TokenIssuer(RealmModel realm) {
        this.realm = realm;
    }

    /**
     * A new appToken, in the one moment in which it is known.
     *
     * @param appToken the secret
     * @param row      what is kept of it
     */
    public record Issued(AppToken appToken, StoredToken row) {
    }

    /**
     * @param expiresAt when it should end; null for never. The realm's limit cuts off what is longer
     * @param createdBy the name of the user who makes it
     * @throws InvalidValueException where it would expire before it is made
     */
    public Issued issue(Instant expiresAt, Instant now, String createdBy) {
        AppToken token = AppToken.generate(RANDOM);
        return new Issued(token, new StoredToken(KeycloakModelUtils.generateId(), token.hash(), token.hint(), now,
                createdBy, limited(expiresAt, now)));
    }

    /** @throws InvalidValueException where the moment is not in the future */
    static void requireFuture(Instant expiresAt, Instant now) {
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw new InvalidValueException("expiresAt is not in the future");
        }
    }

    private Instant limited(Instant wished, Instant now) {
        requireFuture(wished, now);
        long maxAge = RealmSettingsAttributes.read(realm).maxTokenAgeSeconds();
        if (maxAge == 0) {
            return wished;
        }
        Instant latest = now.plusSeconds(maxAge);
        return wished == null || wished.isAfter(latest) ? latest : wished;
    }
}
