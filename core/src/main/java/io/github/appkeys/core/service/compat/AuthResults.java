package io.github.appkeys.core.service.compat;

import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.resources.admin.AdminAuth;

/**
 * Reads the result of an authentication. In Keycloak 26.4 it is a class with getters. Since 26.5 it is a record that
 * keeps the getters, deprecated for removal. Can go once 26.4 is no longer supported: then by the record's accessors.
 */
public final class AuthResults {

    private AuthResults() {
    }

    /** The authenticated user as a caller of the admin REST API, who comes from {@code realm}. */
    @SuppressWarnings("removal")
    public static AdminAuth adminAuth(RealmModel realm, AuthResult result) {
        return new AdminAuth(realm, result.getToken(), result.getUser(), result.getClient());
    }
}
