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
 * Makes a claim an admin event like every other act on a pair. Who claims is not signed in: it counts as an act of the
 * pair's own client and service account, from the address of the browser.
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
