package io.github.appkeys.authenticator.gateway;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.appkeys.core.gateway.RoleName;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RoleUtils;
import org.keycloak.protocol.oidc.TokenManager;

/**
 * The client scopes and roles that an access token of a pair is made of: those that an exchange would grant. Answered
 * from Keycloak's caches.
 */
final class GrantedScopes {

    private final List<ClientScopeModel> scopes;
    private final Set<RoleModel> held;
    private final Set<RoleModel> roles;
    private final boolean isComplete;

    /**
     * @param wanted    names of client scopes that are requested
     * @param scope     the same as one text; null for none
     */
    GrantedScopes(KeycloakSession session, ClientModel client, UserModel account, List<String> wanted, String scope) {
        this.held = RoleUtils.getDeepUserRoleMappings(account);
        this.scopes = TokenManager.getRequestedClientScopes(session, scope, client, account)
                .filter(this::isPermitted).toList();
        this.roles = TokenManager.getAccess(account, client, scopes.stream());
        this.isComplete = TokenManager.isValidScope(session, scope, client, account) && hasAll(wanted);
    }

    /** Whether all that was requested is granted. */
    boolean isComplete() {
        return isComplete;
    }

    /** The client scopes in force, the client itself among them. */
    List<ClientScopeModel> scopes() {
        return scopes;
    }

    /** All roles of the pair, also those that no scope lets into the token. */
    Set<RoleModel> held() {
        return held;
    }

    /** The roles that the scopes let into the token. */
    Set<RoleName> roles() {
        return roles.stream().map(GrantedScopes::name).collect(Collectors.toSet());
    }

    /** Whether all of these roles are among them. */
    boolean hasRoles(Collection<RoleName> needed) {
        return needed.isEmpty() || roles().containsAll(needed);
    }

    private static RoleName name(RoleModel role) {
        return RoleName.of(role.getContainer() instanceof ClientModel client ? client.getClientId() : null,
                role.getName());
    }

    private boolean hasAll(List<String> wanted) {
        Set<String> names = new HashSet<>(Set.of(OAuth2Constants.SCOPE_OPENID));
        scopes.stream().filter(scope -> !(scope instanceof ClientModel)).forEach(scope -> names.add(scope.getName()));
        return wanted.stream().allMatch(name -> names.contains(name) || name.indexOf(':') > 0
                && names.contains(name.substring(0, name.indexOf(':'))));
    }

    /** As in Keycloak's DefaultClientSessionContext: a scope with roles is for those who have one of them. */
    private boolean isPermitted(ClientScopeModel scope) {
        if (scope instanceof ClientModel) {
            return true;
        }
        Set<RoleModel> needed = scope.getScopeMappingsStream().collect(Collectors.toSet());
        return needed.isEmpty() || RoleUtils.expandCompositeRoles(needed).stream().anyMatch(held::contains);
    }
}
