package io.github.appkeys.admin.settings;

import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.appkeys.admin.access.AdminCall;
import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.settings.RealmSettings;
import io.github.appkeys.core.store.AppKeyStore;
import io.github.appkeys.core.store.KeycloakClock;

/**
 * How many appTokens were not used for a number of days.
 *
 * @param days      the number of days
 * @param appTokens how many appTokens of the realm are valid, and were last used, created and imported before that
 */
@JsonInclude
public record IdleTokensRepresentation(long days, long appTokens) {

    /** @throws InvalidValueException if it is no number that {@code idleDays} may have, or 0 */
    static IdleTokensRepresentation of(AdminCall call, String days) {
        long number = number(days);
        Instant now = KeycloakClock.now();
        return new IdleTokensRepresentation(number, call.session().getProvider(AppKeyStore.class).idle()
                .countUnused(call.realm().getId(), now.minus(Duration.ofDays(number)), now));
    }

    private static long number(String days) {
        if (days == null || !days.matches("[0-9]{1,5}") || Long.parseLong(days) == 0
                || !RealmSettings.IDLE_DAYS.contains(Long.parseLong(days))) {
            throw new InvalidValueException("days must be a whole number between 1 and "
                    + RealmSettings.IDLE_DAYS.max());
        }
        return Long.parseLong(days);
    }
}
