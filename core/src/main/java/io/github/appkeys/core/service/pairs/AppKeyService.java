package io.github.appkeys.core.service.pairs;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.appkeys.core.ConflictException;
import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.expiry.TokenEnd;
import io.github.appkeys.core.issuance.CreatedPair;
import io.github.appkeys.core.issuance.TokenIssuer;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.AppKeyGenerator;
import io.github.appkeys.core.pair.ExportedToken;
import io.github.appkeys.core.pair.Maker;
import io.github.appkeys.core.pair.NewPair;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.pair.PairChanges;
import io.github.appkeys.core.pair.PairCursor;
import io.github.appkeys.core.pair.PairFilter;
import io.github.appkeys.core.pair.PairOrder;
import io.github.appkeys.core.pair.PairStore;
import io.github.appkeys.core.pair.TokenStore;
import io.github.appkeys.core.service.settings.ServerOptions;
import io.github.appkeys.core.store.AppKeyStore;
import io.github.appkeys.core.store.KeycloakClock;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.ClientManager;
import org.keycloak.services.managers.RealmManager;

/** Creates, finds, changes and deletes the pairs of a realm, in the transaction of the session. */
public final class AppKeyService {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeycloakSession session;
    private final RealmModel realm;
    private final PairStore pairs;
    private final TokenStore tokens;

    public AppKeyService(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.pairs = session.getProvider(AppKeyStore.class).pairs();
        this.tokens = session.getProvider(AppKeyStore.class).tokens();
    }

    /**
     * Creates a pair without any role.
     *
     * @param createdBy the name of the key manager
     * @throws ModelDuplicateException where the chosen appKey is taken
     * @throws InvalidValueException   where it would expire before it is created
     */
    public CreatedPair create(NewPair pair, String createdBy) {
        Instant now = KeycloakClock.now();
        TokenIssuer.Issued issued = Issuance.issuer(realm).issue(pair.expiresAt(), now, createdBy);
        ClientModel client = addPair(pair, createdBy, now);
        tokens.add(client.getId(), issued.row(), null, null);
        return new CreatedPair(find(client.getClientId()).orElseThrow(), issued.appToken());
    }

    /**
     * Creates a decoy: a pair without any role whose appToken has ended before it could be used. It can never get
     * another one.
     *
     * @param createdBy the name of the key manager
     * @throws ModelDuplicateException where the chosen appKey is taken
     */
    public CreatedPair createDecoy(NewPair pair, String createdBy) {
        CreatedPair created = create(pair, createdBy);
        tokens.end(created.pair().clientUuid(), created.pair().currentTokenId(),
                TokenEnd.settled(created.pair().createdAt(), TokenEnd.Cause.DECOY), createdBy);
        return new CreatedPair(find(created.pair().appKey()).orElseThrow(), created.appToken());
    }

    /**
     * Creates a pair without any role, and a claim link for its appToken.
     *
     * @param by the key manager
     * @throws ModelDuplicateException where the chosen appKey is taken
     * @throws InvalidValueException   where the appToken would expire before it is created
     */
    public CreatedPair createByLink(NewPair pair, Maker by) {
        ClientModel client = addPair(pair, by.name(), KeycloakClock.now());
        return Issuance.claimLinks(session, realm)
                .create(find(client.getClientId()).orElseThrow(), pair.expiresAt(), by);
    }

    /** Creates a pair without any role or appToken, and returns its client. */
    private ClientModel addPair(NewPair pair, String createdBy, Instant now) {
        AppKey appKey = pair.appKey() != null ? pair.appKey() : generator().generate(realm.getName());
        ApiClientFactory.Made made = new ApiClientFactory(session, realm)
                .create(appKey, pair.label(), pair.description());
        pairs.add(realm.getId(), new PairStore.Row(made.client().getId(), now, createdBy, pair.allowedNetworks(),
                pair.contact(), made.account().getId(), null));
        return made.client();
    }

    /** One pair. */
    public Optional<Pair> find(String appKey) {
        return pairs.find(realm.getId(), appKey);
    }

    /** Pairs in an order; see {@link PairStore#list}. */
    public List<Pair> list(PairFilter filter, PairOrder order, int first, int max) {
        return pairs.list(realm.getId(), filter, order, first, max);
    }

    /** The cursors of the same pairs; see {@link PairStore#cursorsAfter}. */
    public List<PairCursor> cursorsAfter(PairFilter filter, PairCursor after, int max) {
        return pairs.cursorsAfter(realm.getId(), filter, after, max);
    }

    /** The pairs at some cursors; see {@link PairStore#listByCursors}. */
    public List<Pair> listByCursors(List<PairCursor> cursors) {
        return pairs.listByCursors(realm.getId(), cursors);
    }

    /** The tokens of some pairs with their hashes, by the ids of the tokens. */
    public Map<String, ExportedToken> kept(List<Pair> found) {
        return tokens.kept(found.stream().map(Pair::clientUuid).toList());
    }

    /** How many pairs there are. */
    public long count(PairFilter filter) {
        return pairs.count(realm.getId(), filter);
    }

    /** Changes a pair that {@link #find} found, and returns it as it is afterwards. */
    public Pair update(Pair pair, PairChanges changes) {
        ClientModel client = client(pair);
        changes.label().ifPresent(client::setName);
        changes.description().ifPresent(text -> client.setDescription(text.isEmpty() ? null : text));
        changes.enabled().ifPresent(client::setEnabled);
        changes.allowedNetworks().ifPresent(networks -> pairs.setAllowedNetworks(client.getId(), networks));
        changes.contact().ifPresent(contact -> pairs.setContact(client.getId(), contact.isEmpty() ? null : contact));
        client.updateClient();
        return find(pair.appKey()).orElseThrow();
    }

    /** Deletes a pair with its client, service account and tokens. This cannot be undone. */
    public void delete(Pair pair) {
        new ClientManager(new RealmManager(session)).removeClient(realm, client(pair));
    }

    /**
     * The client behind a pair.
     *
     * @throws ConflictException where another request has just deleted it
     */
    public ClientModel client(Pair pair) {
        ClientModel client = session.clients().getClientById(realm, pair.clientUuid());
        if (client == null) {
            throw new ConflictException("The pair was deleted a moment ago");
        }
        return client;
    }

    /** The service account of a pair; a new one where it was deleted. */
    public UserModel serviceAccount(Pair pair) {
        return new ServiceAccounts(session).of(client(pair));
    }

    private AppKeyGenerator generator() {
        return new AppKeyGenerator(ServerOptions.current().keyPrefix(), RANDOM);
    }
}
