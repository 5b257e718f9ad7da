package io.github.appkeys.core.passwordgrants;

import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.pair.Label;

/**
 * An exemption: a client that may use password grants for longer than the others.
 *
 * @param clientId the client
 * @param reason   why, for administrators; printable, at most {@value Label#MAX_LENGTH} UTF-16 units
 * @param until    when password grants end for this client
 */
public record GrantExemption(String clientId, String reason, Cutoff until) {

    /** @throws InvalidValueException if a value is missing or the reason is not printable; the message begins with
     * the field */
    public GrantExemption {
        if (clientId == null || clientId.isBlank()) {
            throw new InvalidValueException("clientId is missing or empty");
        }
        reason = Label.text("reason", reason);
        if (until == null) {
            throw new InvalidValueException("until is missing or empty");
        }
    }
}
