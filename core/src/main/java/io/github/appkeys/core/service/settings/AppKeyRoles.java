package io.github.appkeys.core.service.settings;

import java.util.List;

/** The four roles that open our admin REST API, in {@code realm-management} and master's client for the realm. */
public final class AppKeyRoles {

    /** See pairs. */
    public static final String VIEW = "view-app-keys";
    /** Create, change and delete pairs, and link roles. Contains {@link #VIEW}. */
    public static final String MANAGE = "manage-app-keys";
    /** Renew and revoke appTokens. Contains {@link #VIEW}. */
    public static final String RENEW = "renew-app-tokens";
    /** Change the realm's settings for app keys. */
    public static final String SETTINGS = "manage-app-key-settings";

    /** All four. */
    public static final List<String> ALL = List.of(VIEW, MANAGE, RENEW, SETTINGS);
    static final List<String> CONTAINING_VIEW = List.of(MANAGE, RENEW);
    /** Those that contain Keycloak's {@code query-realms}, and with them the others. */
    static final List<String> OPENING_CONSOLE = List.of(VIEW, SETTINGS);

    private AppKeyRoles() {
    }
}
