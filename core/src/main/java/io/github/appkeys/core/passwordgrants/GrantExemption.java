package io.github.appkeys.core.passwordgrants;

import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.pair.Label;

/**
 * A client that may go on with password grants for longer than the others.
 *
 * @param clientId the client
 * @param reason   why, for people; printable, at most 255 UTF-16 units
 * @param until    when its own time is over
 */
public record GrantExemption(String clientId, String reason, Cutoff until) {

    /** @throws InvalidValueException where one is missing or the reason is not printable; begins with the field */
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
