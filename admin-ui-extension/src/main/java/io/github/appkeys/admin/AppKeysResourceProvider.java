package io.github.appkeys.admin;

import io.github.appkeys.admin.access.AdminCall;
import io.github.appkeys.admin.access.AppKeyPermissions;
import io.github.appkeys.core.pair.ApiClient;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Creates the resource for a request. */
final class AppKeysResourceProvider implements AdminRealmResourceProvider {

    @Override
    public Object getResource(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth,
            AdminEventBuilder adminEvent) {
        return new AppKeysResource(new AdminCall(session, realm, new AppKeyPermissions(session, realm, auth),
                adminEvent.resource(ApiClient.RESOURCE_TYPE), session.getContext().getUri()));
    }

    @Override
    public void close() {
        // nothing to release
    }
}
