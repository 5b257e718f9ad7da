package io.github.appkeys.core.issuance;

import java.time.Instant;
import java.util.List;

import io.github.appkeys.core.expiry.TokenEnd;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.pair.TokenStore;
import io.github.appkeys.core.service.pairs.AppKeyService;
import io.github.appkeys.core.store.AppKeyStore;
import io.github.appkeys.core.store.KeycloakClock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelIllegalStateException;
import org.keycloak.models.RealmModel;

/**
 * Replaces and revokes appTokens. At most two of a pair live at a time; that a renewal finishes needs no job, since its
 * end is part of what each exchange reads.
 */
public final class Renewals {

    private final AppKeyService pairs;
    private final TokenStore tokens;
    private final ClaimStore claims;
    private final TokenIssuer issuer;

    public Renewals(KeycloakSession session, RealmModel realm) {
        this.pairs = new AppKeyService(session, realm);
        this.tokens = session.getProvider(AppKeyStore.class).tokens();
        this.claims = session.getProvider(AppKeyStore.class).claims();
        this.issuer = new TokenIssuer(realm);
    }

    /**
     * Makes a new appToken. The one that lives goes on for the overlap; one that has expired is replaced at once.
     *
     * @param by the name of the user who renews
     * @throws ModelIllegalStateException where a renewal runs, a claim link is pending, or somebody else has just
     *                                    started one
     * @throws io.github.appkeys.core.InvalidValueException where the new token would expire before it is made
     */
    public CreatedPair start(Pair pair, NewRenewal wish, String by) {
        Instant now = KeycloakClock.now();
        requireNone(pair, now);
        AppToken appToken = replace(pair, wish, by, now);
        if (!claims.forget(pair.clientUuid(), now)) {
            throw claimPending();
        }
        return new CreatedPair(pairs.find(pair.appKey()).orElseThrow(), appToken);
    }

    /** Makes a new appToken in the place of the one that lives, whatever a claim link says. */
    AppToken replace(Pair pair, NewRenewal wish, String by, Instant now) {
        TokenIssuer.Issued issued = issuer.issue(wish.expiresAt(), now, by);
        List<Pair.Token> old = pair.shownTokens(now);
        Pair.Renewal renewal = wish.overlap().isNone() ? null : pair.liveTokens(now).stream().findFirst()
                .map(live -> new Pair.Renewal(now, wish.overlap().finishAt(now), live.id())).orElse(null);
        if (!tokens.add(pair.clientUuid(), issued.row(), pair.currentTokenId(), renewal)) {
            throw new ModelIllegalStateException("Somebody else renewed this pair a moment ago");
        }
        if (pair.lastRenewal() != null) {
            // its end was part of the renewal that the new one took the place of
            end(pair, pair.lastRenewal().oldTokenId(), pair.lastRenewal().finishAt(), TokenEnd.Cause.REPLACED);
        }
        if (renewal == null) {
            old.forEach(token -> end(pair, token.id(), now, TokenEnd.Cause.REPLACED));
        }
        return issued.appToken();
    }

    /** Refuses what a running renewal, or one that waits for its claim, does not go together with. */
    static void requireNone(Pair pair, Instant now) {
        if (pair.renewal(now).isPresent()) {
            throw new ModelIllegalStateException("A renewal of this pair is running: finish or undo it first");
        }
        if (pair.hasPendingClaim(now)) {
            throw claimPending();
        }
    }

    private static ModelIllegalStateException claimPending() {
        return new ModelIllegalStateException("A claim link of this pair is pending: withdraw it first");
    }

    /**
     * Ends the old token now.
     *
     * @return false where no renewal runs
     */
    public boolean finish(Pair pair) {
        Instant now = KeycloakClock.now();
        return pair.renewal(now).filter(renewal -> finish(pair, renewal, now)).isPresent();
    }

    /**
     * Ends the new token now, and lets the old one live on as it did before the renewal.
     *
     * @return false where no renewal runs
     * @throws ModelIllegalStateException where the old one is the client secret of an adopted client
     */
    public boolean undo(Pair pair) {
        Instant now = KeycloakClock.now();
        return pair.renewal(now).filter(renewal -> undo(pair, renewal, now)).isPresent();
    }

    /**
     * Ends one token now and leaves the other one of a renewal as it was before the renewal, or as the new one.
     *
     * @return false where the pair has no such token that lives
     */
    public boolean revoke(Pair pair, String tokenId) {
        return end(pair, tokenId, TokenEnd.Cause.REVOKED);
    }

    /**
     * Ends one token that nobody used for long; otherwise like {@link #revoke}.
     *
     * @return false where the pair has no such token that lives
     */
    public boolean switchOff(Pair pair, String tokenId) {
        return end(pair, tokenId, TokenEnd.Cause.IDLE);
    }

    private boolean end(Pair pair, String tokenId, TokenEnd.Cause cause) {
        Instant now = KeycloakClock.now();
        if (pair.liveTokens(now).stream().noneMatch(token -> token.id().equals(tokenId))) {
            return false;
        }
        pair.renewal(now).ifPresent(renewal -> tokens.endRenewal(pair.clientUuid(), renewal.oldTokenId(),
                renewal.oldTokenId().equals(tokenId) ? pair.currentTokenId() : renewal.oldTokenId(), now));
        return end(pair, tokenId, now, cause);
    }

    private boolean finish(Pair pair, Pair.Renewal renewal, Instant now) {
        return tokens.endRenewal(pair.clientUuid(), renewal.oldTokenId(), pair.currentTokenId(), now)
                && end(pair, renewal.oldTokenId(), now, TokenEnd.Cause.REPLACED);
    }

    private boolean undo(Pair pair, Pair.Renewal renewal, Instant now) {
        boolean adopted = pair.tokens().stream()
                .anyMatch(token -> token.id().equals(renewal.oldTokenId()) && token.hint().isEmpty());
        if (adopted) {
            throw new ModelIllegalStateException("The client secret of an adopted client cannot come back");
        }
        return tokens.endRenewal(pair.clientUuid(), renewal.oldTokenId(), renewal.oldTokenId(), now)
                && end(pair, pair.currentTokenId(), now, TokenEnd.Cause.UNDONE);
    }

    private boolean end(Pair pair, String tokenId, Instant at, TokenEnd.Cause cause) {
        return tokens.end(pair.clientUuid(), tokenId, TokenEnd.settled(at, cause));
    }
}
