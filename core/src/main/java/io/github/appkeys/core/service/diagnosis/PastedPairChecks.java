package io.github.appkeys.core.service.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.appkeys.core.diagnosis.DiagnosisStore;
import io.github.appkeys.core.diagnosis.Finding;
import io.github.appkeys.core.diagnosis.LookAlikes;
import io.github.appkeys.core.diagnosis.PastedPair;
import io.github.appkeys.core.exchange.PairCredentials;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.store.AppKeyStore;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Which pair the halves of a pasted one belong to. What the caller may not see does not exist. */
final class PastedPairChecks {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Caller caller;
    private final AppKeyStore store;

    PastedPairChecks(KeycloakSession session, RealmModel realm, Caller caller) {
        this.session = session;
        this.realm = realm;
        this.caller = caller;
        this.store = session.getProvider(AppKeyStore.class);
    }

    /** The pair that was meant, and what stands against it. */
    Optional<Pair> identify(PastedPair pasted, List<Finding> findings) {
        if (pasted.key().isPresent()) {
            return byKey(pasted.key().get(), pasted.token(), findings);
        }
        return pasted.token().flatMap(token -> byToken(token, findings));
    }

    /** The token of the pair that was sent; empty where it is none of it. */
    Optional<Pair.Token> token(AppToken sent, Pair pair, Optional<PairCredentials> credentials,
            List<Finding> findings) {
        Optional<Pair.Token> token = credentials.flatMap(known -> known.find(sent))
                .flatMap(found -> pair.tokens().stream().filter(row -> row.id().equals(found.id())).findFirst());
        findings.add(token.map(found -> Finding.ok(Occurrence.of(Reason.WRONG_TOKEN).variant("hint")
                .with("hint", found.hint()))).orElseGet(() -> stranger(sent)));
        return token;
    }

    private Optional<Pair> byKey(AppKey key, Optional<AppToken> token, List<Finding> findings) {
        Optional<Pair> pair = store.pairs().find(realm.getId(), key.value());
        if (pair.isPresent()) {
            findings.add(Finding.ok(Occurrence.of(Reason.UNKNOWN_KEY)));
            return pair;
        }
        Optional<Occurrence> similar = similar(key);
        if (similar.isPresent()) {
            findings.add(Finding.error(similar.get()));
            return store.pairs().find(realm.getId(), similar.get().details().get(LookAlikes.SIMILAR));
        }
        Optional<Occurrence> elsewhere = store.diagnosis().realms(key).stream().flatMap(this::visible).findFirst();
        findings.add(Finding.error(elsewhere.orElse(Occurrence.of(Reason.UNKNOWN_KEY))));
        if (elsewhere.isEmpty()) {
            token.map(this::stranger).filter(finding -> finding.code() != Reason.WRONG_TOKEN).ifPresent(findings::add);
        }
        return Optional.empty();
    }

    /** That there is an appKey which looks like this one. */
    Optional<Occurrence> similar(AppKey key) {
        return store.diagnosis().similar(realm.getId(), LookAlikes.of(key)).stream().findFirst()
                .map(existing -> LookAlikes.occurrence(key, existing));
    }

    private Optional<Pair> byToken(AppToken token, List<Finding> findings) {
        Optional<DiagnosisStore.Owner> owner = store.diagnosis().owner(token)
                .filter(found -> found.realmId().equals(realm.getId()));
        if (owner.isEmpty()) {
            Finding stranger = stranger(token);
            findings.add(stranger.code() == Reason.WRONG_TOKEN
                    ? Finding.error(stranger.occurrence().variant("unknown")) : stranger);
            return Optional.empty();
        }
        findings.add(Finding.ok(Occurrence.of(Reason.OTHER_PAIR).with("appKey", owner.get().appKey())));
        return store.pairs().find(realm.getId(), owner.get().appKey());
    }

    /** A token that is not of the pair it was sent with. */
    private Finding stranger(AppToken token) {
        Optional<DiagnosisStore.Owner> owner = store.diagnosis().owner(token);
        Stream<Occurrence> known = owner.stream().flatMap(found -> found.realmId().equals(realm.getId())
                ? Stream.of(Occurrence.of(Reason.OTHER_PAIR).with("appKey", found.appKey()))
                : visible(found.realmId()));
        return Finding.error(known.findFirst().orElse(Occurrence.of(Reason.WRONG_TOKEN)));
    }

    private Stream<Occurrence> visible(String realmId) {
        RealmModel other = session.realms().getRealm(realmId);
        return other != null && caller.mayView(other)
                ? Stream.of(Occurrence.of(Reason.OTHER_REALM).with("realm", other.getName())) : Stream.empty();
    }
}
