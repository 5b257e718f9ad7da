package io.github.appkeys.authenticator.claim;

import io.github.appkeys.core.pair.ClaimStatus;
import jakarta.ws.rs.core.Response;

/** The states of a claim page. The name of a state is part of its message keys. */
enum ClaimState {

    /** The appToken can be revealed. */
    PENDING(Response.Status.OK),
    /** This response reveals the appToken. */
    REVEALED(Response.Status.OK),
    /** The appToken was revealed earlier. */
    CLAIMED(Response.Status.GONE),
    /** The link expired before the appToken was revealed. */
    EXPIRED(Response.Status.GONE),
    /** A key manager withdrew the link. */
    WITHDRAWN(Response.Status.GONE),
    /** Who made the link could not make it any more: is gone, or may not hand out the roles of the pair. */
    VOID(Response.Status.GONE),
    /** There is no such link, it was replaced, or app keys are not enabled in the realm. */
    UNKNOWN(Response.Status.NOT_FOUND),
    /** The pair is disabled. The link works again when the pair is enabled. */
    DISABLED(Response.Status.FORBIDDEN),
    /** The realm requires HTTPS. */
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
