package io.github.appkeys.core.diagnosis;

import static io.github.appkeys.core.diagnosis.SamplePair.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;
import org.junit.jupiter.api.Test;

class UseChecksTest {

    private static final Instant BEFORE = NOW.minusSeconds(60);
    private static final Instant AFTER = NOW.plusSeconds(60);
    private static final Finding NEVER_USED = Finding.ok(Occurrence.of(Reason.LAST_USE).variant("never"));
    private static final Finding NO_FAILURES = Finding.ok(Occurrence.of(Reason.RECENT_FAILURES));

    private final StubDiagnosisStore store = new StubDiagnosisStore();

    @Test
    void aNewPairWasNeverUsedAndNeverRefused() {
        assertThat(checks()).containsExactly(NEVER_USED, NO_FAILURES);
    }

    @Test
    void theLastUseIsNamed() {
        store.lastUse = new DiagnosisStore.Use(NOW, "192.0.2.7");

        assertThat(checks()).containsExactly(
                Finding.ok(Occurrence.of(Reason.LAST_USE).with("at", NOW).with("address", "192.0.2.7")), NO_FAILURES);
    }

    @Test
    void everyFailureIsAWarning() {
        store.attempts.add(new Attempts(Reason.CHECKSUM, 3, AFTER, "192.0.2.7"));
        store.attempts.add(new Attempts(Reason.EXPIRED, 1, BEFORE, null));

        assertThat(checks()).containsExactly(NEVER_USED,
                failed(Reason.RECENT_FAILURES, Reason.CHECKSUM, 3, AFTER, "192.0.2.7"),
                failed(Reason.RECENT_FAILURES, Reason.EXPIRED, 1, BEFORE, null));
    }

    @Test
    void failuresUpToTheLastUseAreNotMentioned() {
        store.lastUse = new DiagnosisStore.Use(NOW, "192.0.2.7");
        store.attempts.add(new Attempts(Reason.CHECKSUM, 3, BEFORE, "192.0.2.7"));
        store.attempts.add(new Attempts(Reason.DISABLED, 2, NOW, "192.0.2.7"));

        assertThat(checks()).extracting(Finding::code).containsExactly(Reason.LAST_USE, Reason.RECENT_FAILURES);
        assertThat(checks()).extracting(Finding::severity).containsOnly(Severity.OK);

        store.attempts.add(new Attempts(Reason.EXPIRED, 1, AFTER, "192.0.2.7"));
        assertThat(checks()).hasSize(2)
                .contains(failed(Reason.RECENT_FAILURES, Reason.EXPIRED, 1, AFTER, "192.0.2.7"));
    }

    @Test
    void aPasswordGrantIsNoRefusalOfThePair() {
        store.attempts.add(new Attempts(Reason.PASSWORD_GRANT, 5, AFTER, "192.0.2.7"));

        assertThat(checks()).containsExactly(NEVER_USED,
                failed(Reason.PASSWORD_GRANT, Reason.PASSWORD_GRANT, 5, AFTER, "192.0.2.7"), NO_FAILURES);
    }

    @Test
    void attemptsThatWereDroppedMayHaveBeenOfThePair() {
        store.attemptsDroppedAt = NOW;
        Finding dropped = Finding.warn(Occurrence.of(Reason.RECENT_FAILURES).variant("dropped").with("at", NOW));
        assertThat(checks()).containsExactly(NEVER_USED, dropped);

        store.lastUse = new DiagnosisStore.Use(AFTER, "192.0.2.7");
        assertThat(checks()).contains(NO_FAILURES).doesNotContain(dropped);
    }

    private List<Finding> checks() {
        return UseChecks.of(store, "realm", SamplePair.of("erp"));
    }

    private static Finding failed(Reason code, Reason reason, int count, Instant at, String address) {
        return Finding.warn(Occurrence.of(code).with("reason", reason).with("count", count).with("at", at)
                .with("address", address));
    }
}
