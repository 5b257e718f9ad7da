package io.github.appkeys.core.service.diagnosis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.github.appkeys.core.diagnosis.DiagnosisStore;
import io.github.appkeys.core.diagnosis.Finding;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RoleUtils;
import org.keycloak.protocol.oidc.TokenManager;

/** Checks the roles of a pair, and the roles that are needed. */
final class RoleChecks {

    private static final int MAX_COMPOSITES = 10;

    private final RealmModel realm;
    private final Caller caller;
    private final DiagnosisStore store;
    private final Set<RoleModel> linked;
    private final Set<RoleModel> held;
    private final Set<RoleModel> inToken;

    /** @param account the service account; null if there is none, and therefore no role */
    RoleChecks(KeycloakSession session, Caller caller, DiagnosisStore store, ClientModel client, UserModel account,
            String scope) {
        this.realm = client.getRealm();
        this.caller = caller;
        this.store = store;
        if (account == null) {
            this.linked = Set.of();
            this.held = Set.of();
            this.inToken = Set.of();
        } else {
            this.linked = new HashSet<>(account.getRoleMappingsStream().toList());
            this.held = RoleUtils.getDeepUserRoleMappings(account);
            this.inToken = TokenManager.getAccess(account, client,
                    TokenManager.getRequestedClientScopes(session, scope, client, account));
        }
    }

    List<Finding> of(String appKey, boolean requireRole, List<String> required) {
        List<Finding> findings = new ArrayList<>();
        findings.add(linked(appKey, requireRole));
        Set<RoleModel> inherited = new HashSet<>(held);
        inherited.removeAll(linked);
        if (!inherited.isEmpty()) {
            findings.add(Finding.ok(Occurrence.of(Reason.INHERITED_ROLES).with("roles", RoleName.of(inherited))));
        }
        Set<RoleModel> needed = new HashSet<>();
        required.forEach(name -> RoleName.find(realm, name).ifPresentOrElse(role -> {
            needed.add(role);
            findings.add(needed(role));
        }, () -> findings.add(Finding.error(Occurrence.of(Reason.ROLE_UNKNOWN).with("role", name)))));
        dropped(needed).ifPresent(findings::add);
        return findings;
    }

    /** As the exchange decides: roles of groups count, since the access token has them. */
    private Finding linked(String appKey, boolean requireRole) {
        Occurrence occurrence = Occurrence.of(Reason.NO_ROLE).with("appKey", appKey);
        if (!held.isEmpty()) {
            return Finding.ok(occurrence.with("roles", RoleName.of(linked.isEmpty() ? held : linked)));
        }
        return requireRole ? Finding.error(occurrence) : Finding.ok(occurrence.variant("notRequired"));
    }

    private Finding needed(RoleModel role) {
        Occurrence occurrence = Occurrence.of(Reason.ROLE_MISSING).with("role", RoleName.of(role));
        if (held.contains(role)) {
            return Finding.ok(occurrence);
        }
        List<RoleModel> composites = composites(role).map(realm::getRoleById)
                .filter(composite -> composite != null && caller.mayLink(composite)).toList();
        return Finding.error(composites.isEmpty() ? occurrence
                : occurrence.variant("composite").with("composites", RoleName.of(composites)));
    }

    /** The ids of the composite roles that contain a role directly or indirectly, the closest first. */
    private Stream<String> composites(RoleModel role) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> contained = new ArrayDeque<>(List.of(role.getId()));
        while (!contained.isEmpty() && found.size() < MAX_COMPOSITES) {
            store.compositesOf(contained.poll()).stream().filter(found::add).forEach(contained::add);
        }
        return found.stream().limit(MAX_COMPOSITES);
    }

    private Optional<Finding> dropped(Collection<RoleModel> needed) {
        Set<RoleModel> dropped = new HashSet<>(held);
        dropped.removeAll(inToken);
        Occurrence occurrence = Occurrence.of(Reason.SCOPE_DROPS_ROLES).with("roles", RoleName.of(dropped));
        if (dropped.isEmpty()) {
            return held.isEmpty() ? Optional.empty() : Optional.of(Finding.ok(occurrence));
        }
        return Optional.of(needed.stream().anyMatch(dropped::contains) ? Finding.error(occurrence)
                : Finding.warn(occurrence));
    }
}
