package io.github.appkeys.core.exchange;

import java.time.Duration;
import java.time.Instant;

import io.github.appkeys.core.pair.AppKey;

/**
 * The credentials of a pair as they are kept beside Keycloak's cached service account. Whatever changes the pair drops
 * that cached account on all nodes; a node that missed the message reads them again when they are too old.
 *
 * @param appKey      whose they are: service accounts of two appKeys could have the same user name but for the case
 * @param credentials what was read
 * @param readAt      the moment before they were read
 */
public record CachedCredentials(AppKey appKey, PairCredentials credentials, Instant readAt) {

    /** How long they are used while the database cannot be read: nothing can be changed there in that time either. */
    static final Duration OUTAGE = Duration.ofMinutes(10);

    /** Whether they are young enough to accept a pair without the database. */
    public boolean isFresh(Instant now, Duration maxAge) {
        return isYounger(now, maxAge);
    }

    /** Whether they may be used now that the database cannot be read. */
    public boolean isUsableInOutage(Instant now) {
        return isYounger(now, OUTAGE);
    }

    /** A clock that was set back makes nothing younger. */
    private boolean isYounger(Instant now, Duration age) {
        return !now.isBefore(readAt) && now.isBefore(readAt.plus(age));
    }
}
