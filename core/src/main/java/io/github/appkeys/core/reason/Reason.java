package io.github.appkeys.core.reason;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The catalogue: every reason why a pair does not work, who can fix it and how an exchange responds. The messages are
 * in {@link ReasonMessages}, the documentation is {@code docs/errors.md}. Scripts of users read the names in the event
 * detail {@code app_key_reason} and in diagnoses, so a name never changes.
 */
public enum Reason {

    /** One half is missing or empty. */
    MISSING_HEADER(FixedBy.INTEGRATOR, OAuthError.INVALID_CLIENT),
    /** One half is sent more than once, or the pair in more than one way. */
    DUPLICATE_HEADER(FixedBy.INTEGRATOR, OAuthError.INVALID_CLIENT),
    /** One half holds white space. */
    WHITESPACE(FixedBy.INTEGRATOR, OAuthError.INVALID_CLIENT),
    /** One half holds characters that neither an appKey nor an appToken has. */
    BAD_CHARACTERS(FixedBy.INTEGRATOR, OAuthError.INVALID_CLIENT),
    /** The appToken was sent as the appKey. */
    SWAPPED(FixedBy.INTEGRATOR, OAuthError.INVALID_CLIENT),
    /** The appToken is incomplete or has a typing error. */
    CHECKSUM(FixedBy.INTEGRATOR, OAuthError.INVALID_CLIENT),
    /** An appToken was sent in a place where no client authenticates, or with a word before it. */
    MISPLACED(FixedBy.INTEGRATOR, OAuthError.INVALID_CLIENT),
    /** The realm has no such appKey. Silent. */
    UNKNOWN_KEY(FixedBy.INTEGRATOR, OAuthError.INVALID_CLIENT, true),
    /** The appToken does not belong to this appKey. Silent. */
    WRONG_TOKEN(FixedBy.INTEGRATOR, OAuthError.INVALID_CLIENT, true),
    /** The appToken was replaced, undone, revoked or ended as leaked. Silent: its sender may not be its holder. */
    ENDED_TOKEN(FixedBy.INTEGRATOR, OAuthError.INVALID_CLIENT, true),
    /** The pair is a decoy. Silent. */
    DECOY(FixedBy.NONE, OAuthError.INVALID_CLIENT, true),
    /** App keys are not enabled in the realm. Silent. */
    NOT_ENABLED(FixedBy.REALM_MANAGER, OAuthError.INVALID_CLIENT, true),
    /** The pair is disabled. */
    DISABLED(FixedBy.KEY_MANAGER, OAuthError.INVALID_CLIENT),
    /** The appToken has expired, or was switched off because it was not used for too long. */
    EXPIRED(FixedBy.KEY_MANAGER, OAuthError.INVALID_CLIENT),
    /** The request comes from an address outside the pair's allowed networks. */
    ADDRESS_NOT_ALLOWED(FixedBy.KEY_MANAGER, OAuthError.INVALID_CLIENT),
    /** No role is linked, and the realm requires one. */
    NO_ROLE(FixedBy.KEY_MANAGER, OAuthError.UNAUTHORIZED_CLIENT),
    /** An API client asked for another grant than {@code client_credentials}. */
    GRANT_NOT_ALLOWED(FixedBy.INTEGRATOR, OAuthError.UNAUTHORIZED_CLIENT),
    /** The database cannot be read, so nothing can be said about the pair. */
    UNAVAILABLE(FixedBy.OPERATOR, OAuthError.TEMPORARILY_UNAVAILABLE),
    /** A protocol mapper adds roles that the pair does not have, and the realm is strict about roles. */
    ROLE_NOT_HELD(FixedBy.REALM_MANAGER, OAuthError.UNAUTHORIZED_CLIENT),

