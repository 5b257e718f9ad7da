package io.github.appkeys.core.reason;

/** Who can fix a {@link Reason}. */
public enum FixedBy {

    /** The integrator who sends the pair. */
    INTEGRATOR,
    /** An administrator who may change pairs. */
    KEY_MANAGER,
    /** An administrator who may change the realm and its clients. */
    REALM_MANAGER,
    /** Those who run the server. */
    OPERATOR,
    /** Nothing needs to be fixed: the finding is for information. */
    NONE
}
