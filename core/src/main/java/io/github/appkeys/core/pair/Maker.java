package io.github.appkeys.core.pair;

/**
 * The administrator who made something whose rights count later, too.
 *
 * @param name    the user name, to be shown
 * @param realmId the id of the realm that the user belongs to: the realm itself or {@code master}; null where it is not
 *                known, as for what version 0.1.0 made
 * @param userId  the id of the user; null where it is not known
 */
public record Maker(String name, String realmId, String userId) {

    /** Whether the user can be found again. Names do not count: they can be given to another user. */
    public boolean isKnown() {
        return realmId != null && userId != null;
    }
}
