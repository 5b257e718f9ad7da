package io.github.appkeys.authenticator.guard;

import java.util.Collection;
import java.util.Set;

import io.github.appkeys.core.guard.ClientProtection;
import io.github.appkeys.core.guard.GuardMessages;
import io.github.appkeys.core.pair.ApiClient;
import io.github.appkeys.core.service.pairs.ApiClients;
import io.github.appkeys.core.service.pairs.TrustedChange;
import io.github.appkeys.core.service.settings.RealmSettingsAttributes;
import io.github.appkeys.core.store.AppKeyStore;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.ClientCRUDContext;
import org.keycloak.services.clientpolicy.context.ClientSecretRotationContext;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/**
 * Refuses changes that would undo the protection of an API client, unless a key manager makes them, and to key managers
 * those that would end a pair in use, unless the realm's settings allow that. Checks the proposed
 * client, and the client after the change too, since other executors may alter it in between.
 */
final class AppKeyGuard implements ClientPolicyExecutorProvider<ClientPolicyExecutorConfigurationRepresentation> {

    private static final String BEFORE = "appKeys.guard.before.";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final GuardMessages messages;

    AppKeyGuard(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.messages = new GuardMessages(realm.getName());
    }

    @Override
    public String getProviderId() {
        return AppKeyGuardFactory.PROVIDER_ID;
    }

    @Override
    public void executeOnEvent(ClientPolicyContext context) throws ClientPolicyException {
        if (!(context instanceof ClientCRUDContext change) || TrustedChange.isGoingOn(session)) {
            return;
        }
        switch (context.getEvent()) {
            case REGISTER -> created(change, change.getProposedClientRepresentation().getClientAuthenticatorType());
            case REGISTERED -> created(change, change.getTargetClient().getClientAuthenticatorType());
            case UPDATE -> proposed(change, change.getTargetClient());
            case UPDATED -> updated(change, change.getTargetClient());
            case UNREGISTER -> removed(change, change.getTargetClient());
            default -> {
                // nothing is changed
            }
        }
    }

    private void created(ClientCRUDContext change, String authenticator) throws GuardException {
        if (ApiClient.isAuthenticator(authenticator) && !isByKeyManager(change)) {
            throw new GuardException(messages.creation());
        }
    }

    private void proposed(ClientCRUDContext change, ClientModel client) throws GuardException {
        ClientProtection before = ClientSettings.of(client);
        ClientProtection after = ClientSettings.proposed(client, change.getProposedClientRepresentation());
        if (!isApiClient(client)) {
            created(change, after.settings().get(ClientProtection.AUTHENTICATOR));
        } else {
            boolean byKeyManager = isByKeyManager(change);
            if (!byKeyManager || isInUse(client)) {
                Watched watched = new Watched(before, byKeyManager);
                refuse(client, watched, after);
                session.setAttribute(BEFORE + client.getId(), watched);
            }
        }
    }

    private void updated(ClientCRUDContext change, ClientModel client) throws GuardException {
        if (change instanceof ClientSecretRotationContext) {
            if (isApiClient(client) && !isByKeyManager(change)) {
                refuse(client, Set.of(ClientProtection.SECRET));
            }
            return;
        }
        Watched watched = session.getAttribute(BEFORE + client.getId(), Watched.class);
        if (watched != null) {
            refuse(client, watched, ClientSettings.of(client));
        }
    }

    private void removed(ClientCRUDContext change, ClientModel client) throws GuardException {
        if (!isApiClient(client)) {
            return;
        }
        if (isByKeyManager(change)) {
            if (isInUse(client)) {
                throw new GuardException(messages.deletion(client.getClientId()));
            }
        } else if (!isUseless(change, client)) {
            throw new GuardException(messages.removal(client.getClientId()));
        }
    }

    private void refuse(ClientModel client, Watched watched, ClientProtection after) throws GuardException {
        if (!watched.byKeyManager) {
            refuse(client, watched.before.undoneBy(after));
            return;
        }
        Collection<String> ended = watched.before.endedBy(after);
        if (!ended.isEmpty()) {
            throw new GuardException(messages.ending(client.getClientId(), ended));
        }
    }

    /** An API client without a pair cannot be exchanged. During an import the pair may be gone a moment before. */
    private boolean isUseless(ClientCRUDContext change, ClientModel client) {
        return !(change instanceof OverwriteContext) && ApiClients.isOrphan(session, client);
    }

    /** Whether key managers, too, have to disable it before they end it. */
    private boolean isInUse(ClientModel client) {
        return client.isEnabled() && RealmSettingsAttributes.read(realm).guardAdministrators()
                && session.getProvider(AppKeyStore.class).pairs().hasPair(client.getId());
    }

    private void refuse(ClientModel client, Collection<String> undone) throws GuardException {
        if (!undone.isEmpty()) {
            throw new GuardException(messages.change(client.getClientId(), undone));
        }
    }

    /** A client before a change. */
    private record Watched(ClientProtection before, boolean byKeyManager) {
    }

    private boolean isApiClient(ClientModel client) {
        return ApiClients.isOne(session, client);
    }

    private boolean isByKeyManager(ClientCRUDContext change) {
        return KeyManagers.isOne(session, realm, change);
    }
}
