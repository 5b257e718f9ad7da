package io.github.appkeys.core.jpa.buffers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.appkeys.core.jpa.usage.UsageWriter;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.usage.UsageLog;

/**
 * Counts of exchanges that are not in the database yet. Those of pairs that were read are kept apart from those that
 * may name any text as an appKey: made-up appKeys push out nothing but each other.
 */
public final class PendingUsage implements UsageLog {

    /** The outcome of an accepted exchange. */
    public static final String ACCEPTED = "ACCEPTED";

    /** The most counts of appKeys that may be made up. */
    static final int MAX = 10_000;
    /** So many of them are written at once: the writer drops the made-up ones, long before there is no room. */
    static final int HASTE = MAX / 5;

    /** The number of pairs is the bound; this one only keeps an error of ours from filling the memory. */
    private static final int MAX_OF_PAIRS = 500_000;

    /** Reasons that are found after the pair was read. */
    private static final Set<Reason> OF_PAIRS = EnumSet.of(Reason.WRONG_TOKEN, Reason.ENDED_TOKEN, Reason.DISABLED,
            Reason.EXPIRED, Reason.ADDRESS_NOT_ALLOWED, Reason.NO_ROLE, Reason.GRANT_NOT_ALLOWED);

    private final WriteBehind<Key, Long> ofRealms = buffer(MAX_OF_PAIRS);
    private final WriteBehind<Key, Long> ofPairs = buffer(MAX_OF_PAIRS);
    private final WriteBehind<Key, Long> ofAnyKey = buffer(MAX);
    private volatile Runnable writer = () -> { };

    /**
     * What is counted.
     *
     * @param appKey  of the pair, which need not exist; empty for the whole realm
     * @param day     days since 1970-01-01 in UTC
     * @param outcome the name of a reason, or {@link #ACCEPTED}
     */
    public record Key(String realmId, String appKey, int day, String outcome) {

        /** Whether it is the count of the whole realm. */
        public boolean isOfRealm() {
            return appKey.isEmpty();
        }
    }

    @Override
    public void add(String realmId, Optional<AppKey> appKey, Optional<Reason> refused, Instant at) {
        int day = day(LocalDate.ofInstant(at, ZoneOffset.UTC));
        String outcome = refused.map(Reason::name).orElse(ACCEPTED);
        ofRealms.add(new Key(realmId, "", day, outcome), 1L);
        // one that does not exist is no pair's
        appKey.filter(key -> refused.filter(Reason.UNKNOWN_KEY::equals).isEmpty())
                .ifPresent(key -> (refused.map(OF_PAIRS::contains).orElse(true) ? ofPairs : ofAnyKey)
                        .add(new Key(realmId, key.value(), day, outcome), 1L));
        if (ofAnyKey.size() >= HASTE) {
            writer.run();
        }
    }

    /** @param soon has them written soon, and returns at once */
    public void writeWith(Runnable soon) {
        this.writer = soon;
    }

    /**
     * What is not written yet for a pair, or for the whole realm.
     *
     * @param appKey empty for the realm
     */
    public long of(String realmId, String appKey, LocalDate day, String outcome) {
        Key key = new Key(realmId, appKey, day(day), outcome);
        return pending().stream().mapToLong(buffer -> buffer.of(key).orElse(0L)).sum();
    }

    /** For {@link UsageWriter}. */
    public List<WriteBehind<Key, Long>> pending() {
        return List.of(ofRealms, ofPairs, ofAnyKey);
    }

    /** The number of a day in the database. */
    public static int day(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    private static WriteBehind<Key, Long> buffer(int max) {
        return new WriteBehind<>(max, Long::sum, PendingUsage::rest);
    }

    private static Long rest(long now, long written) {
        return now == written ? null : now - written;
    }
}
