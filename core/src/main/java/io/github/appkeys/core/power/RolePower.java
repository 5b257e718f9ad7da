package io.github.appkeys.core.power;

import java.util.function.BooleanSupplier;

/** What a role by itself gives over Keycloak. What it contains counts, too, and is looked at role by role. */
public enum RolePower {

    /** Nothing: only resource servers look at it. A key manager may hand it out. */
    NONE {
        @Override
        public boolean mayHandOut(BooleanSupplier mayMap, BooleanSupplier managesRealm) {
            return true;
        }
    },

    /** Rights over realms or app keys, by its client or its name. */
    ADMINISTRATIVE {
        @Override
        public boolean mayHandOut(BooleanSupplier mayMap, BooleanSupplier managesRealm) {
            return mayMap.getAsBoolean();
        }
    },

    /**
     * A role policy of the realm's admin permissions names it. Keycloak's rule on mapping roles does not know that it
     * gives anything: {@code manage-users} suffices for it. So the caller must also be one who may change these
     * permissions.
     */
    NAMED {
        @Override
        public boolean mayHandOut(BooleanSupplier mayMap, BooleanSupplier managesRealm) {
            return managesRealm.getAsBoolean() && mayMap.getAsBoolean();
        }
    };

    /**
     * Whether a caller may hand the role out, beside the role of ours that the call needs.
     *
     * @param mayMap       whether Keycloak lets the caller map the role
     * @param managesRealm whether the caller may change the realm's admin permissions
     */
    public abstract boolean mayHandOut(BooleanSupplier mayMap, BooleanSupplier managesRealm);
}
