package io.github.appkeys.core.status;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.appkeys.core.expiry.TokenEnd;
import io.github.appkeys.core.expiry.TokenStatus;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.reason.Reason;

/** Says more than the status of a pair, in a code of the catalogue. */
public final class StatusReason {

    private StatusReason() {
    }

    /**
     * Why a pair has its status, or what will change it soon.
     *
     * @return empty for an active pair of which nothing has to be said
     */
    public static Optional<Reason> of(Pair pair, Instant now) {
        return Optional.ofNullable(switch (pair.status(now)) {
            case DISABLED -> Reason.DISABLED;
            case BROKEN -> pair.apiClient() ? Reason.SERVICE_ACCOUNT_BROKEN : Reason.AUTHENTICATOR_CHANGED;
            case EXPIRED -> ended(pair);
            case NO_ROLE -> waits(pair, now) ? Reason.CLAIM_PENDING : Reason.NO_ROLE;
            case ACTIVE -> soon(pair, now);
        });
    }

    /** Why a pair has no valid token: because of the newest one, or because it never had one. */
    private static Reason ended(Pair pair) {
        return pair.tokens().stream().findFirst().map(newest -> cause(newest.end()))
                .orElse(pair.claim() == null ? Reason.NO_TOKEN : Reason.NEVER_CLAIMED);
    }

    private static Reason cause(TokenEnd end) {
        return switch (end.cause()) {
            case REVOKED -> Reason.REVOKED;
            case IDLE -> Reason.IDLE;
            case LEAKED -> Reason.LEAKED;
            case DISCLOSED -> Reason.CLEARTEXT;
            case DECOY -> Reason.DECOY;
            case EXPIRED, REPLACED, UNDONE -> Reason.EXPIRED;
        };
    }

    private static Reason soon(Pair pair, Instant now) {
        if (waits(pair, now)) {
            return Reason.CLAIM_PENDING;
        }
        Optional<Reason> seen = seen(pair, now);
        if (seen.isPresent()) {
            return seen.get();
        }
        boolean expires = pair.tokens().stream().anyMatch(token -> token.id().equals(pair.currentTokenId())
                && token.status(now) == TokenStatus.EXPIRING);
        if (expires) {
            return Reason.EXPIRING;
        }
        return pair.renewal(now).isPresent() ? Reason.RENEWAL_RUNNING : null;
    }

    /** What others may know the appToken by, the worst first. */
    private static Optional<Reason> seen(Pair pair, Instant now) {
        Set<Pair.AlarmKind> kinds = pair.openAlarms(now).stream().map(Pair.Alarm::kind).collect(Collectors.toSet());
        return Optional.ofNullable(kinds.contains(Pair.AlarmKind.LEAKED) ? Reason.LEAKED
                : kinds.contains(Pair.AlarmKind.CLEARTEXT) ? Reason.CLEARTEXT : null);
    }

    private static boolean waits(Pair pair, Instant now) {
        return pair.liveTokens(now).isEmpty() && pair.hasPendingClaim(now);
    }
}
