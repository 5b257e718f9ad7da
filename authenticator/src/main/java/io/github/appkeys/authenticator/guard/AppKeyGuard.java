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
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.ClientCRUDContext;
import org.keycloak.services.clientpolicy.context.ClientSecretRotationContext;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/**
 * Refuses changes that would undo the protection of an API client, unless a key manager makes them who may hand out its
 * roles, and changes that make its pair work again, unless the caller may. To key managers it also refuses what would
 * end a pair in use, unless the realm's settings allow that. Checks the proposed client, and the client after the
 * change too, since other executors may alter it in between.
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
        ChangeCaller caller = new ChangeCaller(session, realm, change);
        switch (context.getEvent()) {
            case REGISTER -> created(caller, change.getProposedClientRepresentation().getClientAuthenticatorType());
            case REGISTERED -> created(caller, change.getTargetClient().getClientAuthenticatorType());
            case UPDATE -> proposed(caller, change.getTargetClient(), change.getProposedClientRepresentation());
            case UPDATED -> updated(caller, change, change.getTargetClient());
            case UNREGISTER -> removed(caller, change, change.getTargetClient());
            default -> {
                // nothing is changed
            }
        }
    }

    private void created(ChangeCaller caller, String authenticator) throws GuardException {
        if (ApiClient.isAuthenticator(authenticator) && !caller.isKeyManager()) {
            throw new GuardException(messages.creation());
        }
    }

    private void proposed(ChangeCaller caller, ClientModel client, ClientRepresentation proposal)
            throws GuardException {
        ClientProtection before = ClientSettings.of(client);
        ClientProtection after = ClientSettings.proposed(client, proposal);
        if (isApiClient(client)) {
            Watched watched = new Watched(before, isInUse(client));
            vet(caller, client, watched, after);
            session.setAttribute(BEFORE + client.getId(), watched);
        } else {
            created(caller, after.settings().get(ClientProtection.AUTHENTICATOR));
        }
    }

    private void updated(ChangeCaller caller, ClientCRUDContext change, ClientModel client) throws GuardException {
        if (change instanceof ClientSecretRotationContext) {
            if (isApiClient(client)) {
                vet(caller, client, Set.of(ClientProtection.SECRET), false);
            }
            return;
        }
        Watched watched = session.getAttribute(BEFORE + client.getId(), Watched.class);
        if (watched != null) {
            vet(caller, client, watched, ClientSettings.of(client));
        }
    }

    /** The roles of the pair go with its service account, so who removes it gets none of them. */
    private void removed(ChangeCaller caller, ClientCRUDContext change, ClientModel client) throws GuardException {
        if (!isApiClient(client)) {
            return;
        }
        if (caller.isKeyManager()) {
            if (isInUse(client)) {
                throw new GuardException(messages.deletion(client.getClientId()));
            }
        } else if (!isUseless(change, client)) {
            throw new GuardException(messages.removal(client.getClientId()));
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

    private void vet(ChangeCaller caller, ClientModel client, Watched watched, ClientProtection after)
            throws GuardException {
        Collection<String> ended = watched.before.endedBy(after);
        if (watched.inUse && !ended.isEmpty() && caller.isKeyManager()) {
            throw new GuardException(messages.ending(client.getClientId(), ended));
        }
        vet(caller, client, watched.before.undoneBy(after), watched.before.reopenedBy(after));
    }

    /** Who changes how a client authenticates, or enables it, may get a token with all of its roles. */
    private void vet(ChangeCaller caller, ClientModel client, Collection<String> undone, boolean reopened)
            throws GuardException {
        if (!undone.isEmpty() && !caller.isKeyManager()) {
            throw new GuardException(messages.change(client.getClientId(), undone));
        }
        if (!undone.isEmpty() || reopened) {
            requireHandOut(caller, client);
        }
    }

    private void requireHandOut(ChangeCaller caller, ClientModel client) throws GuardException {
        if (!caller.mayHandOut(client)) {
            throw new GuardException(messages.power(client.getClientId()));
        }
    }

    /** A client before a change. */
    private record Watched(ClientProtection before, boolean inUse) {
    }

    private boolean isApiClient(ClientModel client) {
        return ApiClients.isOne(session, client);
    }
}
