package io.github.appkeys.core.service.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.github.appkeys.core.ConflictException;
import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.settings.RealmSettings;
import io.github.appkeys.core.settings.SettingsProblem;
import io.github.appkeys.core.settings.SettingsStore;
import io.github.appkeys.core.settings.SettingsWarning;
import io.github.appkeys.core.store.AppKeyStore;
import io.github.appkeys.core.store.KeycloakClock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Reads and changes a realm's settings for app keys, and does what enabling needs. */
public final class SettingsService {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final SettingsStore store;

    public SettingsService(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.store = session.getProvider(AppKeyStore.class).settings();
    }

    /** The settings in force, from the database. */
    public VersionedSettings get() {
        // the revision first: if another request commits in between, the revision is the outdated one, and save fails
        Optional<String> revision = store.revision(realm.getId());
        return VersionedSettings.of(store.values(realm.getId()), revision);
    }

    /**
     * Saves settings. Where they enable app keys, adds to the realm what is missing; where they disable them, takes
     * back what would stop the realm from working without our jar, and keeps all data. Idempotent.
     *
     * @param before     what {@link #get} said in this transaction, and the new settings were made of
     * @param keepPolicy whether the client policy stays when app keys are disabled; null keeps what is there, unless
     *                   these settings disable them
     * @return how they are kept now
     * @throws InvalidValueException where the realm's client authentication flow leaves no room for app keys, or a
     *                               client that is listed does not exist
     * @throws ConflictException     where another request saved settings meanwhile
     */
    public VersionedSettings save(VersionedSettings before, RealmSettings settings, Boolean keepPolicy) {
        ListedClients.require(session, realm, before.settings().passwordGrants(), settings.passwordGrants());
        if (!store.reserve(realm.getId(), before.revision())) {
            throw changed();
        }
        if (settings.enabled()) {
            RealmPreparation.prepare(session, realm);
        } else {
            RealmPreparation.takeBack(session, realm,
                    Objects.requireNonNullElse(keepPolicy, !before.settings().enabled()));
        }
        Map<String, String> values = new LinkedHashMap<>(RealmSettingsAttributes.of(settings));
        values.put(Announcement.ATTRIBUTE,
                Announcement.next(realm, settings.passwordGrants(), KeycloakClock.now()));
        values.put(IdleSince.ATTRIBUTE, IdleSince.next(realm, before.settings(), settings, KeycloakClock.now()));
        SettingsHome.write(realm, values, settings.enabled());
        return written(settings);
    }

    /** What the realm lacks: see {@link RealmProblems}. */
    public List<SettingsProblem> problems() {
        return RealmProblems.of(session, realm);
    }

    /**
     * Puts right what can be put right. Idempotent; does nothing where app keys are not enabled.
     *
     * @return what remains
     * @throws InvalidValueException where the realm's client policies cannot be changed
     */
    public List<SettingsProblem> repair() {
        if (RealmSettingsAttributes.read(realm).enabled()) {
            RealmPreparation.repair(session, realm);
        }
        return problems();
    }

    /**
     * What ends to hold, or needs care, when settings are saved: see {@link SettingsWarning.Kind}.
     *
     * @param before     what {@link #get} said
     * @param keepPolicy as for {@link #save}
     */
    public List<SettingsWarning> warnings(VersionedSettings before, RealmSettings settings, Boolean keepPolicy) {
        if (before.settings().enabled() && !settings.enabled()) {
            return new Disabling(session, realm).warnings(before.settings(), Boolean.TRUE.equals(keepPolicy));
        }
        return ToolsLockedOut.warnings(session, realm, before.settings(), settings);
    }

    /** Keycloak may have read the realm before another request changed it, and then it misses our change. */
    private VersionedSettings written(RealmSettings settings) {
        Map<String, String> values = store.values(realm.getId());
        RealmSettingsAttributes.of(settings).forEach((name, value) -> {
            if (!Objects.equals(value, values.get(name))) {
                throw changed();
            }
        });
        return VersionedSettings.of(values, store.revision(realm.getId()));
    }

    private static ConflictException changed() {
        return new ConflictException("Another request changed the settings meanwhile. Read them again");
    }
}
