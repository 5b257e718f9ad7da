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
