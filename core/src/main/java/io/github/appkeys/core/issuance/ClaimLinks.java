package io.github.appkeys.core.issuance;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import io.github.appkeys.core.ConflictException;
import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.ClaimStatus;
import io.github.appkeys.core.pair.Maker;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.pair.Pair.Claim;
import io.github.appkeys.core.pair.PairStore;

/**
 * Hands appTokens over by claim links. The appToken is created when the link is used; until then nothing changes. Needs
 * the ports and a clock only; the transaction is the caller's.
 */
public final class ClaimLinks {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String realmId;
    private final PairStore pairs;
    private final ClaimStore claims;
    private final Renewals renewals;
    private final Duration life;
    private final InstantSource clock;

    /**
     * @param realmId the id of the realm of all pairs that are passed in
     * @param life    how long a link can be used
     */
    public ClaimLinks(String realmId, PairStore pairs, ClaimStore claims, Renewals renewals, Duration life,
            InstantSource clock) {
        this.realmId = realmId;
        this.pairs = pairs;
        this.claims = claims;
        this.renewals = renewals;
        this.life = life;
        this.clock = clock;
    }

    /**
     * Creates the link for the first appToken of a pair.
     *
     * @param pair      a pair without appToken
     * @param expiresAt when the appToken ends; null for never, or for the realm's limit where it has one
     * @param by        the key manager
     * @throws InvalidValueException where the appToken would expire before it is created
     */
    public CreatedPair create(Pair pair, Instant expiresAt, Maker by) {
        return link(pair, new NewRenewal(new Overlap(0L), expiresAt), by, clock.instant());
    }

    /**
     * Creates a link for a new appToken of a pair. The present one stays valid until the link is used, and for the
     * overlap after that.
     *
     * @param by the user who renews
     * @throws ConflictException where a renewal runs, a link is pending, or another request has just created one
     * @throws InvalidValueException where the new token would expire before it is created
     */
    public CreatedPair renew(Pair pair, NewRenewal wish, Maker by) {
        Instant now = clock.instant();
        Renewals.requireNone(pair, now);
        return link(pair, wish, by, now);
    }

    /**
     * Creates another link in place of one that was not used, with the same expiry and overlap.
     *
     * @param by the user who creates it
     * @throws ConflictException where no appToken waits to be claimed, or another request has just created a link
     */
    public CreatedPair linkAgain(Pair pair, Maker by) {
        Instant now = clock.instant();
        Claim old = pair.claim();
        if (old == null || old.status(now) == ClaimStatus.CLAIMED) {
            throw new ConflictException("No appToken of this pair waits to be claimed: renew it with delivery "
                    + "LINK");
        }
        if (old.tokenExpiresAt() != null && !old.tokenExpiresAt().isAfter(now)) {
            throw new ConflictException("The appToken would have expired at " + old.tokenExpiresAt()
                    + ": renew the pair with delivery LINK");
        }
        return link(pair, new NewRenewal(new Overlap(old.overlapSeconds()), old.tokenExpiresAt()), by, now);
    }

    /**
     * Withdraws a link that was not used.
     *
     * @return false where none is pending
     */
    public boolean withdraw(Pair pair) {
        return claims.withdraw(pair.clientUuid(), clock.instant());
    }

    /** The pair that a link is for, whatever state the link is in. */
    public Optional<Pair> find(ClaimCode code) {
        return claims.appKey(realmId, code.hash()).flatMap(appKey -> pairs.find(realmId, appKey));
    }

    /**
     * Uses a link and creates the appToken. Whether the one who made it is still allowed to is for the caller to check,
     * in the same transaction. Of two requests at the same moment one succeeds. The caller must commit
     * before it shows the appToken, and roll back where this fails.
     *
     * @param pair    what {@link #find} found, with a link that is pending
     * @param address from where, at most 45 characters
     * @throws ConflictException where another request was faster, with this link or another change of the pair
     */
    public CreatedPair claim(Pair pair, ClaimCode code, String address) {
        Instant now = clock.instant();
        Claim claim = pair.claim();
        AppToken token = renewals.replace(pair, new NewRenewal(new Overlap(claim.overlapSeconds()),
                claim.tokenExpiresAt()), claim.createdBy(), now);
        if (!claims.claim(pair.clientUuid(), code.hash(), now, address)) {
            throw new ConflictException("The claim link was used or withdrawn a moment ago");
        }
        return new CreatedPair(pairs.find(realmId, pair.appKey()).orElseThrow(), token);
    }

    /** A link ends no later than its appToken, so an expired appToken is never revealed. */
    private CreatedPair link(Pair pair, NewRenewal wish, Maker by, Instant now) {
        TokenIssuer.requireFuture(wish.expiresAt(), now);
        ClaimCode code = ClaimCode.generate(RANDOM);
        Instant latest = now.plus(life);
        Instant expiresAt = wish.expiresAt() != null && wish.expiresAt().isBefore(latest) ? wish.expiresAt() : latest;
        NewClaim claim = new NewClaim(code.hash(), now, by, expiresAt, wish.expiresAt(), wish.overlap().seconds());
        Instant before = pair.claim() == null ? null : pair.claim().createdAt();
        if (!claims.put(pair.clientUuid(), claim, pair.currentTokenId(), before)) {
            throw new ConflictException("Another request renewed this pair or created a claim link at the same moment");
        }
        return CreatedPair.byLink(pairs.find(realmId, pair.appKey()).orElseThrow(), code);
    }
}
