package io.github.appkeys.core.issuance;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import io.github.appkeys.core.ConflictException;
import io.github.appkeys.core.expiry.TokenEnd;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.pair.PairStore;
import io.github.appkeys.core.pair.TokenStore;

/**
 * Replaces and revokes appTokens. At most two of a pair are valid at a time. A renewal needs no job to finish: its end
 * is part of what each exchange reads. Needs the ports and a clock only; the transaction is the caller's.
 */
public final class Renewals {

    private final String realmId;
    private final PairStore pairs;
    private final TokenStore tokens;
    private final ClaimStore claims;
    private final TokenIssuer issuer;
    private final InstantSource clock;

    /** @param realmId the id of the realm of all pairs that are passed in */
    public Renewals(String realmId, PairStore pairs, TokenStore tokens, ClaimStore claims, TokenIssuer issuer,
            InstantSource clock) {
        this.realmId = realmId;
        this.pairs = pairs;
        this.tokens = tokens;
        this.claims = claims;
        this.issuer = issuer;
        this.clock = clock;
    }

    /**
     * Creates a new appToken. The present one stays valid for the overlap; an expired one is replaced at once.
     *
     * @param by the name of the user who renews
     * @throws ConflictException where a renewal runs, a claim link is pending, or another request has just started one
     * @throws io.github.appkeys.core.InvalidValueException where the new token would expire before it is made
     */
    public CreatedPair start(Pair pair, NewRenewal wish, String by) {
        Instant now = clock.instant();
        requireNone(pair, now);
        AppToken appToken = replace(pair, wish, by, now);
        if (!claims.forget(pair.clientUuid(), now)) {
            throw claimPending();
        }
        return new CreatedPair(pairs.find(realmId, pair.appKey()).orElseThrow(), appToken);
    }

    /** Creates a new appToken in place of the present one. A pending claim link is not looked at. */
    AppToken replace(Pair pair, NewRenewal wish, String by, Instant now) {
        TokenIssuer.Issued issued = issuer.issue(wish.expiresAt(), now, by);
        List<Pair.Token> old = pair.shownTokens(now);
        Pair.Renewal renewal = wish.overlap().isNone() ? null : pair.liveTokens(now).stream().findFirst()
                .map(live -> new Pair.Renewal(now, wish.overlap().finishAt(now), live.id())).orElse(null);
        if (!tokens.add(pair.clientUuid(), issued.row(), pair.currentTokenId(), renewal)) {
            throw new ConflictException("Another request renewed this pair at the same moment");
        }
        endFormer(pair);
        if (renewal == null) {
            old.forEach(token -> end(pair, token.id(), now, TokenEnd.Cause.REPLACED, by));
        }
        return issued.appToken();
    }

    /**
     * Creates a new appToken for the holder of one that is valid. That one ends at the first use of the new one (see
     * {@link #finishByUse}), and no earlier than it would have: an answer that is lost costs nothing. Asked again
     * before that, the unused new one is replaced.
     *
     * @param tokenId   the id of the appToken that was presented
     * @param expiresAt when the new one is to end; null for the same length of life as the presented one, which it
     *                  never exceeds
     * @throws ConflictException where a renewal by another runs, a claim link is pending, the presented appToken was
     *                           ended, or the new one was used or replaced a moment ago
     * @throws io.github.appkeys.core.InvalidValueException where the new token would expire before it is made
     */
    public CreatedPair renewByHolder(Pair pair, String tokenId, Instant expiresAt) {
        Instant now = clock.instant();
        Optional<Pair.Renewal> running = pair.renewal(now);
        if (running.isEmpty()) {
            requireNone(pair, now);
        } else if (!running.get().byHolder() || !running.get().oldTokenId().equals(tokenId)) {
            throw new ConflictException("A renewal of this pair is running");
        }
        Pair.Token presented = pair.liveTokens(now).stream().filter(token -> token.id().equals(tokenId)).findFirst()
                .orElseThrow(Renewals::overtaken);
        Instant end = presented.end() == null ? null : presented.end().at();
        TokenIssuer.Issued issued = issuer.issue(life(presented, expiresAt, now), now, pair.appKey());
        Pair.Renewal renewal = new Pair.Renewal(now, end, tokenId, true);
        boolean done = running.isEmpty()
                ? tokens.add(pair.clientUuid(), issued.row(), pair.currentTokenId(), renewal)
                : tokens.replaceUnused(pair.clientUuid(), issued.row(), pair.currentTokenId(), renewal);
        if (!done || !tokens.hold(pair.clientUuid(), tokenId)) {
            throw overtaken();
        }
        if (running.isPresent()) {
            end(pair, pair.currentTokenId(), now, TokenEnd.Cause.REPLACED, null);
        } else {
            endFormer(pair);
            if (!claims.forget(pair.clientUuid(), now)) {
                throw claimPending();
            }
        }
        return new CreatedPair(pairs.find(realmId, pair.appKey()).orElseThrow(), issued.appToken());
    }

    /** At most the length of life of the presented one: its holder cannot give itself more. */
    private static Instant life(Pair.Token presented, Instant wish, Instant now) {
        Instant latest = presented.end() == null ? null
                : now.plus(Duration.between(presented.createdAt(), presented.end().at()));
        return wish == null || latest != null && wish.isAfter(latest) ? latest : wish;
    }

    /**
     * Ends the old appToken of a renewal by its holder, since the new one is used for the first time.
     *
     * @param tokenId    the id of the new one
     * @param oldTokenId the id of the old one
     * @return false if that renewal does not run any more, or the new one was replaced: ask {@link #isLive}
     */
    public boolean finishByUse(String clientUuid, String tokenId, String oldTokenId) {
        Instant now = clock.instant();
        boolean finished = tokens.endRenewalByUse(clientUuid, oldTokenId, tokenId, now);
        if (finished) {
            tokens.end(clientUuid, oldTokenId, TokenEnd.settled(now, TokenEnd.Cause.REPLACED), null);
        }
        return finished;
    }

