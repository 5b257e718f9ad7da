package io.github.appkeys.core.passwordgrants;

/** The clients for which password grants end. The names are stored and part of the REST API: they never change. */
public enum GrantScope {

    /** All clients of the realm. */
    ALL,
    /** API clients only. They can never use password grants, so nothing ends for other clients. */
    API_CLIENTS,
    /** The clients listed in {@link PasswordGrants#clients}. */
    SELECTED
}
