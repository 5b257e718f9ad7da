package io.github.appkeys.core.guard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import io.github.appkeys.core.pair.ApiClient;

/**
 * A snapshot of the settings of a Keycloak client that protect it as an API client.
 *
 * @param settings values by their names in Keycloak's ClientRepresentation, attributes by their own names; one that
 *                 is missing has its default. Never contains the value of a secret, see {@link #SECRET}
 */
public record ClientProtection(Map<String, String> settings) {

    /** The appKey. */
    public static final String CLIENT_ID = "clientId";
    /** The client authenticator. */
    public static final String AUTHENTICATOR = "clientAuthenticatorType";
    /** Whether the client is enabled. Not protected, but see {@link #reopenedBy}. */
    public static final String ENABLED = "enabled";
    /** A text that represents the client secret: two secrets have different ones. */
    public static final String SECRET = "secret";
    /** The prefix of the names of our own attributes. */
    public static final String OWN_ATTRIBUTES = "appKeys.";

    /**
     * The attributes of clients that enable flows or refresh tokens, or hold a secret: from OAuth2DeviceConfig,
     * CibaConfig, OIDCConfigAttributes and ClientSecretConstants.
     */
    public static final List<String> ATTRIBUTES = List.of("oauth2.device.authorization.grant.enabled",
            "oidc.ciba.grant.enabled", "standard.token.exchange.enabled", "oauth2.jwt.authorization.grant.enabled",
            "client.secret.rotated", "client_credentials.use_refresh_token");

    /** The values that an API client needs. All other settings should stay as they are. */
    private static final Map<String, String> WANTED = Map.ofEntries(
            Map.entry(AUTHENTICATOR, ApiClient.AUTHENTICATOR),
            Map.entry("protocol", "openid-connect"),
            Map.entry("serviceAccountsEnabled", "true"),
            Map.entry("publicClient", "false"),
            Map.entry("bearerOnly", "false"),
            Map.entry("standardFlowEnabled", "false"),
            Map.entry("implicitFlowEnabled", "false"),
            Map.entry("directAccessGrantsEnabled", "false"),
            Map.entry("authorizationServicesEnabled", "false"),
            Map.entry(ATTRIBUTES.get(0), "false"),
            Map.entry(ATTRIBUTES.get(1), "false"),
            Map.entry(ATTRIBUTES.get(2), "false"),
            Map.entry(ATTRIBUTES.get(3), "false"),
            Map.entry(ATTRIBUTES.get(4), ""),
            Map.entry(ATTRIBUTES.get(5), "false"));

    /** The settings whose change ends a pair at once, or deletes its service account with all roles. */
    private static final Set<String> VITAL = Set.of(AUTHENTICATOR, "protocol", "publicClient", "bearerOnly",
            "serviceAccountsEnabled");

    /** Copies the settings. */
    public ClientProtection {
        settings = Map.copyOf(settings);
    }

    /** Whether an attribute of a client is one of these settings. */
    public static boolean isProtected(String attribute) {
        return attribute.startsWith(OWN_ATTRIBUTES) || ATTRIBUTES.contains(attribute);
    }

    /** The same settings with some changes. */
    public ClientProtection with(Map<String, String> changes) {
        Map<String, String> changed = new HashMap<>(settings);
        changed.putAll(changes);
        return new ClientProtection(changed);
    }

    /**
     * The settings that a change makes worse, in alphabetical order. A setting that stays as it is does not count, nor
     * does one that gets the value an API client needs.
     */
    public SortedSet<String> undoneBy(ClientProtection after) {
        SortedSet<String> names = new TreeSet<>(settings.keySet());
        names.addAll(after.settings.keySet());
        names.remove(ENABLED);
        names.removeIf(name -> after.value(name).equals(value(name)) || after.value(name).equals(WANTED.get(name)));
        return names;
    }

    /** Those of {@link #undoneBy} that end a pair at once, or delete its service account with all roles. */
    public SortedSet<String> endedBy(ClientProtection after) {
        SortedSet<String> names = undoneBy(after);
        names.retainAll(VITAL);
        return names;
    }

    /** Whether a pair of the client works after a change, but not before: it hands out the roles of the pair again. */
    public boolean reopenedBy(ClientProtection after) {
        return !isUsable() && after.isUsable();
    }

    private boolean isUsable() {
        return "true".equals(settings.get(ENABLED)) && ApiClient.isAuthenticator(settings.get(AUTHENTICATOR))
                && !"true".equals(settings.get("publicClient"));
    }

    /** Keycloak does not store empty attributes, and treats a missing switch as off. */
    private String value(String name) {
        String value = settings.getOrDefault(name, "");
        return value.isEmpty() && "false".equals(WANTED.get(name)) ? "false" : value;
    }
}