    /** One half holds characters without a glyph. */
    INVISIBLE_CHARACTERS(FixedBy.INTEGRATOR),
    /** Quotation marks or brackets stand around one half. */
    QUOTED(FixedBy.INTEGRATOR),
    /** One half begins with the name of its header or variable. */
    NAME_INCLUDED(FixedBy.INTEGRATOR),
    /** One half is the name of a variable that was never filled in. */
    PLACEHOLDER(FixedBy.INTEGRATOR),
    /** One half begins with Bearer or Basic. */
    AUTHORIZATION_PREFIX(FixedBy.INTEGRATOR),
    /** The pair or one half is encoded in Base64. */
    BASE64(FixedBy.INTEGRATOR),
    /** One half is percent-encoded. */
    URL_ENCODED(FixedBy.INTEGRATOR),
    /** One half holds the whole pair. */
    BOTH_IN_ONE(FixedBy.INTEGRATOR),
    /** There is an appKey that differs in upper and lower case only. */
    CASE_MISMATCH(FixedBy.INTEGRATOR),
    /** There is an appKey that differs by characters that look alike only. */
    LOOK_ALIKE(FixedBy.INTEGRATOR),
    /** The pair belongs to another realm. */
    OTHER_REALM(FixedBy.INTEGRATOR),
    /** The appToken belongs to another pair. */
    OTHER_PAIR(FixedBy.INTEGRATOR),
    /** The pair has no appToken. */
    NO_TOKEN(FixedBy.KEY_MANAGER),
    /** The appToken waits to be claimed: the claim link was not used yet. */
    CLAIM_PENDING(FixedBy.INTEGRATOR),
    /** The claim link expired or was withdrawn before it was used. */
    NEVER_CLAIMED(FixedBy.KEY_MANAGER),
    /** The last appToken was revoked. */
    REVOKED(FixedBy.KEY_MANAGER),
    /** The last appToken was switched off, because it was not used for longer than the realm allows. */
    IDLE(FixedBy.KEY_MANAGER),
    /** An appToken expires within the warning time. */
    EXPIRING(FixedBy.KEY_MANAGER),
    /** An appToken was reported as leaked. */
    LEAKED(FixedBy.KEY_MANAGER),
    /** An appToken was sent without TLS. */
    CLEARTEXT(FixedBy.KEY_MANAGER),
    /** A renewal is running. */
    RENEWAL_RUNNING(FixedBy.KEY_MANAGER),
    /** A required role is missing. */
    ROLE_MISSING(FixedBy.KEY_MANAGER),
    /** A required role does not exist. */
    ROLE_UNKNOWN(FixedBy.KEY_MANAGER),
    /** Roles are inherited from composite roles or groups. */
    INHERITED_ROLES(FixedBy.NONE),
    /** Client scopes keep roles out of the access token. */
    SCOPE_DROPS_ROLES(FixedBy.REALM_MANAGER),
    /** A requested scope is not a client scope of the client. */
    SCOPE_UNKNOWN(FixedBy.REALM_MANAGER),
    /** The client authentication flow does not run our execution. */
    FLOW_NOT_READY(FixedBy.REALM_MANAGER),
    /** The API client is there without a pair, as after a restore of Keycloak's data alone. */
    ORPHAN(FixedBy.REALM_MANAGER),
    /** The client policy of app keys is not in force, although an end of password grants is set. */
    POLICY_NOT_IN_FORCE(FixedBy.REALM_MANAGER),
    /** The client authenticator of the client was changed. */
    AUTHENTICATOR_CHANGED(FixedBy.REALM_MANAGER),
    /** The service account is missing, switched off or disabled. */
    SERVICE_ACCOUNT_BROKEN(FixedBy.REALM_MANAGER),
    /** The last time the pair was accepted. */
    LAST_USE(FixedBy.NONE),
    /** The pair was refused since it was last accepted. */
    RECENT_FAILURES(FixedBy.INTEGRATOR),
    /** The appKey was used as a user name with the password grant. */
    PASSWORD_GRANT(FixedBy.INTEGRATOR);

    /** The anchor of all silent reasons. */
    public static final String SILENT_ANCHOR = "INVALID_CREDENTIALS";

    private static final Set<Reason> IDENTIFIED =
            EnumSet.of(DISABLED, EXPIRED, ADDRESS_NOT_ALLOWED, NO_ROLE, GRANT_NOT_ALLOWED, UNAVAILABLE);

    private final FixedBy fixedBy;
    private final OAuthError error;
    private final boolean silent;

    Reason(FixedBy fixedBy, OAuthError error, boolean silent) {
        this.fixedBy = fixedBy;
        this.error = error;
        this.silent = silent;
    }

    Reason(FixedBy fixedBy, OAuthError error) {
        this(fixedBy, error, false);
    }

    Reason(FixedBy fixedBy) {
        this(fixedBy, null, false);
    }

    /** The reasons for which an exchange can be refused. All others exist in diagnoses only. */
    public static List<Reason> refusals() {
        return Arrays.stream(values()).filter(Reason::isRefusal).toList();
    }

    /** Who can fix it. */
    public FixedBy fixedBy() {
        return fixedBy;
    }

    /** Whether an exchange can be refused for this reason. */
    public boolean isRefusal() {
        return error != null;
    }

    /**
     * The error of RFC 6749, section 5.2, that the integrator gets for this reason. Only for a refusal.
     *
     * @throws IllegalStateException if this is not a refusal, see {@link #isRefusal()}
     */
    public OAuthError error() {
        if (error == null) {
            throw new IllegalStateException(name() + " exists in diagnoses only: no exchange is refused for it");
        }
        return error;
    }

    /** Whether a response must not reveal the reason, because the sender has not proven the right credentials. */
    public boolean isSilent() {
        return silent;
    }

    /**
     * Whether the answer names the refusal by a random id, which its event and the log have too: the sender has proven
     * the right appToken, or the server is at fault. All other refusals get the same bytes each time.
     */
    public boolean isIdentified() {
        return IDENTIFIED.contains(this);
    }

    /** The anchor of the section about this reason on an {@link ErrorPage}. */
    public String anchor() {
        return silent ? SILENT_ANCHOR : name();
    }
}
