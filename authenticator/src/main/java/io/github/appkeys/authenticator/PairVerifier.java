package io.github.appkeys.authenticator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.github.appkeys.core.exchange.CachedCredentials;
import io.github.appkeys.core.exchange.PairCredentials;
import io.github.appkeys.core.exchange.UnavailableException;
import io.github.appkeys.core.exchange.Verdict;
import io.github.appkeys.core.expiry.TokenEnd;
import io.github.appkeys.core.history.Act;
import io.github.appkeys.core.history.HistoryEntry;
import io.github.appkeys.core.issuance.Renewals;
import io.github.appkeys.core.leaks.Sighting;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.AppTokenHash;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.service.exchange.PairLookup;
import io.github.appkeys.core.service.pairs.ApiClients;
import io.github.appkeys.core.service.pairs.Issuance;
import io.github.appkeys.core.service.settings.ServerOptions;
import io.github.appkeys.core.service.tasks.AlarmQueue;
import io.github.appkeys.core.store.AppKeyStore;
import io.github.appkeys.core.store.AppKeyStoreFactory;
import io.github.appkeys.core.store.KeycloakClock;
import io.github.appkeys.core.store.PairHistory;
import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Looks a pair up and verifies it. What the pair is then used for is up to the endpoint. */
final class PairVerifier {

    private static final Logger LOG = Logger.getLogger(PairVerifier.class);

    /** The header of an accepted answer that tells the holder of what happened to the appToken. */
    private static final String WARNING_HEADER = "X-App-Key-Warning";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String address;
    private final PairLookup lookup;

    /** @param address where the request comes from */
    PairVerifier(KeycloakSession session, RealmModel realm, String address, ServerOptions options) {
        this.session = session;
        this.realm = realm;
        this.address = address;
        this.lookup = new PairLookup(session, realm, options.credentialsMaxAge());
    }

    /**
     * Accepts a pair by its cached credentials, without the database. All else is asked in the database: an unknown
     * appKey and a wrong appToken take the same path, with the same query, comparison and response, whether or not
     * something is cached.
     *
     * @param presented the hash of the secret in the request
     */
    VerifiedPair verify(AppKey appKey, AppTokenHash presented) {
        VerifiedPair pair = verify(appKey, presented, KeycloakClock.now());
        alarm(pair.verdict().reason()).ifPresent(kind -> AlarmQueue.add(session, List.of(
                Sighting.presented(kind, presented, realm.getId(), pair.at(), address))));
        return pair;
    }

    private VerifiedPair verify(AppKey appKey, AppTokenHash presented, Instant now) {
        Optional<CachedCredentials> cached = lookup.cached(appKey);
        try {
            VerifiedPair pair = verify(appKey, cached.map(CachedCredentials::credentials), presented, now);
            if (pair.isAccepted() && lookup.isFresh(cached.orElseThrow(), now)) {
                return pair;
            }
            boolean known = pair.token() != null && cached.orElseThrow().isUsableInOutage(now);
            return known ? readOr(pair, appKey, presented, now) : read(appKey, presented, now);
        } catch (UnavailableException e) {
            return unavailable(e);
        }
    }

    private VerifiedPair readOr(VerifiedPair last, AppKey appKey,
            AppTokenHash presented, Instant now) {
        try {
            return read(appKey, presented, now);
        } catch (UnavailableException e) {
            return last;
        }
    }

    private VerifiedPair read(AppKey appKey, AppTokenHash presented,
            Instant now) {
        VerifiedPair pair = verify(appKey, lookup.read(appKey, presented), presented, now);
        if (pair.isAccepted()) {
            lookup.keep(appKey, pair.client());
        }
        return pair;
    }

    private VerifiedPair verify(AppKey appKey, Optional<PairCredentials> known,
            AppTokenHash presented, Instant now) {
        PairCredentials credentials = known.orElse(PairCredentials.DECOY);
        Optional<PairCredentials.Token> token = credentials.find(presented);
        if (token.isEmpty()) {
            return VerifiedPair.refused(known.isPresent() ? Reason.WRONG_TOKEN : Reason.UNKNOWN_KEY);
        }
        ClientModel client = PairLookup.answered(session,
                () -> session.clients().getClientByClientId(realm, appKey.value()));
        if (!ApiClients.isUsable(client) || !client.getId().equals(credentials.clientUuid())) {
            return VerifiedPair.refused(Reason.UNKNOWN_KEY);
        }
        Verdict verdict = credentials.verify(token.get(), client.isEnabled(), now, address);
        return new VerifiedPair(verdict, client, token.get(), now);
    }

    private static Optional<Pair.AlarmKind> alarm(Reason reason) {
        return Optional.ofNullable(reason == Reason.DECOY ? Pair.AlarmKind.DECOY_USED
                : reason == Reason.ENDED_TOKEN ? Pair.AlarmKind.ENDED_TOKEN : null);
    }

    /**
     * Notes the use of a pair that was accepted for an access token, at a gateway or for an answer to its holder. Where
     * it is the first use of an appToken that its holder made by a renewal, the old appToken ends in the transaction of
     * the session, which is committed before the answer.
     *
     * @return accepted; or why not, where the appToken was ended a moment ago
     */
    Verdict use(VerifiedPair pair) {
        PairCredentials.FirstUse firstUse = pair.token().firstUse();
        Verdict verdict = firstUse == null || !firstUse.isAwaited(pair.at()) ? pair.verdict()
                : settled(pair, firstUse.oldTokenId());
        if (verdict.isAccepted()) {
            used(pair);
        }
        return verdict;
    }

    private Verdict settled(VerifiedPair pair, String oldTokenId) {
        try {
            return PairLookup.answered(session, () -> finish(pair, oldTokenId));
        } catch (UnavailableException e) {
            return unavailable(e).verdict();
        }
    }

    /** Where another request has used it before, the database tells what has become of it. */
    private Verdict finish(VerifiedPair pair, String oldTokenId) {
        Renewals renewals = Issuance.renewals(session, realm);
        String client = pair.client().getId();
        if (renewals.finishByUse(client, pair.token().id(), oldTokenId)) {
            new PairHistory(session).noteOfToken(client, Act.REPLACED_BY_USE, HistoryEntry.SYSTEM, oldTokenId,
                    address);
            return pair.verdict();
        }
        return renewals.isLive(client, pair.token().id()) ? pair.verdict()
                : Verdict.refused(pair.token().id(), TokenEnd.settled(pair.at(), TokenEnd.Cause.REPLACED));
    }

    private VerifiedPair unavailable(UnavailableException e) {
        LOG.warnf("A pair cannot be verified: %s", e.getMessage());
        session.getTransactionManager().setRollbackOnly();
        return VerifiedPair.refused(Reason.UNAVAILABLE);
    }

    /** Notes the use of an accepted pair, which is written later, and warns its holder where it was disclosed. */
    void used(VerifiedPair pair) {
        AppKeyStoreFactory stores = (AppKeyStoreFactory) session.getKeycloakSessionFactory()
                .getProviderFactory(AppKeyStore.class);
        stores.lastUses().add(pair.token().id(), pair.at(), address);
        if (pair.token().disclosed()) {
            session.getContext().getHttpResponse().setHeader(WARNING_HEADER, Pair.AlarmKind.CLEARTEXT.name());
        }
    }
}
