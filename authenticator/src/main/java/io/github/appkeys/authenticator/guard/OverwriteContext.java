package io.github.appkeys.authenticator.guard;

import org.keycloak.models.ClientModel;
import org.keycloak.services.clientpolicy.context.AdminClientUnregisterContext;
import org.keycloak.services.resources.admin.AdminAuth;

/** A partial import removes a client, to create it anew. */
final class OverwriteContext extends AdminClientUnregisterContext {

    OverwriteContext(ClientModel client, AdminAuth caller) {
        super(client, caller);
    }
}
