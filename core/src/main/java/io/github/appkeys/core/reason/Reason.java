package io.github.appkeys.core.reason;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The catalogue: every reason for which a pair does not work, who can mend it and how an exchange answers it. The words
 * are in {@link ReasonWords}, the page for people is {@code docs/errors.md}. Users' scripts read the names in the event
 * detail {@code app_key_reason} and in diagnoses, so a name never changes.
 */
public enum Reason {

    /** One half is missing or empty. */
    MISSING_HEADER(Mender.INTEGRATOR, OAuthError.INVALID_CLIENT),
    /** One half is sent more than once, or the pair in more than one way. */
    DUPLICATE_HEADER(Mender.INTEGRATOR, OAuthError.INVALID_CLIENT),
    /** One half holds white space. */
    WHITESPACE(Mender.INTEGRATOR, OAuthError.INVALID_CLIENT),
    /** One half holds characters that neither an appKey nor an appToken has. */
    BAD_CHARACTERS(Mender.INTEGRATOR, OAuthError.INVALID_CLIENT),
    /** The appToken was sent as the appKey. */
    SWAPPED(Mender.INTEGRATOR, OAuthError.INVALID_CLIENT),
    /** The appToken is incomplete or has a typing error. */
    CHECKSUM(Mender.INTEGRATOR, OAuthError.INVALID_CLIENT),
    /** No such appKey in the realm. Answered silently. */
    UNKNOWN_KEY(Mender.INTEGRATOR, OAuthError.INVALID_CLIENT, true),
    /** The appToken is not of this appKey. Answered silently. */
    WRONG_TOKEN(Mender.INTEGRATOR, OAuthError.INVALID_CLIENT, true),
    /** App keys are not enabled in the realm. Answered silently. */
    NOT_ENABLED(Mender.REALM_MANAGER, OAuthError.INVALID_CLIENT, true),
    /** The pair is disabled. */
    DISABLED(Mender.KEY_MANAGER, OAuthError.INVALID_CLIENT),
    /** The appToken has expired or was ended: renewed away, revoked, undone, or idle for too long. */
    EXPIRED(Mender.KEY_MANAGER, OAuthError.INVALID_CLIENT),
    /** The request comes from an address outside the pair's allowed networks. */
    ADDRESS_NOT_ALLOWED(Mender.KEY_MANAGER, OAuthError.INVALID_CLIENT),
    /** No role is linked, and the realm requires one. */
    NO_ROLE(Mender.KEY_MANAGER, OAuthError.UNAUTHORIZED_CLIENT),
    /** An API client asked for another grant than {@code client_credentials}. */
    GRANT_NOT_ALLOWED(Mender.INTEGRATOR, OAuthError.UNAUTHORIZED_CLIENT),

    /** One half holds characters that cannot be seen. */
    INVISIBLE_CHARACTERS(Mender.INTEGRATOR),
    /** Quotation marks or brackets stand around one half. */
    QUOTED(Mender.INTEGRATOR),
    /** One half begins with the name of its header or variable. */
    NAME_INCLUDED(Mender.INTEGRATOR),
    /** One half is the name of a variable that was never filled in. */
    PLACEHOLDER(Mender.INTEGRATOR),
    /** One half begins with Bearer or Basic. */
    AUTHORIZATION_PREFIX(Mender.INTEGRATOR),
    /** The pair or one half is in Base64. */
    BASE64(Mender.INTEGRATOR),
    /** One half is percent-encoded. */
    URL_ENCODED(Mender.INTEGRATOR),
    /** One half holds the whole pair. */
    BOTH_IN_ONE(Mender.INTEGRATOR),
    /** There is an appKey that differs in upper and lower case only. */
    CASE_MISMATCH(Mender.INTEGRATOR),
    /** There is an appKey that differs by characters that look alike only. */
    LOOK_ALIKE(Mender.INTEGRATOR),
    /** The pair is one of another realm. */
    OTHER_REALM(Mender.INTEGRATOR),
    /** The appToken is one of another pair. */
    OTHER_PAIR(Mender.INTEGRATOR),
    /** The pair has no appToken any more. */
    NO_TOKEN(Mender.KEY_MANAGER),
    /** An appToken expires within the warning time. */
    EXPIRING(Mender.KEY_MANAGER),
    /** A renewal runs. */
    RENEWAL_RUNNING(Mender.KEY_MANAGER),
    /** A role that is asked for is not there. */
    ROLE_MISSING(Mender.KEY_MANAGER),
    /** A role that is asked for does not exist. */
    ROLE_UNKNOWN(Mender.KEY_MANAGER),
    /** Roles come by composite roles or groups. */
    INHERITED_ROLES(Mender.NOBODY),
    /** Client scopes keep roles out of the access token. */
    SCOPE_DROPS_ROLES(Mender.REALM_MANAGER),
    /** A scope that is asked for is none of the client. */
    SCOPE_UNKNOWN(Mender.REALM_MANAGER),
    /** The client authentication flow does not run our execution. */
    FLOW_NOT_READY(Mender.REALM_MANAGER),
    /** Somebody gave the client another way to authenticate. */
    AUTHENTICATOR_CHANGED(Mender.REALM_MANAGER),
    /** The service account is missing, switched off or disabled. */
    SERVICE_ACCOUNT_BROKEN(Mender.REALM_MANAGER),
    /** When the pair was last accepted. */
    LAST_USE(Mender.NOBODY),
    /** The pair was refused since it was last accepted. */
    RECENT_FAILURES(Mender.INTEGRATOR),
    /** The appKey was used as a user name with the password grant. */
    PASSWORD_GRANT(Mender.INTEGRATOR);

    /** The anchor that all silent refusals share. */
    public static final String SILENT_ANCHOR = "INVALID_CREDENTIALS";

    private final Mender mender;
    private final OAuthError error;
    private final boolean silent;

    Reason(Mender mender, OAuthError error, boolean silent) {
        this.mender = mender;
        this.error = error;
        this.silent = silent;
    }

    Reason(Mender mender, OAuthError error) {
        this(mender, error, false);
    }

    Reason(Mender mender) {
        this(mender, null, false);
    }

    /** What an exchange is refused for. All others exist in diagnoses only. */
    public static List<Reason> refusals() {
        return Arrays.stream(values()).filter(Reason::isRefusal).toList();
    }

    /** Who can do something about it. */
    public Mender mender() {
        return mender;
    }

    /** Whether an exchange can be refused for it. */
    public boolean isRefusal() {
        return error != null;
    }

    /**
     * The error of RFC 6749, section 5.2, that the integrator gets for this reason.
     *
     * @throws NullPointerException where it exists in diagnoses only
     */
    public OAuthError error() {
        return Objects.requireNonNull(error, name());
    }

    /** Whether the answer to an exchange must not tell it: the sender has not shown the right credentials. */
    public boolean isSilent() {
        return silent;
    }

    /** The section of the page of errors that an answer may point to. */
    public String anchor() {
        return silent ? SILENT_ANCHOR : name();
    }
}
