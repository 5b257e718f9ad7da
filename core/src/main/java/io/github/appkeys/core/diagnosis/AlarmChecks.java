package io.github.appkeys.core.diagnosis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;

/** Checks whether a pair is a decoy, and what was seen of its appTokens that should not be. */
public final class AlarmChecks {

    private AlarmChecks() {
    }

    /** Nothing for a pair of which nothing was seen. */
    public static List<Finding> of(Pair pair, Instant now) {
        List<Finding> findings = new ArrayList<>();
        if (pair.isDecoy()) {
            findings.add(Finding.error(Occurrence.of(Reason.DECOY)));
        }
        pair.openAlarms(now).forEach(alarm -> findings.add(Finding.warn(occurrence(pair, alarm)
                .with("count", alarm.times()).with("at", alarm.lastAt()))));
        return findings;
    }

    private static Occurrence occurrence(Pair pair, Pair.Alarm alarm) {
        return switch (alarm.kind()) {
            case LEAKED -> Occurrence.of(Reason.LEAKED).variant(alarm.place() == null ? "nowhere" : "")
                    .with("hint", hint(pair, alarm)).with("place", alarm.place());
            case DECOY_USED -> Occurrence.of(Reason.DECOY).variant("used").with("address", alarm.address());
            case CLEARTEXT -> Occurrence.of(Reason.CLEARTEXT).with("hint", hint(pair, alarm))
                    .with("address", alarm.address());
            case ENDED_TOKEN -> Occurrence.of(Reason.ENDED_TOKEN).variant("sent").with("hint", hint(pair, alarm))
                    .with("address", alarm.address());
        };
    }

    private static String hint(Pair pair, Pair.Alarm alarm) {
        return pair.tokens().stream().filter(token -> token.id().equals(alarm.tokenId())).map(Pair.Token::hint)
                .findFirst().orElse("?");
    }
}
