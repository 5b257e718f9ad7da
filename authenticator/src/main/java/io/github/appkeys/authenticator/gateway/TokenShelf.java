package io.github.appkeys.authenticator.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The access tokens of one pair that may be used again. It is kept beside the cached service account, so it is gone as
 * soon as Keycloak evicts that. Safe for use by many threads.
 */
final class TokenShelf {

    static final int MAX_TOKENS = 8;
    static final int MAX_LENGTH = 8192;

    /** How much of its life a token is used. */
    private static final double USED = 0.8;

    /**
     * What a token was made for. Realm and pair are those of the service account.
     *
     * @param tokenId the id of the appToken that was presented
     * @param scope   the requested scopes; null for none
     * @param issuer  the address of the realm, as the request sees it
     * @param address the address of the caller, where a mapper puts it into the token; else null
     */
    record Purpose(String tokenId, String scope, String issuer, String address) {
    }

    /**
     * What must be the same when a token is used again.
     *
     * @param digest      of what the token is made of
     * @param realm       stands for the cached realm
     * @param clientStamp when Keycloak cached the client
     */
    record Conditions(String digest, Object realm, long clientStamp) {
    }

    /** The place of a token. Who makes one holds the lock, so that many first calls make one. */
    static final class Place {

        private final ReentrantLock lock = new ReentrantLock();
        private volatile Kept kept;

        private record Kept(TokenMint.Minted token, Conditions conditions, Instant until) {
        }

        ReentrantLock lock() {
            return lock;
        }

        /** The token, if it may be used; else null. */
        TokenMint.Minted token(Conditions conditions, Instant now) {
            Kept found = kept;
            boolean usable = found != null && now.isBefore(found.until) && !now.isBefore(found.token.at())
                    && found.conditions.equals(conditions);
            return usable ? found.token : null;
        }

        /** Keeps a token, unless it is too long or never ends. */
        void put(TokenMint.Minted token, Conditions conditions) {
            boolean fits = token.jwt().length() <= MAX_LENGTH && token.end() != null;
            kept = fits ? new Kept(token, conditions, until(token)) : null;
        }

        /** Forgets a token that must not be used again. */
        void remove() {
            kept = null;
        }

        private static Instant until(TokenMint.Minted token) {
            Duration life = Duration.between(token.at(), token.end());
            return token.at().plusMillis((long) (life.toMillis() * USED));
        }
    }

    private final Map<Purpose, Place> places = new LinkedHashMap<>(MAX_TOKENS, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Purpose, Place> eldest) {
            return size() > MAX_TOKENS;
        }
    };

    /** The place for a purpose; the one that was not used for the longest time gives way. */
    synchronized Place place(Purpose purpose) {
        return places.computeIfAbsent(purpose, missing -> new Place());
    }
}
