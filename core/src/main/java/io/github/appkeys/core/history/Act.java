package io.github.appkeys.core.history;

/** What was done to a pair. The name is stored, so it never changes. */
public enum Act {

    /** It was created with a client of its own. */
    CREATED,
    /** It was made for an existing client. */
    ADOPTED,
    /** It came from an export. */
    IMPORTED,
    /** Roles were linked. */
    LINKED,
    /** Roles were unlinked. */
    UNLINKED,
    /** A new appToken was issued. */
    RENEWED,
    /** The old appToken of a renewal was ended by hand. */
    RENEWAL_FINISHED,
    /** The new appToken of a renewal was ended by hand. */
    RENEWAL_UNDONE,
    /** An appToken was revoked. */
    REVOKED,
    /** An appToken was switched off, because it was not used for longer than the realm allows. */
    SWITCHED_OFF,
    /** A claim link was made. */
    CLAIM_LINK_MADE,
    /** A claim link was withdrawn. */
    CLAIM_LINK_WITHDRAWN,
    /** An appToken was revealed by a claim link. */
    CLAIMED,
    /** The pair was disabled. */
    DISABLED,
    /** The pair was enabled. */
    ENABLED,
    /** The allowed networks were changed. */
    NETWORKS_CHANGED,
    /** The holder of an appToken renewed it. */
    RENEWED_BY_HOLDER,
    /** The old appToken of a renewal by its holder ended, since the new one was used for the first time. */
    REPLACED_BY_USE,
    /** The holder of an appToken revoked it. */
    REVOKED_BY_HOLDER
}
