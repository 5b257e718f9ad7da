package io.github.appkeys.core.guard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import io.github.appkeys.core.pair.ApiClient;

/**
 * The settings of a Keycloak client that protect it as an API client, as they are at one moment.
 *
 * @param settings values by the names that Keycloak's ClientRepresentation gives them, attributes by their own names;
 *                 what is missing has its default. A secret's value never is among them: see {@link #SECRET}
 */
public record ClientProtection(Map<String, String> settings) {

    /** The appKey. */
    public static final String CLIENT_ID = "clientId";
    /** Which client authenticator is asked. */
    public static final String AUTHENTICATOR = "clientAuthenticatorType";
    /** A text that stands for the client secret, and differs from one to the other. */
    public static final String SECRET = "secret";
    /** What the names of attributes of ours start with. */
    public static final String OWN_ATTRIBUTES = "appKeys.";

    /**
     * The attributes of clients that switch flows on, or keep a secret: of OAuth2DeviceConfig, CibaConfig,
     * OIDCConfigAttributes and ClientSecretConstants.
     */
    public static final List<String> ATTRIBUTES = List.of("oauth2.device.authorization.grant.enabled",
            "oidc.ciba.grant.enabled", "standard.token.exchange.enabled", "oauth2.jwt.authorization.grant.enabled",
            "client.secret.rotated");

    /** What is good for an API client. All other settings should stay as they are. */
    private static final Map<String, String> WANTED = Map.ofEntries(
            Map.entry(AUTHENTICATOR, ApiClient.AUTHENTICATOR),
            Map.entry("protocol", "openid-connect"),
            Map.entry("serviceAccountsEnabled", "true"),
            Map.entry("publicClient", "false"),
            Map.entry("bearerOnly", "false"),
            Map.entry("standardFlowEnabled", "false"),
            Map.entry("implicitFlowEnabled", "false"),
            Map.entry("directAccessGrantsEnabled", "false"),
            Map.entry(ATTRIBUTES.get(0), "false"),
            Map.entry(ATTRIBUTES.get(1), "false"),
            Map.entry(ATTRIBUTES.get(2), "false"),
            Map.entry(ATTRIBUTES.get(3), "false"),
            Map.entry(ATTRIBUTES.get(4), ""));

    /** Keeps a copy. */
    public ClientProtection {
        settings = Map.copyOf(settings);
    }

    /** Whether an attribute of a client is one of these settings. */
    public static boolean isProtected(String attribute) {
        return attribute.startsWith(OWN_ATTRIBUTES) || ATTRIBUTES.contains(attribute);
    }

    /** The same with some settings changed. */
    public ClientProtection with(Map<String, String> changes) {
        Map<String, String> changed = new HashMap<>(settings);
        changed.putAll(changes);
        return new ClientProtection(changed);
    }

    /**
     * The settings that are worse afterwards, in alphabetical order. One that was bad before and stays so is none of
     * them, nor is one that becomes what is good.
     */
    public SortedSet<String> undoneBy(ClientProtection after) {
        SortedSet<String> names = new TreeSet<>(settings.keySet());
        names.addAll(after.settings.keySet());
        names.removeIf(name -> after.value(name).equals(value(name)) || after.value(name).equals(WANTED.get(name)));
        return names;
    }

    /** Keycloak keeps no empty attribute, and takes a missing switch for one that is off. */
    private String value(String name) {
        String value = settings.getOrDefault(name, "");
        return value.isEmpty() && "false".equals(WANTED.get(name)) ? "false" : value;
    }
}
