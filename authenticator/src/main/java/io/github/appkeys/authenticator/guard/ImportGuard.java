package io.github.appkeys.authenticator.guard;

import java.util.function.Function;
import java.util.regex.Pattern;

import io.github.appkeys.core.guard.GuardMessages;
import io.github.appkeys.core.pair.ApiClient;
import io.github.appkeys.core.service.settings.RealmSettingsAttributes;
import io.github.appkeys.core.settings.RealmSettings;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Response;
import org.keycloak.OAuthErrorException;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.services.ErrorResponseException;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.AdminClientRegisteredContext;
import org.keycloak.services.resources.admin.AdminAuth;

/**
 * Runs the realm's client policies for API clients that a partial import creates or overwrites: Keycloak does not (see
 * ClientsPartialImport). None may be overwritten, unless the realm's settings leave that to key managers. A refusal
 * stops the import, and its transaction is rolled back.
 */
final class ImportGuard implements ProviderEventListener {

    /** Matches the segment anywhere in the path: an extra check does no harm, a missed one would. */
    private static final Pattern PARTIAL_IMPORT = Pattern.compile("(^|/)partialImport(/|;|$)");

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof ClientModel.ClientRemovedEvent removed) {
            refuseOverwriting(removed.getKeycloakSession(), removed.getClient());
            vet(removed.getKeycloakSession(), removed.getClient(),
                    caller -> new OverwriteContext(removed.getClient(), caller));
        } else if (event instanceof ClientModel.ClientUpdatedEvent updated) {
            vet(updated.getKeycloakSession(), updated.getUpdatedClient(),
                    caller -> new AdminClientRegisteredContext(updated.getUpdatedClient(), caller));
        }
    }

    /** For any caller: the import of a whole realm's clients would silently delete all pairs. */
    private static void refuseOverwriting(KeycloakSession session, ClientModel client) {
        RealmSettings settings = RealmSettingsAttributes.read(client.getRealm());
        if (settings.enabled() && settings.guardAdministrators()
                && ApiClient.isAuthenticator(client.getClientAuthenticatorType()) && isPartialImport(session)) {
            throw new ErrorResponseException(OAuthErrorException.INVALID_CLIENT_METADATA,
                    new GuardMessages(client.getRealm().getName()).overwriting(client.getClientId()),
                    Response.Status.BAD_REQUEST);
        }
    }

    private static void vet(KeycloakSession session, ClientModel client,
            Function<AdminAuth, ClientPolicyContext> context) {
        if (!ApiClient.isAuthenticator(client.getClientAuthenticatorType()) || !isPartialImport(session)) {
            return;
        }
        try {
            session.clientPolicy().triggerOnEvent(context.apply(ImportCaller.of(session)));
        } catch (ClientPolicyException e) {
            throw new ErrorResponseException(e.getError(), e.getErrorDetail(), Response.Status.BAD_REQUEST);
        }
    }

    private static boolean isPartialImport(KeycloakSession session) {
        try {
            HttpRequest request = session.getContext().getHttpRequest();
            return HttpMethod.POST.equals(request.getHttpMethod())
                    && PARTIAL_IMPORT.matcher(request.getUri().getPath()).find();
        } catch (ContextNotActiveException e) {
            // no request: a scheduled task, or an import at the start of the server
            return false;
        }
    }
}
