package io.github.appkeys.authenticator.claim;

import io.github.appkeys.core.pair.ApiClient;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.service.pairs.AppKeyService;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/**
 * Records a claim as an admin event, like each other change of a pair. The holder of the link is not signed in, so the
 * event names the client and the service account of the pair, with the address of the browser.
 */
final class ClaimAudit {

    private ClaimAudit() {
    }

    static void claimed(KeycloakSession session, Pair pair) {
        RealmModel realm = session.getContext().getRealm();
        AppKeyService pairs = new AppKeyService(session, realm);
        AdminAuth itself = new AdminAuth(realm, null, pairs.serviceAccount(pair), pairs.client(pair));
        new AdminEventBuilder(realm, itself, session, session.getContext().getConnection())
                .resource(ApiClient.RESOURCE_TYPE)
                .operation(OperationType.ACTION)
                .resourcePath("app-keys", pair.appKey(), "claim")
                .success();
    }
}
