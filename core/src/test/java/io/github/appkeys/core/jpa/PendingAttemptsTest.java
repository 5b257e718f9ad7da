package io.github.appkeys.core.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import io.github.appkeys.core.diagnosis.Attempts;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.reason.Reason;
import org.junit.jupiter.api.Test;

class PendingAttemptsTest {

    private static final AppKey KEY = new AppKey("erp");
    private static final Instant NOON = Instant.parse("2027-01-31T12:00:00Z");

    private final PendingAttempts pending = new PendingAttempts();
    private final Map<PendingAttempts.Key, Attempts> written = new HashMap<>();

    @Test
    void countsByPairAndReason() {
        add(Reason.CHECKSUM, NOON, "192.0.2.1");
        add(Reason.CHECKSUM, NOON.plusSeconds(1), "192.0.2.2");
        add(Reason.CHECKSUM, NOON.minusSeconds(1), "192.0.2.3");
        add(Reason.EXPIRED, NOON, null);

        assertThat(pending.of("realm", "erp", Reason.CHECKSUM))
                .contains(new Attempts(Reason.CHECKSUM, 3, NOON.plusSeconds(1), "192.0.2.2"));
        assertThat(pending.of("realm", "erp", Reason.EXPIRED)).contains(new Attempts(Reason.EXPIRED, 1, NOON, null));
        assertThat(pending.of("other", "erp", Reason.CHECKSUM)).isEmpty();
    }

    @Test
    void forgetsWhatIsWrittenAndKeepsWhatCameMeanwhile() {
        add(Reason.CHECKSUM, NOON, "192.0.2.1");
        pending.pending().drain(batch -> {
            written.putAll(batch);
            add(Reason.CHECKSUM, NOON.plusSeconds(9), "192.0.2.9");
        });

        assertThat(written.values()).containsExactly(new Attempts(Reason.CHECKSUM, 1, NOON, "192.0.2.1"));
        assertThat(pending.of("realm", "erp", Reason.CHECKSUM))
                .contains(new Attempts(Reason.CHECKSUM, 1, NOON.plusSeconds(9), "192.0.2.9"));
        pending.pending().drain(batch -> { });
        assertThat(pending.of("realm", "erp", Reason.CHECKSUM)).isEmpty();
    }

    @Test
    void keepsWhatCouldNotBeWritten() {
        add(Reason.CHECKSUM, NOON, "192.0.2.1");

        assertThatThrownBy(() -> pending.pending().drain(batch -> {
            throw new IllegalStateException("no database");
        })).hasMessage("no database");

        assertThat(pending.of("realm", "erp", Reason.CHECKSUM)).isPresent();
    }

    @Test
    void hasABound() {
        for (int i = 0; i < PendingAttempts.MAX + 100; i++) {
            pending.add("realm", new AppKey("key-" + i), Reason.UNKNOWN_KEY, NOON, "192.0.2.1");
        }
        pending.add("realm", new AppKey("key-1"), Reason.UNKNOWN_KEY, NOON, "192.0.2.1");

        int[] sizes = new int[2];
        pending.pending().drain(batch -> {
            sizes[0] += batch.size();
            sizes[1] = Math.max(sizes[1], batch.size());
            written.putAll(batch);
        });
        assertThat(sizes).containsExactly(PendingAttempts.MAX, 200);
        assertThat(written.get(new PendingAttempts.Key("realm", "key-1", Reason.UNKNOWN_KEY)).count()).isEqualTo(2);
    }

    @Test
    void cutsOffWhatNoAddressIs() {
        add(Reason.CHECKSUM, NOON, "x".repeat(100));

        assertThat(pending.of("realm", "erp", Reason.CHECKSUM).orElseThrow().lastFrom()).hasSize(45);
    }

    private void add(Reason reason, Instant at, String address) {
        pending.add("realm", KEY, reason, at, address);
    }
}
