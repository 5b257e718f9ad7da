package io.github.appkeys.admin.access;

import java.util.List;
import java.util.function.Predicate;

import io.github.appkeys.admin.http.ErrorResponses;
import io.github.appkeys.core.pair.Maker;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.service.diagnosis.Caller;
import io.github.appkeys.core.service.pairs.AppKeyService;
import io.github.appkeys.core.service.power.HandoutRights;
import io.github.appkeys.core.service.settings.AppKeyRoles;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/**
 * What the caller may do. The roles are those of {@link AppKeyRoles}; {@code manage-clients} grants nothing here.
 */
public final class AppKeyPermissions {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;
    private final HandoutRights handout;

    public AppKeyPermissions(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
        this.handout = new HandoutRights(session, realm, auth);
    }

    public void requireView() {
        require(AppKeyRoles.VIEW);
    }

    public void requireManage() {
        require(AppKeyRoles.MANAGE);
    }

    public void requireRenew() {
        require(AppKeyRoles.RENEW);
    }

    /** Export and import of pairs. {@code manage-realm} is not enough, since the imported pairs can obtain tokens. */
    public void requireMove() {
        require(AppKeyRoles.SETTINGS);
    }

    /** Enabling app keys adds our roles to the realm, so {@code manage-realm} suffices, too. */
    public void requireSettings() {
        if (!auth.hasOneAdminRole(AppKeyRoles.SETTINGS) && !auth.realm().canManageRealm()) {
            throw new ForbiddenException();
        }
    }

    /** The caller may link these roles to a pair, or take them from it: see {@link HandoutRights}. */
    public void requireMap(List<RoleModel> roles) {
        if (!mayMap(roles)) {
            throw new ForbiddenException();
        }
    }

    /**
     * For calls that return a new appToken, or a link to one, or let an old one live on: its holder can use all roles
     * of the pair.
     */
    public void requireNewToken(Pair pair) {
        requireRenew();
        requireHandOut(pair);
    }

    /**
     * For calls after which an appToken of a pair works that did not before, or from where it did not: the caller may
     * hand out what the pair holds.
     */
    public void requireHandOut(Pair pair) {
        requireHandOut(new AppKeyService(session, realm).client(pair));
    }

    /** The same for the client of a pair, or one that becomes an API client. */
    public void requireHandOut(ClientModel client) {
        if (!mayMapHeld(client)) {
            throw new ForbiddenException();
        }
    }

    /** What {@link #requireMap} requires. */
    public boolean mayMap(List<RoleModel> roles) {
        return handout.mayHandOut(roles);
    }

    /** What {@link #requireHandOut(ClientModel)} requires. */
    public boolean mayMapHeld(ClientModel client) {
        return handout.mayHandOut(client);
    }

    /** The same as {@link #mayMap} for one role at a time, to ask about very many. */
    public Predicate<RoleModel> mapping() {
        return handout.forMany();
    }

    /** The permissions of the same caller, for use in another session. */
    public AppKeyPermissions in(KeycloakSession other) {
        AdminAuth caller = auth.adminAuth();
        RealmModel callersRealm = other.realms().getRealm(caller.getRealm().getId());
        RealmModel sameRealm = other.realms().getRealm(realm.getId());
        AdminAuth sameCaller = new AdminAuth(callersRealm, caller.getToken(),
                other.users().getUserById(callersRealm, caller.getUser().getId()),
                other.clients().getClientById(callersRealm, caller.getClient().getId()));
        return new AppKeyPermissions(other, sameRealm, AdminPermissions.evaluator(other, sameRealm, sameCaller));
    }

    /**
     * A client that the caller may adopt: the caller may manage it and hand out what it holds.
     *
     * @throws ForbiddenException if the caller may not, or if there is no such client and the caller may not know that
     */
    public ClientModel requireAdoptable(String clientId) {
        ClientModel client = session.clients().getClientByClientId(realm, clientId);
        if (client == null && auth.clients().canManage()) {
            throw ErrorResponses.badRequest("clientId names no client of this realm");
        }
        if (client == null || !auth.clients().canManage(client)) {
            throw new ForbiddenException();
        }
        requireHandOut(client);
        return client;
    }

    /** What a diagnosis may reveal to the caller. */
    public Caller diagnosisCaller() {
        return new Caller() {
            @Override
            public boolean mayView(RealmModel other) {
                return AppKeyPermissions.mayView(session, other, auth.adminAuth());
            }

            @Override
            public boolean mayLink(RoleModel role) {
                return mayMap(List.of(role));
            }
        };
    }

    /** The name of the caller. */
    public String caller() {
        return auth.adminAuth().getUser().getUsername();
    }

    /** The caller, to be found again. */
    public Maker maker() {
        return new Maker(caller(), auth.adminAuth().getRealm().getId(), auth.adminAuth().getUser().getId());
    }

    /** The realm's client policies, applied to clients that the caller creates. */
    public ClientPolicyCheck policyCheck() {
        return new ClientPolicyCheck(session, auth.adminAuth());
    }

    private void require(String role) {
        if (auth.hasOneAdminRole(role)) {
            return;
        }
        if (realm.getMasterAdminClient().getRole(role) == null && auth.realm().canManageRealm()) {
            throw ErrorResponse.error("App keys are not enabled in this realm yet: PUT {\"enabled\":true} to its "
                    + "app-keys/settings", Response.Status.CONFLICT);
        }
        throw new ForbiddenException();
    }

    /** The evaluator throws for another realm unless the caller is an administrator of the master realm. */
    private static boolean mayView(KeycloakSession session, RealmModel realm, AdminAuth caller) {
        try {
            return AdminPermissions.evaluator(session, realm, caller).hasOneAdminRole(AppKeyRoles.VIEW);
        } catch (ForbiddenException e) {
            return false;
        }
    }
}
