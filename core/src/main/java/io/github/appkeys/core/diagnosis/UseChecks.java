package io.github.appkeys.core.diagnosis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;

/** Checks the recent use of a pair. Failures before the last successful use are ignored. */
public final class UseChecks {

    private UseChecks() {
    }

    /** The last use of the pair, and the attempts that failed since then. */
    public static List<Finding> of(DiagnosisStore store, String realmId, Pair pair) {
        Optional<DiagnosisStore.Use> last = store.lastUse(pair);
        List<Attempts> failed = store.attempts(realmId, pair).stream()
                .filter(attempts -> last.isEmpty() || attempts.lastAt().isAfter(last.get().at())).toList();
        List<Finding> findings = new ArrayList<>();
        findings.add(lastUse(last));
        failed.forEach(attempts -> findings.add(finding(attempts)));
        Optional<Instant> dropped = store.attemptsDroppedAt()
                .filter(at -> last.isEmpty() || at.isAfter(last.get().at()));
        dropped.ifPresent(at -> findings.add(
                Finding.warn(Occurrence.of(Reason.RECENT_FAILURES).variant("dropped").with("at", at))));
        if (dropped.isEmpty() && failed.stream().allMatch(UseChecks::isPasswordGrant)) {
            findings.add(Finding.ok(Occurrence.of(Reason.RECENT_FAILURES)));
        }
        return findings;
    }

    private static Finding lastUse(Optional<DiagnosisStore.Use> last) {
        Occurrence occurrence = Occurrence.of(Reason.LAST_USE);
        return Finding.ok(last.map(use -> occurrence.with("at", use.at()).with("address", use.address()))
                .orElse(occurrence.variant("never")));
    }

    private static Finding finding(Attempts attempts) {
        return Finding.warn(Occurrence.of(isPasswordGrant(attempts) ? Reason.PASSWORD_GRANT : Reason.RECENT_FAILURES)
                .with("reason", attempts.reason()).with("count", attempts.count())
                .with("at", attempts.lastAt()).with("address", attempts.lastFrom()));
    }

    private static boolean isPasswordGrant(Attempts attempts) {
        return attempts.reason() == Reason.PASSWORD_GRANT;
    }
}
