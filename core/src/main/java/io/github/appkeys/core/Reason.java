package io.github.appkeys.core;

/**
 * Why a pair is refused. The name is the event detail {@code app_key_reason}; users' scripts read it, so a name never
 * changes.
 */
public enum Reason {

    /** One half is missing or empty. */
    MISSING_HEADER(OAuthError.INVALID_CLIENT),
    /** One half is sent more than once, or the pair in more than one way. */
    DUPLICATE_HEADER(OAuthError.INVALID_CLIENT),
    /** One half holds white space. */
    WHITESPACE(OAuthError.INVALID_CLIENT),
    /** One half holds characters that neither an appKey nor an appToken has. */
    BAD_CHARACTERS(OAuthError.INVALID_CLIENT),
    /** The appToken was sent as the appKey. */
    SWAPPED(OAuthError.INVALID_CLIENT),
    /** The appToken is incomplete or has a typing error. */
    CHECKSUM(OAuthError.INVALID_CLIENT),
    /** No such appKey in the realm. Answered like {@link #WRONG_TOKEN}. */
    UNKNOWN_KEY(OAuthError.INVALID_CLIENT),
    /** The appToken is not of this appKey. Answered like {@link #UNKNOWN_KEY}. */
    WRONG_TOKEN(OAuthError.INVALID_CLIENT),
    /** The pair is disabled. */
    DISABLED(OAuthError.INVALID_CLIENT),
    /** The appToken has expired. */
    EXPIRED(OAuthError.INVALID_CLIENT),
    /** The request comes from an address outside the pair's allowed networks. */
    ADDRESS_NOT_ALLOWED(OAuthError.INVALID_CLIENT),
    /** No role is linked, and the realm requires one. */
    NO_ROLE(OAuthError.UNAUTHORIZED_CLIENT),
    /** An API client asked for another grant than {@code client_credentials}. */
    GRANT_NOT_ALLOWED(OAuthError.UNAUTHORIZED_CLIENT),
    /** App keys are not enabled in the realm. Answered like {@link #UNKNOWN_KEY}. */
    NOT_ENABLED(OAuthError.INVALID_CLIENT);

    private final OAuthError error;

    Reason(OAuthError error) {
        this.error = error;
    }

    /** The error of RFC 6749, section 5.2, that the integrator gets for this reason. */
    public OAuthError error() {
        return error;
    }
}
