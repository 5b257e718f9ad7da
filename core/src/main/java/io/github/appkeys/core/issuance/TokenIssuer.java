package io.github.appkeys.core.issuance;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.StoredToken;

/** Creates appTokens within the limit of a realm. */
public final class TokenIssuer {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final long maxTokenAgeSeconds;

    /** @param maxTokenAgeSeconds the longest life of an appToken in seconds; 0 for no limit */
    public TokenIssuer(long maxTokenAgeSeconds) {
        this.maxTokenAgeSeconds = maxTokenAgeSeconds;
    }

    /**
     * A new appToken. The secret is known here only.
     *
     * @param appToken the secret
     * @param row      what is stored of it
     */
    public record Issued(AppToken appToken, StoredToken row) {
    }

    /**
     * Creates an appToken.
     *
     * @param expiresAt when it should end; null for never. The realm's limit shortens a longer life
     * @param createdBy the name of the user who creates it
     * @throws InvalidValueException where it would expire before it is created
     */
    public Issued issue(Instant expiresAt, Instant now, String createdBy) {
        AppToken token = AppToken.generate(RANDOM);
        return new Issued(token, new StoredToken(UUID.randomUUID().toString(), token.hash(), token.hint(), now,
                createdBy, limited(expiresAt, now)));
    }

    /** @throws InvalidValueException where the moment is not in the future */
    static void requireFuture(Instant expiresAt, Instant now) {
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw new InvalidValueException("expiresAt is not in the future");
        }
    }

    private Instant limited(Instant requested, Instant now) {
        requireFuture(requested, now);
        if (maxTokenAgeSeconds == 0) {
            return requested;
        }
        Instant latest = now.plusSeconds(maxTokenAgeSeconds);
        return requested == null || requested.isAfter(latest) ? latest : requested;
    }
}
