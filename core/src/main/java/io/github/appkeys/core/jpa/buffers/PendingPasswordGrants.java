package io.github.appkeys.core.jpa.buffers;

import java.time.Instant;

import io.github.appkeys.core.jpa.columns.ColumnText;
import io.github.appkeys.core.passwordgrants.PasswordGrantLog;

/** Password grants that are not in the database yet. The bound is well above the number of rows shown for a realm. */
public final class PendingPasswordGrants implements PasswordGrantLog {

    static final int MAX = 50_000;

    /** The length of the columns. Keycloak's own ids always fit. */
    private static final int MAX_ID = 255;

    private final WriteBehind<Key, Grants> pending = new WriteBehind<>(MAX, Grants::plus, Grants::minus);

    /** Grants of one client and user, with the names at the latest one. */
    public record Grants(String clientId, String username, Instant firstAt, Instant lastAt, long count,
            String lastFrom) {

        public Grants plus(Grants other) {
            Grants last = lastAt.isBefore(other.lastAt) ? other : this;
            Instant first = firstAt.isBefore(other.firstAt) ? firstAt : other.firstAt;
            return new Grants(last.clientId, last.username, first, last.lastAt, count + other.count, last.lastFrom);
        }

        public Grants minus(Grants written) {
            long rest = count - written.count;
            return rest == 0 ? null : new Grants(clientId, username, firstAt, lastAt, rest, lastFrom);
        }
    }

    @Override
    public void add(Key key, String clientId, String username, Instant at, String address) {
        if (key.clientUuid().length() <= MAX_ID && key.userId().length() <= MAX_ID) {
            pending.add(key, new Grants(ColumnText.name(clientId), ColumnText.name(username), at, at, 1,
                    ColumnText.address(address)));
        }
    }

    /** For {@link PasswordGrantWriter}. */
    public WriteBehind<Key, Grants> pending() {
        return pending;
    }
}
