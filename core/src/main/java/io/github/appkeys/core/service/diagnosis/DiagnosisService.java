package io.github.appkeys.core.service.diagnosis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.appkeys.core.diagnosis.AlarmChecks;
import io.github.appkeys.core.diagnosis.Finding;
import io.github.appkeys.core.diagnosis.LookAlikes;
import io.github.appkeys.core.diagnosis.PastedPairChecks;
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

/** Checks everything that an exchange depends on. The number of queries does not depend on the number of pairs. */
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
        this.pastedPairs = new PastedPairChecks(realm.getId(), appKey -> store.pairs().find(realm.getId(), appKey),
                appKey -> store.pairs().isOrphan(realm.getId(), appKey), this::visibleName, store.diagnosis());
    }

    /** Examines what an integrator sent, and the pair that was meant, if there is one. */
    public Diagnosis ofPasted(Question question) {
        PastedPairChecks.Identified meant = pastedPairs.identify(question.pasted());
        return meant.pair().map(pair -> ofPair(pair, question, meant.findings()))
                .orElseGet(() -> new Diagnosis(null, Stream.of(question.pasted().findings(), meant.findings(),
                        RealmChecks.of(session, realm, RealmSettingsAttributes.read(realm)))
                        .flatMap(List::stream).toList(), null));
    }

    /** Examines a pair, and its appToken if the question holds one. */
    public Diagnosis ofPair(Pair pair, Question question) {
        return ofPair(pair, question, List.of());
    }

    /** The message for a pair that does not exist, in English. */
    public String unknown(String appKey) {
        Optional<Occurrence> similar = AppKey.isWellFormed(appKey) && !AppToken.looksLikeOne(appKey)
                ? orphan(appKey).or(() -> similar(new AppKey(appKey))) : Optional.empty();
        return ReasonMessages.ENGLISH.says(similar.orElse(Occurrence.of(Reason.UNKNOWN_KEY)));
    }

    private Optional<Occurrence> orphan(String appKey) {
        return store.pairs().isOrphan(realm.getId(), appKey) ? Optional.of(Occurrence.of(Reason.ORPHAN))
                : Optional.empty();
    }

    private Optional<Occurrence> similar(AppKey key) {
        return pastedPairs.similar(key).map(existing -> LookAlikes.occurrence(key, existing));
    }

    /** @param identified how the pair was found */
    private Diagnosis ofPair(Pair pair, Question question, List<Finding> identified) {
        RealmSettings settings = RealmSettingsAttributes.read(realm);
        ClientModel client = new AppKeyService(session, realm).client(pair);
        UserModel account = session.users().getServiceAccount(client);
        Optional<PairCredentials> credentials = AppKey.isWellFormed(pair.appKey())
                ? store.credentials().find(realm.getId(), new AppKey(pair.appKey())) : Optional.empty();
        List<Finding> findings = new ArrayList<>(question.pasted().findings());
        findings.addAll(identified);
        findings.addAll(RealmChecks.of(session, realm, settings));
        findings.addAll(ClientChecks.of(client, account, credentials.map(PairCredentials::disabledAt).orElse(null)));
        findings.addAll(tokens(pair, question.pasted().token(), credentials));
        findings.addAll(AlarmChecks.of(pair, KeycloakClock.now()));
        findings.add(ClientChecks.network(pair.allowedNetworks(), question.address()));
        findings.addAll(new RoleChecks(session, caller, store.diagnosis(), client, account, question.scope())
                .of(pair.appKey(), settings.requireRole(), question.requiredRoles()));
        findings.addAll(account == null ? List.of()
                : MapperChecks.of(session, client, question.scope(), settings.strictRoles()));
        findings.addAll(UseChecks.of(store.diagnosis(), realm.getId(), pair));
        ExampleToken.Outcome example = example(question.scope(), client, account);
        findings.addAll(example.findings());
        return new Diagnosis(pair.appKey(), findings, example.token());
    }

    private List<Finding> tokens(Pair pair, Optional<AppToken> sent, Optional<PairCredentials> credentials) {
        Instant now = KeycloakClock.now();
        if (sent.isEmpty()) {
            return TokenChecks.of(pair, now);
        }
        PastedPairChecks.Matched matched = pastedPairs.match(sent.get(), pair, credentials);
        List<Finding> others = matched.token().map(token -> TokenChecks.of(token, pair, now))
                .orElseGet(() -> TokenChecks.of(pair, now));
        return Stream.concat(Stream.of(matched.finding()), others.stream()).toList();
    }

    private ExampleToken.Outcome example(String scope, ClientModel client, UserModel account) {
        return scope == null || account == null ? ExampleToken.Outcome.NONE
                : new ExampleToken(session, client, account).of(scope);
    }

    /** The name of a realm whose pairs the caller may see. */
    private Optional<String> visibleName(String realmId) {
        return Optional.ofNullable(session.realms().getRealm(realmId)).filter(caller::mayView).map(RealmModel::getName);
    }
}
