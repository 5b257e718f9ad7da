package io.github.appkeys.core.service.pairs;

import java.time.Instant;
import java.util.List;

import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.pair.PairStore;
import io.github.appkeys.core.store.AppKeyStore;
import io.github.appkeys.core.store.KeycloakClock;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Makes pairs that were made elsewhere, so that the same appKeys and appTokens work in this realm, in the transaction
 * of the session. The realm's limits hold for appTokens that it makes itself: these keep their expiry.
 */
public final class PairImporter {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AppKeyStore store;
    private final Instant now;

    public PairImporter(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.store = session.getProvider(AppKeyStore.class);
        this.now = KeycloakClock.now();
    }

    /**
     * Whether the pair could be made. Changes nothing.
     *
     * @throws ModelDuplicateException where the appKey is taken
     * @throws InvalidValueException   where it is reserved for Keycloak, or the pair is one that could not be
     */
    public void check(ImportedPair pair) {
        ImportedTokens.requirePast(pair.createdAt(), "createdAt", now);
        pair.tokens().check(now);
        new ApiClientFactory(session, realm).requireFree(pair.appKey());
    }

    /**
     * Makes a pair that {@link #check} let through, and links roles to it.
     *
     * @return its client, which is enabled or not as the pair was
     */
    public ClientModel create(ImportedPair pair, List<RoleModel> roles) {
        ClientModel client = new ApiClientFactory(session, realm)
                .create(pair.appKey(), pair.label(), pair.description());
        store.pairs().add(realm.getId(), new PairStore.Row(client.getId(), pair.createdAt(), pair.createdBy(),
                pair.allowedNetworks(), pair.contact()));
        ImportedTokens tokens = pair.tokens().withIds(KeycloakModelUtils::generateId);
        store.tokens().restore(client.getId(), tokens.tokens(), tokens.currentToken(), tokens.renewal());
        new RoleLinks(session, client).link(roles);
        if (!pair.enabled()) {
            client.setEnabled(false);
            client.updateClient();
        }
        return client;
    }
}
