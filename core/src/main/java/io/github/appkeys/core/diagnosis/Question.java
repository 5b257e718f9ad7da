package io.github.appkeys.core.diagnosis;

import java.util.List;

import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.pair.IpNetwork;

/**
 * What an administrator asks about a pair.
 *
 * @param pasted        what the integrator sends; may hold only one half or none. Bounded by
 *                      {@link PastedPair#MAX_LENGTH}
 * @param requiredRoles roles that the integration needs, as {@code name} or {@code clientId:name}; at most
 *                      {@value #MAX_ROLES}, each of at most {@value #MAX_ROLE_LENGTH} characters and
 *                      {@value #MAX_COLONS} colons: each colon is a client to look for
 * @param address       the address from which the pair is used; null if it is not known
 * @param scope         the scope that the integrator requests, at most {@value #MAX_SCOPE_LENGTH} characters; null if
 *                      no example of an access token is wanted
 */
public record Question(PastedPair pasted, List<String> requiredRoles, String address, String scope) {

    /** The most roles of a question. */
    public static final int MAX_ROLES = 50;
    /** The most characters of a role and its client. */
    public static final int MAX_ROLE_LENGTH = 511;
    /** The most colons of a role and its client. */
    public static final int MAX_COLONS = 20;
    /** The most characters of a scope. */
    public static final int MAX_SCOPE_LENGTH = 1000;

    /** @throws InvalidValueException if a value is out of bounds; the message begins with the field */
    public Question {
        if (requiredRoles.size() > MAX_ROLES) {
            throw new InvalidValueException("requiredRoles has more than " + MAX_ROLES + " entries");
        }
        if (requiredRoles.stream().anyMatch(role -> role.isBlank() || role.length() > MAX_ROLE_LENGTH)) {
            throw new InvalidValueException("requiredRoles has an entry that is empty or longer than " + MAX_ROLE_LENGTH
                    + " characters");
        }
        if (requiredRoles.stream().anyMatch(role -> role.chars().filter(c -> c == ':').count() > MAX_COLONS)) {
            throw new InvalidValueException("requiredRoles has an entry with more than " + MAX_COLONS + " colons");
        }
        if (address != null && !IpNetwork.isAddress(address)) {
            throw new InvalidValueException("address is not an IPv4 or IPv6 address");
        }
        if (scope != null && (scope.length() > MAX_SCOPE_LENGTH || scope.chars().anyMatch(Character::isISOControl))) {
            throw new InvalidValueException("scope must be a printable text of at most " + MAX_SCOPE_LENGTH
                    + " characters");
        }
        requiredRoles = List.copyOf(requiredRoles);
    }
}
