package io.github.appkeys.core.jpa.buffers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.reason.Reason;
import org.junit.jupiter.api.Test;

class PendingUsageTest {

    private static final String REALM = "realm";
    private static final LocalDate DAY = LocalDate.parse("2027-01-31");
    private static final Instant NIGHT = Instant.parse("2027-01-31T23:59:59.999Z");

    private final PendingUsage pending = new PendingUsage();

    @Test
    void countsByPairDayAndOutcomeAndForTheRealm() {
        add("erp", null, NIGHT);
        add("erp", null, NIGHT.plusMillis(1));
        add("erp", Reason.EXPIRED, NIGHT);
        add("pos", null, NIGHT);

        assertThat(pending.of(REALM, "erp", DAY, PendingUsage.ACCEPTED)).isEqualTo(1);
        assertThat(pending.of(REALM, "erp", DAY.plusDays(1), PendingUsage.ACCEPTED)).isEqualTo(1);
        assertThat(pending.of(REALM, "erp", DAY, "EXPIRED")).isEqualTo(1);
        assertThat(pending.of(REALM, "", DAY, PendingUsage.ACCEPTED)).isEqualTo(2);
        assertThat(pending.of("other", "", DAY, PendingUsage.ACCEPTED)).isZero();
    }

    @Test
    void countsAnAppKeyThatDoesNotExistForTheRealmOnly() {
        add("made-up", Reason.UNKNOWN_KEY, NIGHT);
        pending.add(REALM, Optional.empty(), Optional.of(Reason.MISSING_HEADER), NIGHT);

        assertThat(pending.of(REALM, "made-up", DAY, "UNKNOWN_KEY")).isZero();
        assertThat(pending.of(REALM, "", DAY, "UNKNOWN_KEY")).isEqualTo(1);
        assertThat(pending.of(REALM, "", DAY, "MISSING_HEADER")).isEqualTo(1);
    }

    @Test
    void madeUpAppKeysPushOutNothingOfAPairOrARealm() {
        for (int i = 0; i < PendingUsage.MAX + 100; i++) {
            add("made-up-" + i, Reason.CHECKSUM, NIGHT);
        }
        add("erp", Reason.WRONG_TOKEN, NIGHT);
        add("erp", null, NIGHT);

        assertThat(pending.pending().get(2).size()).isEqualTo(PendingUsage.MAX);
        assertThat(pending.of(REALM, "", DAY, "CHECKSUM")).isEqualTo(PendingUsage.MAX + 100L);
        assertThat(pending.of(REALM, "erp", DAY, "WRONG_TOKEN")).isEqualTo(1);
        assertThat(pending.of(REALM, "erp", DAY, PendingUsage.ACCEPTED)).isEqualTo(1);
    }

    @Test
    void madeUpAppKeysAreWrittenBeforeThereIsNoRoom() {
        pending.writeWith(() -> pending.pending().forEach(buffer -> buffer.drain(batch -> { })));
        for (int i = 0; i < PendingUsage.MAX + 100; i++) {
            add("made-up-" + i, Reason.CHECKSUM, NIGHT);
        }
        add("erp", Reason.CHECKSUM, NIGHT);

        assertThat(pending.of(REALM, "erp", DAY, "CHECKSUM")).isEqualTo(1);
    }

    @Test
    void keepsWhatIsCountedWhileItIsWritten() {
        add("erp", null, NIGHT);
        pending.pending().forEach(buffer -> buffer.drain(batch -> add("erp", null, NIGHT)));

        assertThat(pending.of(REALM, "erp", DAY, PendingUsage.ACCEPTED)).isPositive();
    }

    private void add(String appKey, Reason refused, Instant at) {
        pending.add(REALM, Optional.of(new AppKey(appKey)), Optional.ofNullable(refused), at);
    }
}
