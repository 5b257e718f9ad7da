package io.github.appkeys.authenticator.claim;

import io.github.appkeys.core.pair.ClaimStatus;
import jakarta.ws.rs.core.Response;

/** What a claim page tells. The name is part of the keys of its words. */
enum ClaimState {

    /** The appToken can be revealed. */
    PENDING(Response.Status.OK),
    /** It is revealed by this very answer. */
    REVEALED(Response.Status.OK),
    /** It was revealed before. */
    CLAIMED(Response.Status.GONE),
    /** Nobody revealed it in time. */
    EXPIRED(Response.Status.GONE),
    /** The link was taken back. */
    WITHDRAWN(Response.Status.GONE),
    /** There is no such link, it was replaced, or app keys are switched off in the realm. */
    UNKNOWN(Response.Status.NOT_FOUND),
    /** The pair is switched off. Once it is switched on again, the link works. */
    DISABLED(Response.Status.FORBIDDEN),
    /** The realm wants HTTPS. */
    INSECURE(Response.Status.FORBIDDEN);

    private final Response.Status status;

    ClaimState(Response.Status status) {
        this.status = status;
    }

    Response.Status status() {
        return status;
    }

    static ClaimState of(ClaimStatus status) {
        return switch (status) {
            case PENDING -> PENDING;
            case CLAIMED -> CLAIMED;
            case EXPIRED -> EXPIRED;
            case WITHDRAWN -> WITHDRAWN;
        };
    }
}
