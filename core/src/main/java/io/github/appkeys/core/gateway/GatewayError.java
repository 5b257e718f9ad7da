package io.github.appkeys.core.gateway;

import java.util.Optional;

import io.github.appkeys.core.exchange.Verdict;
import io.github.appkeys.core.reason.ErrorPage;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.reason.ReasonMessages;

/**
 * What a gateway is told of a refusal. Gateways pass on 401 and 403, and take all else for a failure of the check, so
 * there is no other status, but 503 where the check cannot tell.
 *
 * @param status      401, 403 or 503
 * @param reason      for events, metrics and those who read the code; never tells whether an appToken is right
 * @param told        whether the reason may be told
 * @param identified  whether the answer names the refusal by an id, see {@link Reason#isIdentified()}
 * @param error       the error of RFC 6749 or RFC 6750
 * @param description a sentence in English
 * @param uri         a page about it; null for none
 */
public record GatewayError(int status, String reason, boolean told, boolean identified, String error,
        String description, String uri) {

    /** The most characters of {@link #json()}: gateways limit the size of headers. */
    public static final int MAX_LENGTH = 1024;

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int UNAVAILABLE = 503;

    /** Refusals of the gateway check that no exchange knows. */
    public enum Refused {
        /** The request came without TLS, and the realm requires it. */
        HTTPS_REQUIRED("invalid_request", "HTTPS required"),
        /** The realm is disabled. */
        REALM_DISABLED("access_denied", "Realm not enabled"),
        /** The gateway asked for something that is not understood. */
        BAD_QUERY("invalid_request", "The gateway asks for something that is not understood"),
        /** A needed role is not held. */
        ROLE_MISSING("insufficient_scope", "The appKey lacks a role that is needed for this call"),
        /** A needed client scope is not granted. */
        SCOPE_MISSING("insufficient_scope", "The appKey lacks a scope that is needed for this call"),
        /** The access tokens of the client must be bound to a key of their holder. */
        TOKEN_BOUND("unauthorized_client", "The access tokens of this appKey must be bound to a key or a certificate: "
                + "a gateway cannot get them, exchange the pair instead"),
        /** A client policy, or another rule of the realm, refuses the access token. */
        TOKEN_REFUSED("access_denied", "The realm refuses an access token for this appKey");

        private final String error;
        private final String description;

        Refused(String error, String description) {
            this.error = error;
            this.description = description;
        }

        /** The refusal, with 403. */
        public GatewayError error() {
            return error(description);
        }

        /** The refusal, with 403 and another sentence. */
        public GatewayError error(String sentence) {
            return new GatewayError(FORBIDDEN, name(), true, true, error, sentence, null);
        }
    }

    /**
     * What refuses a pair. Who has not proven the right appToken is asked to authenticate.
     *
     * @param page the page of the realm that explains reasons
     */
    public static GatewayError of(Verdict verdict, Optional<ErrorPage> page) {
        Reason reason = verdict.reason();
        boolean notEnabled = reason == Reason.NOT_ENABLED;
        int status = switch (verdict.error()) {
            case INVALID_CLIENT, INVALID_REQUEST -> UNAUTHORIZED;
            case UNAUTHORIZED_CLIENT -> FORBIDDEN;
            default -> verdict.error().status() == UNAVAILABLE ? UNAVAILABLE : UNAUTHORIZED;
        };
        return new GatewayError(status, reason.name(), notEnabled || !reason.isSilent(), reason.isIdentified(),
                verdict.error().code(),
                notEnabled ? ReasonMessages.ENGLISH.says(Occurrence.of(reason)) : verdict.description(),
                page.map(found -> found.uri(reason)).orElse(null));
    }

    /** The check cannot tell, as while the database is away. */
    public static GatewayError unavailable() {
        return new GatewayError(UNAVAILABLE, "UNAVAILABLE", true, true, "temporarily_unavailable",
                "Whether the pair is right cannot be told at the moment", null);
    }

    /** The error as JSON: printable ASCII in one line, at most {@value #MAX_LENGTH} characters. */
    public String json() {
        String page = uri == null ? "" : ",\"error_uri\":\"" + escaped(uri, MAX_LENGTH) + "\"";
        String start = "{\"error\":\"" + error + "\",\"error_description\":\"";
        String end = "\"" + (told ? ",\"app_key_reason\":\"" + reason + "\"" : "");
        int room = MAX_LENGTH - start.length() - end.length() - 1;
        String sentence = escaped(description, room);
        return start + sentence + end + (page.length() <= room - sentence.length() ? page : "") + "}";
    }

    private static String escaped(String text, int room) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            String next = c == '"' || c == '\\' ? "\\" + c : c < ' ' || c > '~' ? String.format("\\u%04x", (int) c)
                    : String.valueOf(c);
            if (escaped.length() + next.length() > room) {
                break;
            }
            escaped.append(next);
        }
        return escaped.toString();
    }
}
