package io.github.appkeys.core.guard;

import java.util.Collection;
import java.util.Set;

import io.github.appkeys.core.pair.ApiClient;

/** The messages for a refused change of an API client. Each says that it is one, and what to do instead. */
public final class GuardMessages {

    private static final String WHO = "a key manager (role manage-app-keys)";

    private final String pairs;

    /** @param realm the name of the realm */
    public GuardMessages(String realm) {
        this.pairs = "/admin/realms/" + realm + "/app-keys";
    }

    /**
     * The message for a refused change of settings.
     *
     * @param settings the names of the settings, see {@link ClientProtection#undoneBy}; at least one
     */
    public String change(String appKey, Collection<String> settings) {
        String way;
        if (settings.contains(ClientProtection.CLIENT_ID)) {
            way = "Its clientId is the appKey: for another one, create a pair at POST " + pairs + " instead";
        } else if (settings.stream().anyMatch(GuardMessages::isCredential)) {
            way = "For a new secret, renew its appToken at POST " + pairs + "/" + appKey + "/renewal instead";
        } else {
            way = "It gets tokens with grant_type=client_credentials only: for anything else, make another client "
                    + "instead";
        }
        return appKey + " is an API client: only " + WHO + " may change its " + String.join(", ", settings)
                + ". " + way;
    }

    /** The message for a refused deletion, or for a refused import that would overwrite the client. */
    public String removal(String appKey) {
        return appKey + " is an API client: only " + WHO + " may delete or overwrite it, at DELETE " + pairs
                + "/" + appKey + ". To stop it at once, disable it instead";
    }

    /**
     * The message for a change of settings that is refused to a key manager, too, since the pair is in use.
     *
     * @param settings the names of the settings, see {@link ClientProtection#endedBy}; at least one
     */
    public String ending(String appKey, Collection<String> settings) {
        return appKey + " is an API client, and with another " + String.join(", ", settings) + " its pair would end "
                + "at once. " + disableFirst(appKey);
    }

    /** The message for a deletion that is refused to a key manager, too, since the pair is in use. */
    public String deletion(String appKey) {
        return appKey + " is an API client, and its pair is in use. " + disableFirst(appKey)
                + ". Or delete the pair at DELETE " + pairs + "/" + appKey;
    }

    /** The message for an import that would overwrite an API client, for any caller. */
    public String overwriting(String appKey) {
        return appKey + " is an API client: to overwrite it would delete its pair with all appTokens and roles. Import "
                + "with ifResourceExists SKIP, or without this client; to give it a pair back, use POST " + pairs
                + "/import. Nothing was imported";
    }

    private String disableFirst(String appKey) {
        return "Disable the pair first, at PUT " + pairs + "/" + appKey + " {\"enabled\":false}; the setting "
                + "guardAdministrators of app keys switches this check off";
    }

    /**
     * The message for a change that a key manager could make, were it not for the roles of the pair: who makes it could
     * get a token with them.
     */
    public String power(String appKey) {
        return appKey + " is an API client with roles that give rights over Keycloak: only an administrator who may "
                + "map all of its roles may enable it, or change how it authenticates";
    }

    /** The message for a refused client that would be created as an API client. */
    public String creation() {
        return "Only " + WHO + " makes API clients (" + ClientProtection.AUTHENTICATOR + " " + ApiClient.AUTHENTICATOR
                + "): create a pair at POST " + pairs + " instead, with clientId for a client that is there already";
    }

    private static boolean isCredential(String setting) {
        return Set.of(ClientProtection.AUTHENTICATOR, ClientProtection.SECRET, "client.secret.rotated")
                .contains(setting)
                || setting.startsWith(ClientProtection.OWN_ATTRIBUTES);
    }
}
