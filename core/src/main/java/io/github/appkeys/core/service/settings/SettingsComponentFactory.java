package io.github.appkeys.core.service.settings;

import java.util.List;
import java.util.Objects;

import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.settings.RealmSettings;
import io.github.appkeys.core.store.AppKeySettings;
import io.github.appkeys.core.store.AppKeySettingsFactory;
import org.keycloak.Config;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Sees that the component with the settings is sound when it is written by our REST API, an import of a realm, or
 * Keycloak's REST API for components, which is open to those who may change the realm. It also gives the realm what
 * enabled app keys need; at an import of the realm, {@link RealmImports} does that.
 */
public final class SettingsComponentFactory implements AppKeySettingsFactory {

    private static final AppKeySettings NOTHING_TO_CALL = () -> { };

    /**
     * Unknown names are let through: a newer version may have written them.
     *
     * @throws ComponentValidationException for a second component, one of another parent, or a value out of its bounds
     */
    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel component) {
        if (component.getParentId() != null && !realm.getId().equals(component.getParentId())) {
            throw new ComponentValidationException("The settings of app keys belong to the realm itself");
        }
        if (SettingsHome.component(realm).filter(other -> !other.getId().equals(component.getId())).isPresent()) {
            throw new ComponentValidationException("The realm has settings of app keys already");
        }
        RealmSettings read = RealmSettingsAttributes.read(
                name -> component.getConfig().getFirst(SettingsHome.key(name)));
        RealmSettingsAttributes.of(read).forEach((name, value) -> {
            String given = component.getConfig().getFirst(SettingsHome.key(name));
            if (given != null && !Objects.equals(given, value)) {
                throw new ComponentValidationException("The value of " + SettingsHome.key(name) + " is invalid");
            }
        });
    }

    @Override
    public void onCreate(KeycloakSession session, RealmModel realm, ComponentModel component) {
        prepare(session, realm);
    }

    @Override
    public void onUpdate(KeycloakSession session, RealmModel realm, ComponentModel before, ComponentModel component) {
        prepare(session, realm);
    }

    /** A tool that removes the component, as keycloak-config-cli may, loses no setting. */
    @Override
    public void preRemove(KeycloakSession session, RealmModel realm, ComponentModel component) {
        SettingsHome.rest(realm, component);
    }

    private static void prepare(KeycloakSession session, RealmModel realm) {
        try {
            if (RealmSettingsAttributes.read(realm).enabled()) {
                RealmPreparation.prepare(session, realm);
            } else {
                RealmPreparation.takeBack(session, realm, false);
            }
        } catch (InvalidValueException e) {
            throw new ComponentValidationException(e.getMessage());
        }
    }

    /** All that may stand in the component. None is secret: Keycloak leaves out of exports what is not listed here. */
    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return RealmSettingsAttributes.names().stream().map(name -> {
            ProviderConfigProperty property = new ProviderConfigProperty();
            property.setName(SettingsHome.key(name));
            property.setType(ProviderConfigProperty.STRING_TYPE);
            return property;
        }).toList();
    }

    @Override
    public AppKeySettings create(KeycloakSession session, ComponentModel component) {
        return NOTHING_TO_CALL;
    }

    @Override
    public AppKeySettings create(KeycloakSession session) {
        return NOTHING_TO_CALL;
    }

    @Override
    public String getId() {
        return AppKeySettings.ID;
    }

    @Override
    public String getHelpText() {
        return "The settings of app keys in a realm. Change them with the section App keys of the console.";
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to configure
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new RealmImports());
    }

    @Override
    public void close() {
        // nothing to release
    }
}
