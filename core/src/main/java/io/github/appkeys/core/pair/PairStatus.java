package io.github.appkeys.core.pair;

/** What state a pair is in. Where several are true, the first in this order is shown. */
public enum PairStatus {

    /** Switched off by a key manager. */
    DISABLED,
    /** No token of it lives any more, and none waits to be claimed. */
    EXPIRED,
    /** No role is linked to it. */
    NO_ROLE,
    /** It can be exchanged. */
    ACTIVE;

    /** The state that these facts make. */
    public static PairStatus of(boolean enabled, boolean hasLiveToken, boolean hasRole) {
        if (!enabled) {
            return DISABLED;
        }
        if (!hasLiveToken) {
            return EXPIRED;
        }
        return hasRole ? ACTIVE : NO_ROLE;
    }
}
