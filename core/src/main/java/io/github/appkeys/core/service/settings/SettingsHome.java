package io.github.appkeys.core.service.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import io.github.appkeys.core.settings.SettingsStore;
import io.github.appkeys.core.store.AppKeySettings;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/**
 * Where the settings of a realm are kept, as texts by name. While app keys are enabled, that is a component of the
 * realm: other tools replace all attributes of a realm at once, but not its components. While they are disabled, it is
 * attributes of the realm, as always in version 0.1.0: without our jar, Keycloak can neither import a component of our
 * type nor show it in a partial export, so that none may be left when the jar is taken out. Keycloak caches both with
 * the realm and exports both.
 */
final class SettingsHome {

    private SettingsHome() {
    }

    /** The value for a name that begins with {@link SettingsStore#PREFIX}; null where there is none. Cached. */
    static UnaryOperator<String> values(RealmModel realm) {
        return component(realm)
                .<UnaryOperator<String>>map(component -> name -> component.getConfig().getFirst(key(name)))
                .orElse(realm::getAttribute);
    }

    /** The component, where there is one. Not to be changed: it belongs to Keycloak's cache. */
    static Optional<ComponentModel> component(RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), AppKeySettings.TYPE).findFirst();
    }

    /**
     * Replaces what was there.
     *
     * @param values  by name; those with null are removed
     * @param enabled whether app keys are enabled, and a component keeps them
     */
    static void write(RealmModel realm, Map<String, String> values, boolean enabled) {
        Optional<ComponentModel> present = component(realm);
        if (enabled) {
            present.ifPresentOrElse(component -> update(realm, component, values), () -> add(realm, values));
            values.keySet().forEach(realm::removeAttribute);
        } else {
            present.ifPresent(realm::removeComponent);
            values.forEach((name, value) -> {
                if (value == null) {
                    realm.removeAttribute(name);
                } else {
                    realm.setAttribute(name, value);
                }
            });
        }
    }

    /** Adds a component to a realm that has none. Attributes stay as they are, and the realm is not made ready. */
    static void add(RealmModel realm, Map<String, String> values) {
        ComponentModel component = create(realm);
        component.setConfig(config(values));
        realm.importComponentModel(component);
    }

    /** Lets what a component keeps rest in the attributes of the realm, before the component is removed. */
    static void rest(RealmModel realm, ComponentModel component) {
        component.getConfig().forEach((key, values) -> {
            if (values != null && !values.isEmpty()) {
                realm.setAttribute(SettingsStore.PREFIX + key, values.get(0));
            }
        });
    }

    private static void update(RealmModel realm, ComponentModel cached, Map<String, String> values) {
        ComponentModel component = new ComponentModel(cached);
        component.setConfig(config(values));
        realm.updateComponent(component);
    }

    private static MultivaluedHashMap<String, String> config(Map<String, String> values) {
        MultivaluedHashMap<String, String> config = new MultivaluedHashMap<>();
        values.forEach((name, value) -> {
            if (value != null) {
                config.putSingle(key(name), value);
            }
        });
        return config;
    }

    private static ComponentModel create(RealmModel realm) {
        ComponentModel component = new ComponentModel();
        // the id depends on the realm only: if two requests add it at once, the database accepts one
        component.setId(UUID.nameUUIDFromBytes((AppKeySettings.TYPE + realm.getId()).getBytes(UTF_8)).toString());
        component.setName(AppKeySettings.ID);
        component.setParentId(realm.getId());
        component.setProviderType(AppKeySettings.TYPE);
        component.setProviderId(AppKeySettings.ID);
        return component;
    }

    /** The name of a value in the component, without the prefix that it has among the attributes of a realm. */
    static String key(String name) {
        return name.substring(SettingsStore.PREFIX.length());
    }
}
