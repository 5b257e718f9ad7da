package io.github.appkeys.core.service.settings;

import java.util.List;
import java.util.Objects;

import io.github.appkeys.core.passwordgrants.GrantExemption;
import io.github.appkeys.core.passwordgrants.GrantScope;
import io.github.appkeys.core.passwordgrants.PasswordGrants;
import io.github.appkeys.core.settings.RealmSettings;
import io.github.appkeys.core.settings.SettingsWarning;
import org.keycloak.Config;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Warns that an end of password grants includes {@code admin-cli} of the realm, at which kcadm.sh, Terraform and
 * keycloak-config-cli sign in. In the realm master it is spared unless it is listed.
 */
final class ToolsLockedOut {

    private ToolsLockedOut() {
    }

    /** Empty where these settings change nothing about it. */
    static List<SettingsWarning> warnings(KeycloakSession session, RealmModel realm, RealmSettings before,
            RealmSettings settings) {
        boolean now = settings.enabled() && includesAdminCli(realm, settings.passwordGrants());
        boolean already = before.enabled() && includesAdminCli(realm, before.passwordGrants())
                && Objects.equals(settings.passwordGrants().cutoff(), before.passwordGrants().cutoff());
        ClientModel adminCli = now && !already
                ? session.clients().getClientByClientId(realm, Constants.ADMIN_CLI_CLIENT_ID) : null;
        return adminCli == null || !adminCli.isEnabled() || !adminCli.isDirectAccessGrantsEnabled() ? List.of()
                : List.of(new SettingsWarning(SettingsWarning.Kind.TOOLS_LOCKED_OUT, null, adminCli.getClientId()));
    }

    private static boolean includesAdminCli(RealmModel realm, PasswordGrants grants) {
        boolean listed = grants.clients().contains(Constants.ADMIN_CLI_CLIENT_ID);
        boolean all = grants.scope() == GrantScope.ALL && !Config.getAdminRealm().equals(realm.getName());
        return grants.cutoff() != null && (all || listed && grants.scope() != GrantScope.API_CLIENTS)
                && grants.exceptions().stream().map(GrantExemption::clientId)
                        .noneMatch(Constants.ADMIN_CLI_CLIENT_ID::equals);
    }
}
