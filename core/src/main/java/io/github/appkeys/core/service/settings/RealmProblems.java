package io.github.appkeys.core.service.settings;

import java.util.ArrayList;
import java.util.List;

import io.github.appkeys.core.settings.SettingsProblem;
import io.github.appkeys.core.settings.SettingsProblem.Kind;
import io.github.appkeys.core.store.AppKeyStore;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Finds what was taken away from a realm since app keys were enabled in it, by whichever tool. */
public final class RealmProblems {

    private RealmProblems() {
    }

    /** All of them; none where app keys are not enabled. */
    public static List<SettingsProblem> of(KeycloakSession session, RealmModel realm) {
        List<SettingsProblem> problems = new ArrayList<>();
        if (!RealmSettingsAttributes.read(realm).enabled()) {
            return problems;
        }
        ClientFlow flow = ClientFlow.of(realm);
        switch (flow.readiness()) {
            case READY -> { }
            case BLOCKED -> problems.add(
                    new SettingsProblem(Kind.FLOW_BLOCKED, flow.requiredOther().orElseThrow(), null));
            default -> problems.add(new SettingsProblem(Kind.FLOW_NOT_READY, flow.alias(), null));
        }
        if (!isPolicyInForce(session, realm)) {
            problems.add(new SettingsProblem(Kind.POLICY_NOT_IN_FORCE, null, null));
        }
        if (!AdminRoleSetup.isComplete(session, realm)) {
            problems.add(new SettingsProblem(Kind.ADMIN_ROLES_MISSING, null, null));
        }
        long orphans = session.getProvider(AppKeyStore.class).pairs().countOrphans(realm.getId());
        if (orphans > 0) {
            problems.add(new SettingsProblem(Kind.ORPHANS, null, orphans));
        }
        return problems;
    }

    /** Whether our client policy holds for all clients of the realm, with all of our executors. */
    public static boolean isPolicyInForce(KeycloakSession session, RealmModel realm) {
        return PolicySetup.isInForce(session, realm);
    }
}
