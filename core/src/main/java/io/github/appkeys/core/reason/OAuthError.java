package io.github.appkeys.core.reason;

/** The errors of RFC 6749 with which a pair is refused, and their HTTP status. */
public enum OAuthError {

    /** Client authentication failed. */
    INVALID_CLIENT("invalid_client", 401),
    /** The request uses more than one way to authenticate the client. */
    INVALID_REQUEST("invalid_request", 400),
    /** The client is authenticated, but is not allowed to do this. */
    UNAUTHORIZED_CLIENT("unauthorized_client", 400),
    /** The server cannot tell now: an error of section 4.1.2.1, for which section 5.2 has none. */
    TEMPORARILY_UNAVAILABLE("temporarily_unavailable", 503);

    private final String code;
    private final int status;

    OAuthError(String code, int status) {
        this.code = code;
        this.status = status;
    }

    /** The value of the response's {@code error}. */
    public String code() {
        return code;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
