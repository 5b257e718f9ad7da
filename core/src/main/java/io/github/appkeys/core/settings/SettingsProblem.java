package io.github.appkeys.core.settings;

/**
 * What a realm lacks while app keys are enabled in it.
 *
 * @param kind   what it is
 * @param detail the flow or the authenticator that the kind names; null where it names none
 * @param count  how many clients; null where there is nothing to count
 */
public record SettingsProblem(Kind kind, String detail, Long count) {

    /** Scripts read the names, so they never change. */
    public enum Kind {

        /** The client authentication flow does not have our execution, or it is switched off. */
        FLOW_NOT_READY("The client authentication flow \"%1$s\" does not run app keys: no pair can be exchanged",
                "Put it right: the execution is added again", true),
        /** The client authentication flow runs only another authenticator. */
        FLOW_BLOCKED("The client authentication flow requires \"%1$s\", so app keys do not run",
                "Make that execution alternative", false),
        /** The client policy or its profile is missing, switched off, or narrowed. */
        POLICY_NOT_IN_FORCE("The client policy \"app-keys\" is not in force: API clients are not guarded, and "
                + "password grants do not end", "Put it right: policy and profile are restored", true),
        /** Not all four roles exist. */
        ADMIN_ROLES_MISSING("Roles of app keys are missing", "Put it right: the roles are added again", true),
        /** There are API clients without a pair, as after a restore of Keycloak's data alone. */
        ORPHANS("API clients that have no pair: %2$d",
                "Import the archive of the pairs, or adopt or delete the clients", false);

        private final String message;
        private final String fix;
        private final boolean isMendable;

        Kind(String message, String fix, boolean isMendable) {
            this.message = message;
            this.fix = fix;
            this.isMendable = isMendable;
        }
    }

    /** What it is, in English. */
    public String message() {
        return kind.message.formatted(detail, count);
    }

    /** What to do, in English. */
    public String fix() {
        return kind.fix;
    }

    /** Whether {@code POST settings/repair} puts it right. */
    public boolean isMendable() {
        return kind.isMendable;
    }
}
