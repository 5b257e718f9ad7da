package io.github.appkeys.core.settings;

/**
 * What ends to hold when settings are saved.
 *
 * @param kind  what it is
 * @param count how many pairs or clients; null where there is nothing to count
 * @param name  the client profile or the client; null where the kind names none
 */
public record SettingsWarning(Kind kind, Long count, String name) {

    /** Scripts read the names, so they never change. */
    public enum Kind {

        /** So many pairs are refused from now on. */
        PAIRS_REFUSED("%1$d pairs are refused from now on"),
        /** Password grants of so many clients, which had an end, are allowed again. */
        PASSWORD_GRANTS_ALLOWED("Password grants of %1$d clients have no end any more"),
        /** The guard is off. */
        GUARD_OFF("API clients are not guarded any more: administrators of clients can change and delete them"),
        /** A client profile that was made by hand has an executor of ours, which Keycloak refuses without our jar. */
        EXECUTOR_LEFT("The client profile \"%2$s\" has an executor of app keys: remove it before you remove the jar"),
        /** Administrators' tools that sign in with a password at the named client of this realm are locked out. */
        TOOLS_LOCKED_OUT("Tools that sign in at the client %2$s with a password, such as kcadm.sh and Terraform, are "
                + "locked out of this realm at the cutoff"),
        /** The client policy stays, which Keycloak refuses without our jar. */
        POLICY_LEFT("The client policy \"app-keys\" stays: remove it before you remove the jar");

        private final String message;

        Kind(String message) {
            this.message = message;
        }
    }

    /** A warning without a count and a name. */
    public static SettingsWarning of(Kind kind) {
        return new SettingsWarning(kind, null, null);
    }

    /** In English. */
    public String message() {
        return kind.message.formatted(count, name);
    }
}
