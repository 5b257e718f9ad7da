package io.github.appkeys.core.service.power;

import java.util.Optional;

import io.github.appkeys.core.pair.Maker;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.service.settings.AppKeyRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RoleUtils;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.RealmManager;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/**
 * The rights of administrators who are not signed in now: those who made claim links. A link hands out the roles that
 * the pair has when it is used, so it counts what its maker may do at that moment.
 */
public final class ClaimMakers {

    private ClaimMakers() {
    }

    /**
     * Whether the maker of a pair's claim link could make it now: the user is there, is enabled, has the role of ours
     * that it needs, and may hand out the roles of the pair. Where the maker is not known, only a pair without powerful
     * roles passes.
     *
     * @param pair a pair with a claim link
     */
    public static boolean mayHandOut(KeycloakSession session, RealmModel realm, Pair pair) {
        ClientModel client = session.clients().getClientById(realm, pair.clientUuid());
        Maker maker = pair.claim().maker();
        if (!maker.isKnown()) {
            return new HandoutRights(session, realm, null).mayHandOut(client);
        }
        return evaluator(session, realm, maker)
                .filter(rights -> mayMake(rights, pair) && new HandoutRights(session, realm, rights).mayHandOut(client))
                .isPresent();
    }

    /** The first link of a pair is made with it. */
    private static boolean mayMake(AdminPermissionEvaluator rights, Pair pair) {
        return rights.hasOneAdminRole(AppKeyRoles.RENEW)
                || pair.currentTokenId() == null && rights.hasOneAdminRole(AppKeyRoles.MANAGE);
    }

    private static Optional<AdminPermissionEvaluator> evaluator(KeycloakSession session, RealmModel realm,
            Maker maker) {
        RealmModel home = session.realms().getRealm(maker.realmId());
        if (home == null || !home.equals(realm) && !RealmManager.isAdministrationRealm(home)) {
            return Optional.empty();
        }
        return Optional.ofNullable(session.users().getUserById(home, maker.userId()))
                .filter(user -> user.isEnabled() && isClientEnabled(session, home, user))
                .map(user -> AdminPermissions.evaluator(session, realm,
                        new AdminAuth(home, token(user), user, null)));
    }

    private static boolean isClientEnabled(KeycloakSession session, RealmModel home, UserModel user) {
        if (user.getServiceAccountClientLink() == null) {
            return true;
        }
        ClientModel client = session.clients().getClientById(home, user.getServiceAccountClientLink());
        return client != null && client.isEnabled();
    }

    /**
     * What a token of the user would say, without limits of a client. Keycloak's evaluator for a user without a token
     * looks for the roles of an administrator of master in the wrong realm.
     */
    private static AccessToken token(UserModel user) {
        AccessToken token = new AccessToken();
        token.subject(user.getId());
        token.setRealmAccess(new AccessToken.Access());
        for (RoleModel role : RoleUtils.getDeepUserRoleMappings(user)) {
            if (role.getContainer() instanceof ClientModel client) {
                token.addAccess(client.getClientId()).addRole(role.getName());
            } else {
                token.getRealmAccess().addRole(role.getName());
            }
        }
        return token;
    }
}
