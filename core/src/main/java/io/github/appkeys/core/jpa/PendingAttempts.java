package io.github.appkeys.core.jpa;

import java.time.Instant;
import java.util.Optional;

import io.github.appkeys.core.diagnosis.AttemptLog;
import io.github.appkeys.core.diagnosis.Attempts;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.reason.Reason;

/**
 * Failed attempts that are not in the database yet. They need a bound, since a request may contain any text as its
 * appKey.
 */
final class PendingAttempts implements AttemptLog {

    static final int MAX = 10_000;

    private final WriteBehind<Key, Attempts> pending = new WriteBehind<>(MAX, Attempts::plus, PendingAttempts::rest);

    /** The pair and the reason; the pair need not exist. */
    record Key(String realmId, String appKey, Reason reason) {
    }

    @Override
    public void add(String realmId, AppKey appKey, Reason reason, Instant at, String address) {
        pending.add(new Key(realmId, appKey.value(), reason),
                new Attempts(reason, 1, at, LastUses.shortened(address)));
    }

    Optional<Attempts> of(String realmId, String appKey, Reason reason) {
        return pending.of(new Key(realmId, appKey, reason));
    }

    /** For {@link AttemptWriter}. */
    WriteBehind<Key, Attempts> pending() {
        return pending;
    }

    private static Attempts rest(Attempts now, Attempts written) {
        long count = now.count() - written.count();
        return count == 0 ? null : new Attempts(now.reason(), count, now.lastAt(), now.lastFrom());
    }
}
