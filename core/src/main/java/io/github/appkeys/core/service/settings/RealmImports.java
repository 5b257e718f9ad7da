package io.github.appkeys.core.service.settings;

import io.github.appkeys.core.InvalidValueException;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Makes a realm ready whose representation says that app keys are enabled: a file of {@code kc.sh import}, of
 * {@code --import-realm} or of an operator, or a call of {@code POST /admin/realms}. The file needs nothing but the
 * settings, in a component or in the attributes of version 0.1.0.
 */
final class RealmImports implements ProviderEventListener {

    private static final Logger LOG = Logger.getLogger(RealmImports.class);

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof RealmModel.RealmPostCreateEvent created) {
            makeReady(created.getKeycloakSession(), created.getCreatedRealm());
        }
    }

    /** A flow or policies that leave no room for app keys do not make the import fail. */
    private static void makeReady(KeycloakSession session, RealmModel realm) {
        if (!RealmSettingsAttributes.read(realm).enabled()) {
            return;
        }
        try {
            SettingsCarrying.carry(realm);
            RealmPreparation.prepare(session, realm);
        } catch (InvalidValueException e) {
            LOG.warnf("App keys are enabled in the imported realm %s, which is not ready for them: %s",
                    realm.getName(), e.getMessage());
        }
    }
}
