package io.github.appkeys.core.service.settings;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.github.appkeys.core.passwordgrants.PasswordGrants;
import org.keycloak.models.RealmModel;

/** Remembers since when the end of password grants is announced in a realm. */
public final class Announcement {

    /** The name of the value. */
    static final String ATTRIBUTE = "appKeys.passwordGrants.announcedAt";

    private Announcement() {
    }

    /** When a cutoff was first saved; empty where there is none. Never fails. */
    public static Optional<Instant> at(RealmModel realm) {
        return at(SettingsHome.values(realm));
    }

    static Optional<Instant> at(UnaryOperator<String> values) {
        try {
            return Optional.ofNullable(values.apply(ATTRIBUTE)).map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A cutoff that is put off, or brought forward, stays announced since the first one. Null where there is none. */
    static String next(RealmModel realm, PasswordGrants grants, Instant now) {
        return grants.cutoff() == null ? null : at(realm).orElse(now).toString();
    }
}
