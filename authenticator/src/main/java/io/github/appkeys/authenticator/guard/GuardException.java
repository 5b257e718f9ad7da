package io.github.appkeys.authenticator.guard;

import org.keycloak.OAuthErrorException;
import org.keycloak.services.clientpolicy.ClientPolicyException;

/** The guard refuses a change. */
final class GuardException extends ClientPolicyException {

    private static final long serialVersionUID = 1L;

    /** @param text a message of {@link io.github.appkeys.core.guard.GuardMessages} */
    GuardException(String text) {
        super(OAuthErrorException.INVALID_CLIENT_METADATA, text);
    }

    /** ClientRegistrationAuth sends the message instead of the detail. */
    @Override
    public String getMessage() {
        return getErrorDetail();
    }
}
