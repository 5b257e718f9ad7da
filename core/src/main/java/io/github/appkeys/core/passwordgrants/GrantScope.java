package io.github.appkeys.core.passwordgrants;

/** For which clients password grants end. The names are stored and sent, so they never change. */
public enum GrantScope {

    /** All clients of the realm. */
    ALL,
    /** API clients only, which can never use password grants. For all others nothing ends. */
    API_CLIENTS,
    /** The clients that are listed. */
    SELECTED
}
