package io.github.appkeys.core.jpa.buffers;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.appkeys.core.diagnosis.AttemptLog;
import io.github.appkeys.core.diagnosis.Attempts;
import io.github.appkeys.core.jpa.columns.ColumnText;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.reason.Reason;

/**
 * Failed attempts that are not in the database yet. Those that were refused after their pair was read are kept apart
 * from those that may name any text as an appKey: made-up appKeys cannot push out what is known of a pair.
 */
public final class PendingAttempts implements AttemptLog {

    /** The most attempts of appKeys that may be made up, by appKey and reason. */
    static final int MAX = 10_000;
    /** So many of them are written at once: the writer drops the made-up ones, long before there is no room. */
    static final int HASTE = MAX / 5;

    /** The number of pairs is the bound; this one only keeps an error of ours from filling the memory. */
    private static final int MAX_OF_PAIRS = 500_000;
    /** Reasons that are found after the pair was read. */
    private static final Set<Reason> OF_PAIRS = EnumSet.of(Reason.WRONG_TOKEN, Reason.ENDED_TOKEN, Reason.DISABLED,
            Reason.EXPIRED, Reason.ADDRESS_NOT_ALLOWED, Reason.NO_ROLE, Reason.GRANT_NOT_ALLOWED,
            Reason.ROLE_NOT_HELD);

    private final WriteBehind<Key, Attempts> ofPairs = buffer(MAX_OF_PAIRS);
    private final WriteBehind<Key, Attempts> ofAnyKey = buffer(MAX);
    private volatile Runnable writer = () -> { };
    private volatile Instant droppedAt;

    /** The pair and the reason; the pair need not exist. */
    public record Key(String realmId, String appKey, Reason reason) {
    }

    @Override
    public void add(String realmId, AppKey appKey, Reason reason, Instant at, String address) {
        WriteBehind<Key, Attempts> buffer = buffer(reason);
        if (!buffer.add(new Key(realmId, appKey.value(), reason),
                new Attempts(reason, 1, at, ColumnText.address(address)))) {
            droppedAt = at;
        }
        if (ofAnyKey.size() >= HASTE) {
            writer.run();
        }
    }

    public Optional<Attempts> of(String realmId, String appKey, Reason reason) {
        return buffer(reason).of(new Key(realmId, appKey, reason));
    }

    /** When an attempt was last dropped for want of room, of whatever pair; empty if none was. */
    public Optional<Instant> droppedAt() {
        return Optional.ofNullable(droppedAt);
    }

    /** @param soon has them written soon, and returns at once */
    public void writeWith(Runnable soon) {
        this.writer = soon;
    }

    /** For {@link AttemptWriter}. */
    public List<WriteBehind<Key, Attempts>> pending() {
        return List.of(ofPairs, ofAnyKey);
    }

    private WriteBehind<Key, Attempts> buffer(Reason reason) {
        return OF_PAIRS.contains(reason) ? ofPairs : ofAnyKey;
    }

    private static WriteBehind<Key, Attempts> buffer(int max) {
        return new WriteBehind<>(max, Attempts::plus, PendingAttempts::rest);
    }

    private static Attempts rest(Attempts now, Attempts written) {
        long count = now.count() - written.count();
        return count == 0 ? null : new Attempts(now.reason(), count, now.lastAt(), now.lastFrom());
    }
}
