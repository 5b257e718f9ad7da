package io.github.appkeys.core.service.settings;

import java.time.DateTimeException;
import java.time.Instant;

import io.github.appkeys.core.settings.RealmSettings;
import org.keycloak.models.RealmModel;

/**
 * Remembers since when a realm switches off appTokens that were not used for so long: what was unused before that does
 * not count.
 */
public final class IdleSince {

    /** The name of the value. */
    static final String ATTRIBUTE = "appKeys.idleSince";

    private IdleSince() {
    }

    /** When the setting became stricter last; {@link Instant#EPOCH} if that is not known. Never fails. */
    public static Instant of(RealmModel realm) {
        try {
            String text = SettingsHome.values(realm).apply(ATTRIBUTE);
            return text == null ? Instant.EPOCH : Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    /** The value for changed settings; null for none. */
    static String next(RealmModel realm, RealmSettings before, RealmSettings after, Instant now) {
        if (after.idleDays() == 0) {
            return null;
        }
        return days(after) < days(before) ? now.toString() : SettingsHome.values(realm).apply(ATTRIBUTE);
    }

    private static long days(RealmSettings settings) {
        return settings.enabled() && settings.idleDays() > 0 ? settings.idleDays() : Long.MAX_VALUE;
    }
}
