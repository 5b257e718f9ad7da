package io.github.appkeys.core.service.settings;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

import io.github.appkeys.core.passwordgrants.PasswordGrants;
import org.keycloak.models.RealmModel;

/** Remembers since when the end of password grants is announced in a realm. */
public final class Announcement {

    private static final String ATTRIBUTE = "appKeys.passwordGrants.announcedAt";

    private Announcement() {
    }

    /** When a cutoff was first saved; empty where there is none. Never fails. */
    public static Optional<Instant> at(RealmModel realm) {
        try {
            return Optional.ofNullable(realm.getAttribute(ATTRIBUTE)).map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A cutoff that is put off, or brought forward, stays announced since the first one. */
    static void update(RealmModel realm, PasswordGrants grants, Instant now) {
        if (grants.cutoff() == null) {
            realm.removeAttribute(ATTRIBUTE);
        } else if (at(realm).isEmpty()) {
            realm.setAttribute(ATTRIBUTE, now.toString());
        }
    }
}
