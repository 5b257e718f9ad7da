package io.github.appkeys.core.diagnosis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.github.appkeys.core.expiry.TokenEnd;
import io.github.appkeys.core.expiry.TokenStatus;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;

/** Checks whether a pair has a valid appToken, and until when. */
public final class TokenChecks {

    private TokenChecks() {
    }

    /** Checks all tokens of a pair, when it is not known which one is used. */
    public static List<Finding> of(Pair pair, Instant now) {
        List<Pair.Token> live = pair.liveTokens(now);
        List<Finding> findings = new ArrayList<>();
        findings.add(live.isEmpty() ? none(pair, now) : works(live));
        live.stream().filter(token -> expires(token, now)).forEach(token -> findings.add(expiring(token)));
        pair.renewal(now).map(TokenChecks::running).ifPresent(findings::add);
        return findings;
    }

    /** Checks the token that is used. */
    public static List<Finding> of(Pair.Token token, Pair pair, Instant now) {
        List<Finding> findings = new ArrayList<>();
        if (token.status(now) == TokenStatus.EXPIRED) {
            findings.add(Finding.error(token.isClientSecret() ? token.end().occurrence() : token.end().refusal()));
        } else {
            findings.add(works(List.of(token)));
            if (expires(token, now)) {
                findings.add(expiring(token));
            }
        }
        pair.renewal(now).map(TokenChecks::running).ifPresent(findings::add);
        return findings;
    }

    /** The end of the old token of a renewal is part of the finding about the renewal. */
    private static boolean expires(Pair.Token token, Instant now) {
        return token.status(now) == TokenStatus.EXPIRING && token.end().cause() != TokenEnd.Cause.REPLACED;
    }

    private static Finding works(List<Pair.Token> live) {
        Occurrence occurrence = Occurrence.of(Reason.EXPIRED);
        Optional<Instant> last = live.stream().anyMatch(token -> token.end() == null) ? Optional.empty()
                : live.stream().map(token -> token.end().at()).max(Comparator.naturalOrder());
        return Finding.ok(last.map(at -> occurrence.variant("until").with("at", at)).orElse(occurrence));
    }

    /** A pair that waits to be claimed works as soon as it is; else the newest token tells why it does not. */
    private static Finding none(Pair pair, Instant now) {
        if (pair.hasPendingClaim(now)) {
            return Finding.error(Occurrence.of(Reason.CLAIM_PENDING).with("at", pair.claim().expiresAt()));
        }
        return pair.tokens().stream().findFirst().map(newest -> Finding.error(newest.end().occurrence()))
                .orElseGet(() -> Finding.error(never(pair.claim())));
    }

    private static Occurrence never(Pair.Claim claim) {
        if (claim == null) {
            return Occurrence.of(Reason.NO_TOKEN);
        }
        Occurrence occurrence = Occurrence.of(Reason.NEVER_CLAIMED);
        return claim.withdrawnAt() == null ? occurrence.with("at", claim.expiresAt()) : occurrence.variant("withdrawn");
    }

    private static Finding expiring(Pair.Token token) {
        Occurrence occurrence = Occurrence.of(Reason.EXPIRING).with("at", token.end().at());
        return Finding.warn(token.hasHint() ? occurrence.variant("hint").with("hint", token.hint()) : occurrence);
    }

    private static Finding running(Pair.Renewal renewal) {
        Occurrence occurrence = Occurrence.of(Reason.RENEWAL_RUNNING);
        return Finding.warn(renewal.finishAt() == null ? occurrence
                : occurrence.variant("until").with("at", renewal.finishAt()));
    }
}
