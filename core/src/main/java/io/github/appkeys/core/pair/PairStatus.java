package io.github.appkeys.core.pair;

/** What state a pair is in. Where several are true, the first in this order is shown. */
public enum PairStatus {

    /** Switched off by a key manager. */
    DISABLED,
    /** Its client was changed so that no pair can be exchanged with it. */
    BROKEN,
    /** No token of it lives any more, and none waits to be claimed. */
    EXPIRED,
    /** No role is linked to it. */
    NO_ROLE,
    /** It can be exchanged. */
    ACTIVE;

    /**
     * The state that these facts make.
     *
     * @param usable whether a pair can be exchanged with the client as it is
     */
    public static PairStatus of(boolean enabled, boolean usable, boolean hasLiveToken, boolean hasRole) {
        if (!enabled) {
            return DISABLED;
        }
        if (!usable) {
            return BROKEN;
        }
        if (!hasLiveToken) {
            return EXPIRED;
        }
        return hasRole ? ACTIVE : NO_ROLE;
    }
}
