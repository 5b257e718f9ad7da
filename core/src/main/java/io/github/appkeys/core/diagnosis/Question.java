package io.github.appkeys.core.diagnosis;

import java.util.List;

import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.pair.IpNetwork;

/**
 * What somebody wants to know about a pair.
 *
 * @param pasted        what the integrator sends; may hold only one half or none
 * @param requiredRoles roles that the integration needs, as {@code name} or {@code clientId:name}; at most
 *                      {@value #MAX_ROLES}
 * @param address       from where it is used; null where that is not known
 * @param scope         the scope that the integrator asks for; null where nobody wants to see the access token
 */
public record Question(PastedPair pasted, List<String> requiredRoles, String address, String scope) {

    /** How many roles one can ask for. */
    public static final int MAX_ROLES = 50;
    /** How long a role and its client are at most. */
    public static final int MAX_ROLE_LENGTH = 511;
    /** How long a scope is at most. */
    public static final int MAX_SCOPE_LENGTH = 1000;

    /** @throws InvalidValueException where something is wrong: the message names it */
    public Question {
        if (requiredRoles.size() > MAX_ROLES) {
            throw new InvalidValueException("requiredRoles has more than " + MAX_ROLES + " entries");
        }
        if (requiredRoles.stream().anyMatch(role -> role.isBlank() || role.length() > MAX_ROLE_LENGTH)) {
            throw new InvalidValueException("requiredRoles has an entry that is empty or longer than " + MAX_ROLE_LENGTH
                    + " characters");
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
