package io.github.appkeys.core.service;

import io.github.appkeys.core.HeaderNames;
import io.github.appkeys.core.InvalidValueException;
import org.keycloak.models.RealmModel;

/**
 * Keeps {@link RealmSettings} in attributes of the realm: cached with it on every node, and part of its export.
 */
public final class RealmSettingsAttributes {

    private static final String ENABLED = "appKeys.enabled";
    private static final String REQUIRE_ROLE = "appKeys.requireRole";
    private static final String DEFAULT_OVERLAP = "appKeys.defaultOverlapSeconds";
    private static final String MAX_TOKEN_AGE = "appKeys.maxTokenAgeSeconds";
    private static final String APP_KEY_HEADER = "appKeys.appKeyHeader";
    private static final String APP_TOKEN_HEADER = "appKeys.appTokenHeader";

    private RealmSettingsAttributes() {
    }

    /**
     * Never fails: every client of the realm would feel it. A value that somebody broke by hand counts as not set.
     */
    public static RealmSettings read(RealmModel realm) {
        RealmSettings none = RealmSettings.DEFAULT;
        return new RealmSettings(
                realm.getAttribute(ENABLED, none.enabled()),
                realm.getAttribute(REQUIRE_ROLE, none.requireRole()),
                seconds(realm, DEFAULT_OVERLAP, none.defaultOverlapSeconds()),
                seconds(realm, MAX_TOKEN_AGE, none.maxTokenAgeSeconds()),
                headerNames(realm));
    }

    /** Replaces what was there. */
    public static void write(RealmModel realm, RealmSettings settings) {
        realm.setAttribute(ENABLED, settings.enabled());
        realm.setAttribute(REQUIRE_ROLE, settings.requireRole());
        realm.setAttribute(DEFAULT_OVERLAP, settings.defaultOverlapSeconds());
        realm.setAttribute(MAX_TOKEN_AGE, settings.maxTokenAgeSeconds());
        if (settings.headerNames() == null) {
            realm.removeAttribute(APP_KEY_HEADER);
            realm.removeAttribute(APP_TOKEN_HEADER);
        } else {
            realm.setAttribute(APP_KEY_HEADER, settings.headerNames().appKey());
            realm.setAttribute(APP_TOKEN_HEADER, settings.headerNames().appToken());
        }
    }

    private static long seconds(RealmModel realm, String attribute, long none) {
        try {
            long seconds = realm.getAttribute(attribute, none);
            return RealmSettings.isDuration(seconds) ? seconds : none;
        } catch (NumberFormatException e) {
            return none;
        }
    }

    private static HeaderNames headerNames(RealmModel realm) {
        try {
            String appKey = realm.getAttribute(APP_KEY_HEADER);
            return appKey == null ? null : new HeaderNames(appKey, realm.getAttribute(APP_TOKEN_HEADER));
        } catch (InvalidValueException e) {
            return null;
        }
    }
}
