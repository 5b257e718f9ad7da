package io.github.appkeys.core.jpa.buffers;

import java.time.Instant;
import java.util.Optional;

import io.github.appkeys.core.diagnosis.DiagnosisStore.Use;
import io.github.appkeys.core.exchange.LastUseLog;
import io.github.appkeys.core.jpa.columns.ColumnText;

/**
 * When and from where each token was last used, until that is written. Threads that use the same token wait for each
 * other only while an entry of the map is replaced.
 */
public final class LastUses implements LastUseLog {

    /** By the ids of tokens that were exchanged: the number of tokens in the database is the bound. */
    private final WriteBehind<String, Use> pending = new WriteBehind<>(Integer.MAX_VALUE, LastUses::later,
            LastUses::unlessWritten);

    @Override
    public void add(String tokenId, Instant at, String address) {
        pending.add(tokenId, new Use(at, ColumnText.address(address)));
    }

    /** The last use that is not written yet. */
    public Optional<Use> of(String tokenId) {
        return pending.of(tokenId);
    }

    /** For {@link LastUseWriter}. */
    public WriteBehind<String, Use> pending() {
        return pending;
    }

    /** The later one of two uses. */
    public static Use later(Use one, Use other) {
        return one.at().isAfter(other.at()) ? one : other;
    }

    private static Use unlessWritten(Use now, Use written) {
        return now.equals(written) ? null : now;
    }
}
