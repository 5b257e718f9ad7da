package io.github.appkeys.core.service.power;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import io.github.appkeys.core.power.NamedAccounts;
import io.github.appkeys.core.power.PowerRule;
import io.github.appkeys.core.power.RolePower;
import io.github.appkeys.core.service.pairs.RoleLinks;
import io.github.appkeys.core.service.settings.AppKeyRoles;
import io.github.appkeys.core.store.AppKeyStore;
import org.keycloak.Config;
import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RoleUtils;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * Which roles a caller may hand out: link to a pair, or give anew by an appToken of a pair that holds them. Asked at
 * each such act, since a role that gives no power today may give some tomorrow. An instance is for one call: it reads
 * the realm's admin permissions once, and only if a question needs them.
 *
 * <p>Says nothing about the role of ours that a call needs as well.
 */
public final class HandoutRights {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator caller;
    private final Map<String, Boolean> answers = new HashMap<>();
    private AdminPolicies policies;
    private PowerRule rule;

    /**
     * @param realm  the realm of all roles and clients that are asked about
     * @param caller null where no administrator is signed in: then nothing that gives power may be handed out
     */
    public HandoutRights(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator caller) {
        this.session = session;
        this.realm = realm;
        this.caller = caller;
    }

    /** Whether the caller may hand out all of these roles, with all that they contain. */
    public boolean mayHandOut(Collection<RoleModel> roles) {
        return RoleUtils.expandCompositeRoles(new HashSet<>(roles)).stream().allMatch(this::mayHandOutAlone);
    }

    /**
     * Whether the caller may give a new appToken for the pair of a client, or make an old one usable again: the
     * caller may hand out all roles that its service account has, by groups too. Where a policy of the realm's admin
     * permissions names the account, its client or a group of it, the caller must manage the realm.
     */
    public boolean mayHandOut(ClientModel client) {
        return RoleLinks.held(session, client).stream().allMatch(this::mayHandOutAlone)
                && (!isNamed(client) || managesRealm());
    }

    /** The same answers as {@link #mayHandOut(Collection)} for one role at a time, to ask about very many roles. */
    public Predicate<RoleModel> forMany() {
        Set<String> composites = session.getProvider(AppKeyStore.class).composites().composites(realm.getId());
        return role -> composites.contains(role.getId()) ? mayHandOut(List.of(role)) : mayHandOutAlone(role);
    }

    private boolean mayHandOutAlone(RoleModel role) {
        RolePower power = rule().of(fact(role));
        return power == RolePower.NONE || answers.computeIfAbsent(role.getId(),
                id -> power.mayHandOut(() -> mayMap(role), this::managesRealm));
    }

    /** Keycloak's rule on mapping roles does not know our four roles, so the caller must have these. */
    private boolean mayMap(RoleModel role) {
        return caller != null && caller.roles().canMapRole(role)
                && (!AppKeyRoles.ALL.contains(role.getName()) || caller.hasOneAdminRole(role.getName()));
    }

    private boolean managesRealm() {
        return caller != null && caller.realm().canManageRealm();
    }

    private boolean isNamed(ClientModel client) {
        return policies().accounts().filter(named -> named.contain(account(client))).isPresent();
    }

    private PowerRule rule() {
        if (rule == null) {
            rule = policies().rule();
        }
        return rule;
    }

    private AdminPolicies policies() {
        if (policies == null) {
            policies = new AdminPolicies(session, realm);
        }
        return policies;
    }

    private static PowerRule.Role fact(RoleModel role) {
        ClientModel client = role.getContainer() instanceof ClientModel container ? container : null;
        RealmModel realm = client == null ? (RealmModel) role.getContainer() : client.getRealm();
        return new PowerRule.Role(role.getId(), role.getName(), client == null ? null : client.getClientId(),
                Config.getAdminRealm().equals(realm.getName()));
    }

    private NamedAccounts.Account account(ClientModel client) {
        UserModel account = session.users().getServiceAccount(client);
        Set<String> groups = new HashSet<>();
        Set<String> above = new HashSet<>();
        if (account != null) {
            account.getGroupsStream().forEach(group -> {
                groups.add(group.getId());
                for (GroupModel each = group; each != null; each = each.getParent()) {
                    above.add(each.getId());
                }
            });
        }
        return new NamedAccounts.Account(account == null ? null : account.getId(), client.getId(), groups, above);
    }
}
