package io.github.appkeys.core.service.power;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.github.appkeys.core.power.NamedAccounts;
import io.github.appkeys.core.power.PowerRule;
import org.keycloak.authorization.AuthorizationProvider;
import org.keycloak.authorization.model.Policy;
import org.keycloak.authorization.model.ResourceServer;
import org.keycloak.authorization.policy.provider.PolicyProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.authorization.ClientPolicyRepresentation;
import org.keycloak.representations.idm.authorization.GroupPolicyRepresentation;
import org.keycloak.representations.idm.authorization.GroupPolicyRepresentation.GroupDefinition;
import org.keycloak.representations.idm.authorization.RolePolicyRepresentation;
import org.keycloak.representations.idm.authorization.RolePolicyRepresentation.RoleDefinition;
import org.keycloak.representations.idm.authorization.UserPolicyRepresentation;
import org.keycloak.services.resources.admin.fgap.AdminPermissionManagement;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/**
 * Reads the policies of a realm's fine-grained admin permissions, of the version that the server runs. They count while
 * they are switched off in the realm, too: switching them on is one call. No query where the realm never had any.
 */
final class AdminPolicies {

    private final AuthorizationProvider authorization;
    private final ResourceServer permissions;

    /** @param realm the realm whose permissions are meant */
    AdminPolicies(KeycloakSession session, RealmModel realm) {
        AdminPermissionManagement management = AdminPermissions.management(session, realm);
        this.authorization = management.authz();
        this.permissions = management.realmResourceServer();
    }

    /** The rule with the roles that these policies name. */
    PowerRule rule() {
        Set<String> roles = new HashSet<>();
        read("role", RolePolicyRepresentation.class, policy -> {
            if (policy.getRoles() != null) {
                policy.getRoles().stream().map(RoleDefinition::getId).forEach(roles::add);
            }
        });
        return new PowerRule(roles);
    }

    /** The accounts that are named otherwise; empty where the realm has no such permissions. */
    Optional<NamedAccounts> accounts() {
        if (permissions == null) {
            return Optional.empty();
        }
        Set<String> users = new HashSet<>();
        Set<String> clients = new HashSet<>();
        Set<GroupDefinition> groups = new HashSet<>();
        read("user", UserPolicyRepresentation.class, policy -> addAll(users, policy.getUsers()));
        read("client", ClientPolicyRepresentation.class, policy -> addAll(clients, policy.getClients()));
        read("group", GroupPolicyRepresentation.class, policy -> addAll(groups, policy.getGroups()));
        return Optional.of(new NamedAccounts(users, clients, ids(groups, false), ids(groups, true)));
    }

    private <R> void read(String type, Class<R> representation, Consumer<R> reader) {
        if (permissions == null) {
            return;
        }
        PolicyProviderFactory<?> format = authorization.getProviderFactory(type);
        for (Policy policy : authorization.getStoreFactory().getPolicyStore().findByType(permissions, type)) {
            reader.accept(representation.cast(format.toRepresentation(policy, authorization)));
        }
    }

    private static Set<String> ids(Set<GroupDefinition> groups, boolean trees) {
        return groups.stream().filter(group -> group.isExtendChildren() == trees).map(GroupDefinition::getId)
                .collect(Collectors.toSet());
    }

    private static <T> void addAll(Set<T> all, Set<T> some) {
        if (some != null) {
            all.addAll(some);
        }
    }
}
