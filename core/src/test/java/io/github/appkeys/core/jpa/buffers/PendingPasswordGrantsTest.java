package io.github.appkeys.core.jpa.buffers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.appkeys.core.passwordgrants.PasswordGrantLog.Key;
import org.junit.jupiter.api.Test;

class PendingPasswordGrantsTest {

    private static final Instant NOON = Instant.parse("2027-01-31T12:00:00Z");
    private static final Key KEY = new Key("realm", "client", "user");

    private final PendingPasswordGrants pending = new PendingPasswordGrants();

    @Test
    void countsByClientAndUserWithTheFirstAndTheLastOne() {
        pending.add(KEY, null, "ana", NOON, "192.0.2.1");
        pending.add(KEY, null, "ana.maria", NOON.plusSeconds(2), "192.0.2.2");
        pending.add(KEY, null, "an", NOON.minusSeconds(3), "192.0.2.3");
        pending.add(new Key("realm", "client", "other"), null, null, NOON, null);

        assertThat(drained()).containsOnly(
                Map.entry(KEY, new PendingPasswordGrants.Grants(null, "ana.maria", NOON.minusSeconds(3),
                        NOON.plusSeconds(2), 3, "192.0.2.2")),
                Map.entry(new Key("realm", "client", "other"),
                        new PendingPasswordGrants.Grants(null, null, NOON, NOON, 1, null)));
        assertThat(drained()).isEmpty();
    }

    @Test
    void keepsWhatCameWhileTheRestWasWritten() {
        pending.add(KEY, null, null, NOON, null);
        pending.pending().drain(batch -> {
            pending.add(KEY, null, null, NOON.plusSeconds(1), null);
            pending.add(KEY, null, null, NOON.plusSeconds(2), null);
        });

        assertThat(drained().get(0).getValue().count()).isEqualTo(2);
    }

    @Test
    void hasABound() {
        for (int i = 0; i < PendingPasswordGrants.MAX + 10; i++) {
            pending.add(new Key("realm", "client", "user-" + i), null, null, NOON, null);
        }

        assertThat(drained()).hasSize(PendingPasswordGrants.MAX);
    }

    /** A row that a database rejects would fail its whole batch. */
    @Test
    void takesNothingThatADatabaseWouldRefuse() {
        pending.add(new Key("realm", "client", "f:" + "x".repeat(254)), null, "too long an id", NOON, null);
        pending.add(KEY, "c".repeat(300), "Zoë\uD83D\uDE00\u0000\uD83D", NOON, "x".repeat(100));

        assertThat(drained()).singleElement().satisfies(entry -> {
            assertThat(entry.getValue().clientId()).hasSize(255);
            assertThat(entry.getValue().username()).isEqualTo("Zoë\uFFFD\uFFFD\uFFFD");
            assertThat(entry.getValue().lastFrom()).hasSize(45);
        });
    }

    private List<Map.Entry<Key, PendingPasswordGrants.Grants>> drained() {
        List<Map.Entry<Key, PendingPasswordGrants.Grants>> all = new ArrayList<>();
        pending.pending().drain(batch -> batch.forEach((key, grants) -> all.add(Map.entry(key, grants))));
        return all;
    }
}
