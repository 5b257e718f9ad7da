package io.github.appkeys.core.pair;

/** Names that an API client is known by in Keycloak. */
public final class ApiClient {

    /** The id of our client authenticator, which makes a Keycloak client an API client. */
    public static final String AUTHENTICATOR = "app-key";

    /** The type of resource that our admin events have. */
    public static final String RESOURCE_TYPE = "APP_KEY";

    private ApiClient() {
    }

    /** Whether a client authenticator, of a client or an execution, is ours. */
    public static boolean isAuthenticator(String id) {
        return AUTHENTICATOR.equals(id);
    }
}
