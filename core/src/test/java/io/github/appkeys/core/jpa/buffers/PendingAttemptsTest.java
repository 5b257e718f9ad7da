package io.github.appkeys.core.jpa.buffers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import io.github.appkeys.core.diagnosis.Attempts;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.reason.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
        drain(batch -> {
            written.putAll(batch);
            add(Reason.CHECKSUM, NOON.plusSeconds(9), "192.0.2.9");
        });

        assertThat(written.values()).containsExactly(new Attempts(Reason.CHECKSUM, 1, NOON, "192.0.2.1"));
        assertThat(pending.of("realm", "erp", Reason.CHECKSUM))
                .contains(new Attempts(Reason.CHECKSUM, 1, NOON.plusSeconds(9), "192.0.2.9"));
        drain(batch -> { });
        assertThat(pending.of("realm", "erp", Reason.CHECKSUM)).isEmpty();
    }

    @Test
    void keepsWhatCouldNotBeWritten() {
        add(Reason.CHECKSUM, NOON, "192.0.2.1");

        assertThatThrownBy(() -> drain(batch -> {
            throw new IllegalStateException("no database");
        })).hasMessage("no database");

        assertThat(pending.of("realm", "erp", Reason.CHECKSUM)).isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"WRONG_TOKEN", "EXPIRED", "NO_ROLE"})
    void madeUpAppKeysPushOutNoAttemptWithAPair(Reason reason) {
        flood(PendingAttempts.MAX + 100);

        add(reason, NOON, "192.0.2.1");

        assertThat(pending.of("realm", "erp", reason)).isPresent();
    }

    @Test
    void madeUpAppKeysAreWrittenBeforeThereIsNoRoom() {
        pending.writeWith(() -> pending.pending().forEach(buffer -> buffer.drain(batch -> { })));
        flood(PendingAttempts.MAX + 100);

        add(Reason.CHECKSUM, NOON, "192.0.2.1");

        assertThat(pending.of("realm", "erp", Reason.CHECKSUM)).isPresent();
        assertThat(pending.droppedAt()).isEmpty();
    }

    @Test
    void tellsThatItDroppedAttempts() {
        flood(PendingAttempts.MAX);
        assertThat(pending.droppedAt()).isEmpty();

        add(Reason.CHECKSUM, NOON.plusSeconds(5), "192.0.2.1");

        assertThat(pending.of("realm", "erp", Reason.CHECKSUM)).isEmpty();
        assertThat(pending.droppedAt()).contains(NOON.plusSeconds(5));
    }

    @Test
    void hasABound() {
        flood(PendingAttempts.MAX + 100);
        pending.add("realm", new AppKey("key-1"), Reason.UNKNOWN_KEY, NOON, "192.0.2.1");

        int[] sizes = new int[2];
        drain(batch -> {
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

    private void flood(int count) {
        for (int i = 0; i < count; i++) {
            pending.add("realm", new AppKey("key-" + i), Reason.UNKNOWN_KEY, NOON, "192.0.2.1");
        }
    }

    private void drain(Consumer<Map<PendingAttempts.Key, Attempts>> writer) {
        pending.pending().forEach(buffer -> buffer.drain(writer));
    }

    private void add(Reason reason, Instant at, String address) {
        pending.add("realm", KEY, reason, at, address);
    }
}
