package io.github.appkeys.core.reason;

/** Who can do something about a {@link Reason}. */
public enum FixedBy {

    /** Whoever sends the pair. */
    INTEGRATOR,
    /** An administrator who may change pairs. */
    KEY_MANAGER,
    /** An administrator who may change the realm and its clients. */
    REALM_MANAGER,
    /** Nobody needs to: it only tells something. */
    NONE
}
