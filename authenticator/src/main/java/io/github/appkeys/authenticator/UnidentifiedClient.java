package io.github.appkeys.authenticator;

import io.github.appkeys.core.pair.ApiClient;
import org.keycloak.models.ClientModel;
import org.keycloak.models.delegate.ClientModelLazyDelegate;

/**
 * Stands in for the client of a refused pair. ClientAuthenticationFlow heeds the answer of an authenticator only where
 * it sees a client of that authenticator's type; without one, it would ask all the others and then give its own answer.
 * Whatever else is asked of it fails.
 */
final class UnidentifiedClient extends ClientModelLazyDelegate {

    UnidentifiedClient() {
        super(() -> (ClientModel) null);
    }

    @Override
    public String getClientAuthenticatorType() {
        return ApiClient.AUTHENTICATOR;
    }

    @Override
    public boolean isPublicClient() {
        return false;
    }
}
