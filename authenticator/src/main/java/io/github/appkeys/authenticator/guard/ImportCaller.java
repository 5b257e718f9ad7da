package io.github.appkeys.authenticator.guard;

import io.github.appkeys.core.service.compat.AuthResults;
import jakarta.ws.rs.NotAuthorizedException;
import org.keycloak.common.util.Encode;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.resources.admin.AdminAuth;

/** Authenticates the caller of the admin REST API again, where Keycloak does not pass the caller on. */
final class ImportCaller {

    private ImportCaller() {
    }

    /**
     * Does what AdminRoot.authenticateRealmAdminRequest does, except for the proof of possession: it can be used once
     * only, and was checked there.
     *
     * @throws NotAuthorizedException where the request has no valid token
     */
    static AdminAuth of(KeycloakSession session) {
        KeycloakContext context = session.getContext();
        RealmModel imported = context.getRealm();
        String token = AppAuthManager.extractAuthorizationHeaderToken(context.getRequestHeaders());
        RealmModel realm = session.realms().getRealmByName(realmName(token));
        if (realm == null) {
            throw new NotAuthorizedException("Bearer");
        }
        // Keycloak verifies the token with the keys of the context's realm
        context.setRealm(realm);
        try {
            AuthenticationManager.AuthResult result = AuthenticationManager.verifyIdentityToken(session, realm,
                    context.getUri(), context.getConnection(), true, true, null, false, token,
                    context.getRequestHeaders(), verifier -> { });
            if (result == null) {
                throw new NotAuthorizedException("Bearer");
            }
            return AuthResults.adminAuth(realm, result);
        } finally {
            context.setRealm(imported);
        }
    }

    private static String realmName(String token) {
        try {
            String issuer = new JWSInput(token).readJsonContent(AccessToken.class).getIssuer();
            return Encode.decodePath(issuer.substring(issuer.lastIndexOf('/') + 1));
        } catch (JWSInputException e) {
            throw new NotAuthorizedException("Bearer");
        }
    }
}
