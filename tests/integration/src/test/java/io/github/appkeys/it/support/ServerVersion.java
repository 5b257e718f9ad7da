package io.github.appkeys.it.support;

import org.junit.jupiter.api.Assumptions;

/** The Keycloak version that the tests run in. */
public final class ServerVersion {

    /** What Keycloak 26.4 does not do, see RolePermissionsV2.canMapRole. */
    public static final String ONLY_REALM_ADMINS_MAP = "only administrators of the realm may map administrative roles";

    private ServerVersion() {
    }

    /**
     * Skips the test in older servers.
     *
     * @param minor  of version 26
     * @param reason what Keycloak itself does not do there
     */
    public static void assumeAtLeast(int minor, String reason) {
        Assumptions.assumeTrue(isAtLeast(minor), () -> "Keycloak " + version() + ": " + reason);
    }

    /** Whether the server is of this minor version of 26, or newer. */
    public static boolean isAtLeast(int minor) {
        return Integer.parseInt(version().split("\\.")[1]) >= minor;
    }

    private static String version() {
        return System.getProperty("keycloak.version");
    }
}
