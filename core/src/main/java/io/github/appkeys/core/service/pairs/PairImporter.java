package io.github.appkeys.core.service.pairs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.github.appkeys.core.ConflictException;
import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.expiry.TokenEnd;
import io.github.appkeys.core.pair.ExportedToken;
import io.github.appkeys.core.history.Act;
import io.github.appkeys.core.pair.PairStore;
import io.github.appkeys.core.store.AppKeyStore;
import io.github.appkeys.core.store.KeycloakClock;
import io.github.appkeys.core.store.PairHistory;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Creates pairs of another realm or server in this realm, or gives them back to clients that lost them, in the
 * transaction of the session: the same appKeys and appTokens work here. Imported appTokens keep their expiry, whatever
 * the realm's limit for new ones is. Writes in batches, so that very many pairs can be imported.
 */
public final class PairImporter {

    /** The number of pairs after which changes are flushed and entities released, to bound the memory. */
    private static final int BATCH = 50;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AppKeyStore store;
    private final Instant now;
    private final String by;
    private int sinceFlush;
    private boolean inserting;

    /**
     * For one import: an instance counts its pairs.
     *
     * @param by the name of the user who imports
     */
    public PairImporter(KeycloakSession session, RealmModel realm, String by) {
        this.by = by;
        this.session = session;
        this.realm = realm;
        this.store = session.getProvider(AppKeyStore.class);
        this.now = KeycloakClock.now();
    }

    /**
     * Checks whether the pair could be created, or restored: an API client with its appKey is there without a pair.
     * Changes nothing.
     *
     * @return the client to restore; empty where one is to be created
     * @throws ModelDuplicateException if the appKey is taken
     * @throws InvalidValueException   if the appKey is reserved for Keycloak, or the pair contradicts itself
     */
    public Optional<ClientModel> check(ImportedPair pair) {
        flushFullBatch();
        ImportedPair.Tokens.requirePast(pair.createdAt(), "createdAt", now);
        pair.tokens().check(now);
        ImportedPair.Tokens.requirePast(pair.lastUse() == null ? null : pair.lastUse().at(), "lastUsedAt", now);
        ApiClientFactory clients = new ApiClientFactory(session, realm);
        Optional<ClientModel> orphan = clients.orphan(pair.appKey());
        if (orphan.isEmpty()) {
            clients.requireFree(pair.appKey());
        }
        return orphan;
    }

    /**
     * The client to restore for a pair for which {@link #check} found one.
     *
     * @throws ConflictException if there is none any more
     */
    public ClientModel orphan(ImportedPair pair) {
        flushFullBatch();
        return new ApiClientFactory(session, realm).orphan(pair.appKey())
                .orElseThrow(() -> new ConflictException("The client " + pair.appKey() + " was changed a moment ago"));
    }

    /**
     * Creates a pair that passed {@link #check}, and links roles to it.
     *
     * @return its client, enabled if the pair was; valid until the next call
     */
    public ClientModel create(ImportedPair pair, List<RoleModel> roles) {
        flushFullBatch();
        prepareInserting();
        ApiClientFactory.Made made = new ApiClientFactory(session, realm)
                .create(pair.appKey(), pair.label(), pair.description());
        ClientModel client = made.client();
        add(client, made.account(), pair, roles);
        if (!pair.enabled()) {
            client.setEnabled(false);
            client.updateClient();
        }
        return client;
    }

    /**
     * Gives a client that {@link #orphan} has just found its pair again, and links roles to it. What Keycloak keeps
     * stays as it is: the label, the description, the roles it has. It is enabled where both the client and the pair
     * were.
     *
     * @return the client
     */
    public ClientModel restore(ClientModel client, ImportedPair pair, List<RoleModel> roles) {
        prepareInserting();
        // its client secret is in no export
        client.removeAttribute(Adoption.SECRET_UNTIL);
        add(client, ApiClientFactory.protect(session, client), pair, roles);
        if (!pair.enabled()) {
            client.setEnabled(false);
        }
        // where it is disabled, the row keeps since when
        client.updateClient();
        return client;
    }

    private void prepareInserting() {
        if (!inserting) {
            store.prepareBulkInsert();
            inserting = true;
        }
    }

    private void add(ClientModel client, UserModel account, ImportedPair pair, List<RoleModel> roles) {
        store.pairs().add(realm.getId(), new PairStore.Row(client.getId(), pair.createdAt(), pair.createdBy(),
                pair.allowedNetworks(), pair.contact(), account.getId(), pair.lastUse()));
        if (!pair.enabled() || !client.isEnabled()) {
            // part of the import, not something that happens to the pair later
            store.pairs().setDisabledAt(client.getId(), now);
        }
        ImportedPair.Tokens tokens = pair.tokens().withIds(KeycloakModelUtils::generateId);
        store.tokens().restore(client.getId(), tokens.tokens(), tokens.currentToken(), tokens.renewal(),
                now);
        for (ExportedToken token : tokens.tokens()) {
            if (token.leakedAt() != null) {
                store.alarms().restore(client.getId(), token.token().id(), token.leakedAt());
            }
            if (pair.decoy()) {
                store.tokens().end(client.getId(), token.token().id(),
                        TokenEnd.settled(token.token().createdAt(), TokenEnd.Cause.DECOY), by);
            }
        }
        new RoleLinks(account).link(roles);
        new PairHistory(session).note(client.getId(), Act.IMPORTED, by, null, null);
    }

    /** Before a pair, not after it: the caller may still change the client that {@link #create} returned last. */
    private void flushFullBatch() {
        if (sinceFlush == BATCH) {
            store.flushAndClear();
            sinceFlush = 0;
        }
        sinceFlush++;
    }
}
