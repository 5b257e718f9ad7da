package io.github.appkeys.core.service.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.appkeys.core.service.settings.RealmProblems;
import io.github.appkeys.core.service.settings.RealmSettingsAttributes;
import io.github.appkeys.core.settings.SettingsStore;
import io.github.appkeys.core.store.AppKeyStore;
import io.github.appkeys.core.store.KeycloakClock;
import org.jboss.logging.Logger;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/**
 * Tells, once, that the client policy of a realm with app keys is not in force: another tool replaced the client
 * policies, so password grants do not end and API clients are not guarded. It puts nothing right, since an
 * administrator may have wanted it.
 */
final class PolicyWatch implements ScheduledTask {

    /** The time between two runs. */
    static final Duration INTERVAL = Duration.ofMinutes(5);

    private static final Logger LOG = Logger.getLogger(PolicyWatch.class);
    private static final String NAME = "app-key-policy-watch";
    private static final String NOT_IN_FORCE = "POLICY_NOT_IN_FORCE";
    private static final String SINCE = "app_key_since";

    @Override
    public String getTaskName() {
        return NAME;
    }

    @Override
    public void run(KeycloakSession session) {
        List<String> realmIds = session.realms().getRealmsStream()
                .filter(realm -> realm.isEnabled() && RealmSettingsAttributes.read(realm).enabled())
                .map(RealmModel::getId).toList();
        realmIds.forEach(realmId -> {
            try {
                KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(),
                        own -> look(own, own.realms().getRealm(realmId)));
            } catch (RuntimeException e) {
                LOG.debugf("The client policy of realm %s could not be looked at: %s", realmId,
                        e.getClass().getSimpleName());
            }
        });
    }

    private static void look(KeycloakSession session, RealmModel realm) {
        if (realm == null) {
            return;
        }
        session.getContext().setRealm(realm);
        SettingsStore store = session.getProvider(AppKeyStore.class).settings();
        if (RealmProblems.isPolicyInForce(session, realm)) {
            store.notePolicyRestored(realm.getId()).ifPresent(since ->
                    LOG.infof("The client policy app-keys of realm %s is in force again; it was missing since %s",
                            realm.getName(), since));
            return;
        }
        Instant now = KeycloakClock.now();
        if (store.notePolicyMissing(realm.getId(), now)) {
            LOG.warnf("The client policy app-keys of realm %s is not in force, seen at %s: password grants do not end, "
                    + "and API clients are not guarded. The settings of app keys put it right", realm.getName(), now);
            new EventBuilder(realm, session).event(EventType.CLIENT_UPDATE)
                    .detail(NoticeEvents.NOTICE, NOT_IN_FORCE).detail(SINCE, now.toString())
                    .success();
        }
    }
}
