package io.github.appkeys.core.service.diagnosis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.appkeys.core.diagnosis.Finding;
import io.github.appkeys.core.diagnosis.Question;
import io.github.appkeys.core.diagnosis.TokenChecks;
import io.github.appkeys.core.diagnosis.UseChecks;
import io.github.appkeys.core.exchange.PairCredentials;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.reason.ReasonMessages;
import io.github.appkeys.core.service.pairs.AppKeyService;
import io.github.appkeys.core.service.settings.RealmSettingsAttributes;
import io.github.appkeys.core.settings.RealmSettings;
import io.github.appkeys.core.store.AppKeyStore;
import io.github.appkeys.core.store.KeycloakClock;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.AccessToken;

/** Goes through everything that an exchange depends on. Asks the database as little for one pair as for any other. */
public final class DiagnosisService {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Caller caller;
    private final AppKeyStore store;
    private final PastedPairChecks pastedPairs;

    public DiagnosisService(KeycloakSession session, RealmModel realm, Caller caller) {
        this.session = session;
        this.realm = realm;
        this.caller = caller;
        this.store = session.getProvider(AppKeyStore.class);
        this.pastedPairs = new PastedPairChecks(session, realm, caller);
    }

    /** Looks at what an integrator sent, and at the pair that was meant, where there is one. */
    public Diagnosis ofPasted(Question question) {
        List<Finding> findings = new ArrayList<>(question.pasted().findings());
        Optional<Pair> pair = pastedPairs.identify(question.pasted(), findings);
        return pair.map(meant -> ofPair(meant, question, findings)).orElseGet(() -> {
            findings.addAll(RealmChecks.of(realm, RealmSettingsAttributes.read(realm)));
            return new Diagnosis(null, findings, null);
        });
    }

    /** Looks at a pair, and at its appToken where the question holds one. */
    public Diagnosis ofPair(Pair pair, Question question) {
        return ofPair(pair, question, new ArrayList<>(question.pasted().findings()));
    }

    /** What to answer to somebody who asks for a pair that does not exist, in English. */
    public String unknown(String appKey) {
        Optional<Occurrence> similar = AppKey.isWellFormed(appKey) && !AppToken.looksLikeOne(appKey)
                ? pastedPairs.similar(new AppKey(appKey)) : Optional.empty();
        return ReasonMessages.ENGLISH.says(similar.orElse(Occurrence.of(Reason.UNKNOWN_KEY)));
    }

    private Diagnosis ofPair(Pair pair, Question question, List<Finding> findings) {
        Instant now = KeycloakClock.now();
        RealmSettings settings = RealmSettingsAttributes.read(realm);
        ClientModel client = new AppKeyService(session, realm).client(pair);
        UserModel account = session.users().getServiceAccount(client);
        Optional<PairCredentials> credentials = AppKey.isWellFormed(pair.appKey())
                ? store.credentials().find(realm.getId(), new AppKey(pair.appKey())) : Optional.empty();
        findings.addAll(RealmChecks.of(realm, settings));
        findings.addAll(ClientChecks.of(client, account, credentials.map(PairCredentials::disabledAt).orElse(null)));
        Optional<Pair.Token> used = question.pasted().token().flatMap(token -> pastedPairs.token(token, pair,
                credentials, findings));
        findings.addAll(used.map(token -> TokenChecks.of(token, pair, now)).orElseGet(() -> TokenChecks.of(pair, now)));
        findings.add(ClientChecks.network(pair.allowedNetworks(), question.address()));
        findings.addAll(new RoleChecks(session, caller, store.diagnosis(), client, account, question.scope())
                .of(pair.appKey(), settings.requireRole(), question.requiredRoles()));
        findings.addAll(UseChecks.of(store.diagnosis(), realm.getId(), pair));
        AccessToken token = token(question.scope(), client, account, findings);
        return new Diagnosis(pair.appKey(), findings, token);
    }

    private AccessToken token(String scope, ClientModel client, UserModel account, List<Finding> findings) {
        if (scope == null || account == null) {
            return null;
        }
        ExampleToken example = new ExampleToken(session, client, account);
        if (!example.isScopeAllowed(scope)) {
            findings.add(ExampleToken.unknown(scope));
            return null;
        }
        return example.with(scope);
    }
}
