package io.github.appkeys.admin.access;

import java.util.function.Function;

import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.pair.ApiClient;
import io.github.appkeys.core.service.pairs.TrustedChange;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.ModelToRepresentation;
import org.keycloak.models.utils.RepresentationToModel;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.AdminClientRegisterContext;
import org.keycloak.services.clientpolicy.context.AdminClientRegisteredContext;
import org.keycloak.services.clientpolicy.context.AdminClientUpdateContext;
import org.keycloak.services.clientpolicy.context.AdminClientUpdatedContext;
import org.keycloak.services.resources.admin.AdminAuth;

/**
 * Applies the realm's client policies to an API client that is being created or adopted, as Keycloak's ClientsResource
 * and ClientResource do.
 */
public final class ClientPolicyCheck {

    private final KeycloakSession session;
    private final AdminAuth caller;

    ClientPolicyCheck(KeycloakSession session, AdminAuth caller) {
        this.session = session;
        this.caller = caller;
    }

    /** @throws InvalidValueException if a policy refuses the client, or changes it so that it is no API client */
    public void checkNew(ClientModel client) {
        check(client, representation -> new AdminClientRegisterContext(representation, caller),
                representation -> new AdminClientRegisteredContext(client, caller));
    }

    /** @throws InvalidValueException if a policy refuses the client, or changes it so that it is no API client */
    public void checkAdopted(ClientModel client) {
        check(client, representation -> new AdminClientUpdateContext(representation, client, caller),
                representation -> new AdminClientUpdatedContext(representation, client, caller));
    }

    private void check(ClientModel client, Function<ClientRepresentation, ClientPolicyContext> before,
            Function<ClientRepresentation, ClientPolicyContext> after) {
        try (TrustedChange change = TrustedChange.begin(session)) {
            ClientRepresentation representation = ModelToRepresentation.toRepresentation(client, session);
            session.clientPolicy().triggerOnEvent(before.apply(representation));
            // executors with auto-configure have changed the representation
            RepresentationToModel.updateClient(representation, client, session);
            session.clientPolicy().triggerOnEvent(after.apply(representation));
        } catch (ClientPolicyException e) {
            throw new InvalidValueException("A client policy of this realm refuses the pair: " + e.getErrorDetail());
        }
        if (!ApiClient.isAuthenticator(client.getClientAuthenticatorType())) {
            throw new InvalidValueException("A client policy of this realm wants another client authenticator");
        }
    }
}
