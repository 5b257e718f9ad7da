package io.github.appkeys.admin;

import io.github.appkeys.core.ApiClient;
import io.github.appkeys.core.InvalidValueException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.ModelToRepresentation;
import org.keycloak.models.utils.RepresentationToModel;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.AdminClientRegisterContext;
import org.keycloak.services.clientpolicy.context.AdminClientRegisteredContext;
import org.keycloak.services.resources.admin.AdminAuth;

/** Has the realm's client policies look at an API client that is being made, as ClientsResource.createClientModel does. */
final class ClientPolicyCheck {

    private final KeycloakSession session;
    private final AdminAuth caller;

    ClientPolicyCheck(KeycloakSession session, AdminAuth caller) {
        this.session = session;
        this.caller = caller;
    }

    /** @throws InvalidValueException where a policy refuses the client, or makes it one that is no API client */
    void check(ClientModel client) {
        try {
            ClientRepresentation representation = ModelToRepresentation.toRepresentation(client, session);
            session.clientPolicy().triggerOnEvent(new AdminClientRegisterContext(representation, caller));
            // executors that configure by themselves did so in the representation
            RepresentationToModel.updateClient(representation, client, session);
            session.clientPolicy().triggerOnEvent(new AdminClientRegisteredContext(client, caller));
        } catch (ClientPolicyException e) {
            throw new InvalidValueException("A client policy of this realm refuses the pair: " + e.getErrorDetail());
        }
        if (!ApiClient.AUTHENTICATOR.equals(client.getClientAuthenticatorType())) {
            throw new InvalidValueException("A client policy of this realm wants another client authenticator");
        }
    }
}
