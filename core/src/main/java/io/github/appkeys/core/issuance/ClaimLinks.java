package io.github.appkeys.core.issuance;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;

import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.Claim;
import io.github.appkeys.core.pair.ClaimStatus;
import io.github.appkeys.core.pair.NewPair;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.service.pairs.AppKeyService;
import io.github.appkeys.core.service.settings.RealmSettingsAttributes;
import io.github.appkeys.core.store.AppKeyStore;
import io.github.appkeys.core.store.KeycloakClock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelIllegalStateException;
import org.keycloak.models.RealmModel;

/**
 * Hands appTokens over by claim links. The appToken comes into being in the moment in which somebody uses the link;
 * until then everything stays as it is.
 */
public final class ClaimLinks {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final RealmModel realm;
    private final AppKeyService pairs;
    private final Renewals renewals;
    private final ClaimStore claims;

    public ClaimLinks(KeycloakSession session, RealmModel realm) {
        this.realm = realm;
        this.pairs = new AppKeyService(session, realm);
        this.renewals = new Renewals(session, realm);
        this.claims = session.getProvider(AppKeyStore.class).claims();
    }

    /**
     * Makes a pair without any role, and a link for its appToken.
     *
     * @param by the name of the key manager
     * @throws org.keycloak.models.ModelDuplicateException where the chosen appKey is taken
     * @throws InvalidValueException where the appToken would expire before it is made
     */
    public CreatedPair create(NewPair pair, String by) {
        Instant now = KeycloakClock.now();
        Pair made = pairs.find(pairs.addPair(pair, by, now).getClientId()).orElseThrow();
        return link(made, new NewRenewal(new Overlap(0L), pair.expiresAt()), by, now);
    }

    /**
     * Makes a link for a new appToken of a pair. The one that lives does so until the link is used, and for the overlap
     * after that.
     *
     * @param by the name of the user who renews
     * @throws ModelIllegalStateException where a renewal runs, a link is pending, or somebody else has just made one
     * @throws InvalidValueException where the new token would expire before it is made
     */
    public CreatedPair renew(Pair pair, NewRenewal wish, String by) {
        Instant now = KeycloakClock.now();
        Renewals.requireNone(pair, now);
        return link(pair, wish, by, now);
    }

    /**
     * Makes another link in the place of one that was not used. What was wished with that one still holds.
     *
     * @param by the name of the user who makes it
     * @throws ModelIllegalStateException where no appToken waits to be claimed, or somebody else has just made a link
     */
    public CreatedPair linkAgain(Pair pair, String by) {
        Instant now = KeycloakClock.now();
        Claim old = pair.claim();
        if (old == null || old.status(now) == ClaimStatus.CLAIMED) {
            throw new ModelIllegalStateException("No appToken of this pair waits to be claimed: renew it with delivery "
                    + "LINK");
        }
        if (old.tokenExpiresAt() != null && !old.tokenExpiresAt().isAfter(now)) {
            throw new ModelIllegalStateException("The appToken would have expired at " + old.tokenExpiresAt()
                    + ": renew the pair with delivery LINK");
        }
        return link(pair, new NewRenewal(new Overlap(old.overlapSeconds()), old.tokenExpiresAt()), by, now);
    }

    /**
     * Takes back a link that nobody has used.
     *
     * @return false where none is pending
     */
    public boolean withdraw(Pair pair) {
        return claims.withdraw(pair.clientUuid(), KeycloakClock.now());
    }

    /** The pair that a link is for, whatever state the link is in. */
    public Optional<Pair> find(ClaimCode code) {
        return claims.appKey(realm.getId(), code.hash()).flatMap(pairs::find);
    }

    /**
     * Uses a link up, and makes the appToken. Of two who use it at the same moment one succeeds. Whoever calls this
     * must commit before the appToken is shown, and roll back where it fails.
     *
     * @param pair    what {@link #find} found, with a link that is pending
     * @param address from where, at most 45 characters
     * @throws ModelIllegalStateException where somebody else was faster, with this link or another change of the pair
     */
    public CreatedPair claim(Pair pair, ClaimCode code, String address) {
        Instant now = KeycloakClock.now();
        Claim claim = pair.claim();
        AppToken token = renewals.replace(pair, new NewRenewal(new Overlap(claim.overlapSeconds()),
                claim.tokenExpiresAt()), claim.createdBy(), now);
        if (!claims.claim(pair.clientUuid(), code.hash(), now, address)) {
            throw new ModelIllegalStateException("The claim link was used or withdrawn a moment ago");
        }
        return new CreatedPair(pairs.find(pair.appKey()).orElseThrow(), token);
    }

    /** A link ends with the appToken that it is for, so that none is ever revealed that works no more. */
    private CreatedPair link(Pair pair, NewRenewal wish, String by, Instant now) {
        TokenIssuer.requireFuture(wish.expiresAt(), now);
        ClaimCode code = ClaimCode.generate(RANDOM);
        Instant latest = now.plusSeconds(RealmSettingsAttributes.read(realm).claimLinkSeconds());
        Instant expiresAt = wish.expiresAt() != null && wish.expiresAt().isBefore(latest) ? wish.expiresAt() : latest;
        NewClaim claim = new NewClaim(code.hash(), now, by, expiresAt, wish.expiresAt(), wish.overlap().seconds());
        Instant before = pair.claim() == null ? null : pair.claim().createdAt();
        if (!claims.put(pair.clientUuid(), claim, pair.currentTokenId(), before)) {
            throw new ModelIllegalStateException("Somebody else renewed this pair or made a claim link a moment ago");
        }
        return CreatedPair.byLink(pairs.find(pair.appKey()).orElseThrow(), code);
    }
}
