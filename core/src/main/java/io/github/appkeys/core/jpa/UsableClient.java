package io.github.appkeys.core.jpa;

import io.github.appkeys.core.pair.ApiClient;

/**
 * Whether the client of a pair can be used: it is enabled, confidential, and authenticates with an app key. Otherwise
 * no token of the pair can be exchanged. The rule in two forms: for queries, and for rows that have been read.
 */
final class UsableClient {

    /**
     * The rule as a condition on a client {@code c}. It is true or false, never unknown, so that it can be negated: the
     * column of the authenticator may be null.
     */
    static final String CONDITION = """
            (c.enabled = true and c.publicClient = false and coalesce(c.clientAuthenticatorType, '') = '%s')
            """.formatted(ApiClient.AUTHENTICATOR);

    private UsableClient() {
    }

    /**
     * The rule without {@code enabled}, which a pair has separately.
     *
     * @param authenticator the id of its client authenticator; null for none
     */
    static boolean isApiClient(String authenticator, boolean publicClient) {
        return ApiClient.isAuthenticator(authenticator) && !publicClient;
    }
}