    /** Whether no act has ended an appToken, as committed by now. */
    public boolean isLive(String clientUuid, String tokenId) {
        return tokens.hold(clientUuid, tokenId);
    }

    private static ConflictException overtaken() {
        return new ConflictException("The pair was changed, or its new appToken was used, at the same moment");
    }

    /** Throws where a renewal runs or waits to be claimed, and for a decoy. */
    static void requireNone(Pair pair, Instant now) {
        if (pair.isDecoy()) {
            throw new ConflictException("This pair is a decoy: it never gets an appToken that works");
        }
        if (pair.renewal(now).isPresent()) {
            throw new ConflictException("A renewal of this pair is running: finish or undo it first");
        }
        if (pair.hasPendingClaim(now)) {
            throw claimPending();
        }
    }

    private static ConflictException claimPending() {
        return new ConflictException("A claim link of this pair is pending: withdraw it first");
    }

    /**
     * Ends the old token now.
     *
     * @param by the name of the user who finishes the renewal
     * @return false where no renewal runs
     */
    public boolean finish(Pair pair, String by) {
        Instant now = clock.instant();
        return pair.renewal(now).filter(renewal -> finish(pair, renewal, now, by)).isPresent();
    }

    /**
     * Ends the new token now. The old one is valid as it was before the renewal.
     *
     * @param by the name of the user who undoes the renewal
     * @return false where no renewal runs
     * @throws ConflictException where the old one is the client secret of an adopted client
     */
    public boolean undo(Pair pair, String by) {
        Instant now = clock.instant();
        return pair.renewal(now).filter(renewal -> undo(pair, renewal, now, by)).isPresent();
    }

    /**
     * Ends one token now. During a renewal the other one stays valid: the old one as it was before, or the new one.
     *
     * @param by the name of the user who revokes it
     * @return false where the pair has no such valid token
     */
    public boolean revoke(Pair pair, String tokenId, String by) {
        return end(pair, tokenId, TokenEnd.Cause.REVOKED, by);
    }

    /**
     * Ends the token of its holder now. Unlike {@link #revoke}, it does not let the old token of an administrator's
     * renewal live longer than was planned: that is for those who may undo it.
     *
     * @return false where the pair has no such valid token
     */
    public boolean revokeByHolder(Pair pair, String tokenId) {
        Instant now = clock.instant();
        boolean staysPlanned = pair.isUndoneByEnding(tokenId, now) && !pair.lastRenewal().byHolder();
        boolean live = pair.liveTokens(now).stream().anyMatch(token -> token.id().equals(tokenId));
        return staysPlanned ? live && end(pair, tokenId, now, TokenEnd.Cause.REVOKED, pair.appKey())
                : revoke(pair, tokenId, pair.appKey());
    }

    /**
     * Ends one token that was not used for the time that the realm allows; otherwise like {@link #revoke}.
     *
     * @return false where the pair has no such valid token
     */
    public boolean switchOff(Pair pair, String tokenId) {
        return end(pair, tokenId, TokenEnd.Cause.IDLE, null);
    }

    /**
     * Ends one token that was reported as leaked, or sent without TLS; otherwise like {@link #revoke}.
     *
     * @return false where the pair has no such valid token
     */
    public boolean endDisclosed(Pair pair, String tokenId, TokenEnd.Cause cause) {
        return end(pair, tokenId, cause, null);
    }

    /** The end of its old token was part of the renewal that a new one takes the place of. */
    private void endFormer(Pair pair) {
        if (pair.lastRenewal() != null) {
            end(pair, pair.lastRenewal().oldTokenId(), pair.lastRenewal().finishAt(), TokenEnd.Cause.REPLACED, null);
        }
    }

    private boolean end(Pair pair, String tokenId, TokenEnd.Cause cause, String by) {
        Instant now = clock.instant();
        if (pair.liveTokens(now).stream().noneMatch(token -> token.id().equals(tokenId))) {
            return false;
        }
        pair.renewal(now).ifPresent(renewal -> tokens.endRenewal(pair.clientUuid(), renewal.oldTokenId(),
                renewal.oldTokenId().equals(tokenId) ? pair.currentTokenId() : renewal.oldTokenId(), now));
        return end(pair, tokenId, now, cause, by);
    }

    private boolean finish(Pair pair, Pair.Renewal renewal, Instant now, String by) {
        boolean finished = tokens.endRenewal(pair.clientUuid(), renewal.oldTokenId(), pair.currentTokenId(), now);
        if (finished) {
            // its holder may have ended it already
            end(pair, renewal.oldTokenId(), now, TokenEnd.Cause.REPLACED, by);
        }
        return finished;
    }

    private boolean undo(Pair pair, Pair.Renewal renewal, Instant now, String by) {
        boolean adopted = pair.tokens().stream()
                .anyMatch(token -> token.id().equals(renewal.oldTokenId()) && token.isClientSecret());
        if (adopted) {
            throw new ConflictException("The client secret of an adopted client cannot come back");
        }
        boolean undone = tokens.endRenewal(pair.clientUuid(), renewal.oldTokenId(), renewal.oldTokenId(), now);
        if (undone) {
            end(pair, pair.currentTokenId(), now, TokenEnd.Cause.UNDONE, by);
        }
        return undone;
    }

    private boolean end(Pair pair, String tokenId, Instant at, TokenEnd.Cause cause, String by) {
        return tokens.end(pair.clientUuid(), tokenId, TokenEnd.settled(at, cause), by);
    }
}
