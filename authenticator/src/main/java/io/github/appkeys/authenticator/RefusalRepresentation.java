package io.github.appkeys.authenticator;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;

/**
 * The answer to a refused pair with its {@code error_uri} (RFC 6749, section 5.2). Keycloak's own representation knows
 * none, but some of its endpoints expect it (see BackchannelAuthenticationEndpoint.authorizeClient).
 */
final class RefusalRepresentation extends OAuth2ErrorRepresentation {

    private final String errorUri;

    RefusalRepresentation(String error, String errorDescription, String errorUri) {
        super(error, errorDescription);
        this.errorUri = errorUri;
    }

    @JsonProperty("error_uri")
    String errorUri() {
        return errorUri;
    }
}
