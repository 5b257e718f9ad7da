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
    private static final String OVERLAP = "appKeys.defaultOverlapSeconds";
    private static final String TOKEN_AGE = "appKeys.maxTokenAgeSeconds";
    private static final String IDLE_DAYS = "appKeys.idleDays";
    private static final String CLAIM_LINK = "appKeys.claimLinkSeconds";
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
                number(realm, OVERLAP, RealmSettings.OVERLAP, none.defaultOverlapSeconds()),
                number(realm, TOKEN_AGE, RealmSettings.TOKEN_AGE, none.maxTokenAgeSeconds()),
                number(realm, IDLE_DAYS, RealmSettings.IDLE_DAYS, none.idleDays()),
                number(realm, CLAIM_LINK, RealmSettings.CLAIM_LINK, none.claimLinkSeconds()),
                headerNames(realm));
    }

    /** Replaces what was there. */
    public static void write(RealmModel realm, RealmSettings settings) {
        realm.setAttribute(ENABLED, settings.enabled());
        realm.setAttribute(REQUIRE_ROLE, settings.requireRole());
        realm.setAttribute(OVERLAP, settings.defaultOverlapSeconds());
        realm.setAttribute(TOKEN_AGE, settings.maxTokenAgeSeconds());
        realm.setAttribute(IDLE_DAYS, settings.idleDays());
        realm.setAttribute(CLAIM_LINK, settings.claimLinkSeconds());
        if (settings.headerNames() == null) {
            realm.removeAttribute(APP_KEY_HEADER);
            realm.removeAttribute(APP_TOKEN_HEADER);
        } else {
            realm.setAttribute(APP_KEY_HEADER, settings.headerNames().appKey());
            realm.setAttribute(APP_TOKEN_HEADER, settings.headerNames().appToken());
        }
    }

    private static long number(RealmModel realm, String attribute, Bound bound, long none) {
        try {
            long number = realm.getAttribute(attribute, none);
            return bound.contains(number) ? number : none;
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
