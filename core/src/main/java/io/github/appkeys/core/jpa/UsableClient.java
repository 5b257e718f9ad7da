package io.github.appkeys.core.jpa;

import io.github.appkeys.core.pair.ApiClient;

/**
 * Whether the client of a pair can be used: it is enabled, confidential, and authenticates with an app key. Only then a
 * living token of the pair can be exchanged. One rule in two forms, for queries and for rows that were read.
 */
final class UsableClient {

    /**
     * The rule as a condition on a client {@code c}. It is never null, since it may be negated: Keycloak leaves the
     * authenticator of a client empty where an administrator did not choose one.
     */
    static final String CONDITION = """
            (c.enabled = true and c.publicClient = false and coalesce(c.clientAuthenticatorType, '') = '%s')
            """.formatted(ApiClient.AUTHENTICATOR);

    private UsableClient() {
    }

    /**
     * The rule for a client that is enabled: a pair shows this part on its own.
     *
     * @param authenticator the id of its client authenticator; null for none
     */
    static boolean isApiClient(String authenticator, boolean publicClient) {
        return ApiClient.isAuthenticator(authenticator) && !publicClient;
    }
}
