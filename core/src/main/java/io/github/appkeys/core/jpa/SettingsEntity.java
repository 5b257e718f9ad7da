package io.github.appkeys.core.jpa;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row for each realm whose settings were saved. The settings themselves are kept with the realm. */
@Entity(name = "AppKeySettingsEntity")
@Table(name = "APP_KEY_SETTINGS")
class SettingsEntity {

    @Id
    @Column(name = "REALM_ID", length = 36)
    private String realmId;

    @Column(name = "REVISION", length = 36, nullable = false)
    private String revision;

    @Column(name = "POLICY_MISSING_SINCE")
    private Long policyMissingSince;

    protected SettingsEntity() {
    }

    SettingsEntity(String realmId, String revision) {
        this.realmId = realmId;
        this.revision = revision;
    }

    /** False where it is noted already. */
    final boolean notePolicyMissing(Instant since) {
        boolean isNew = policyMissingSince == null;
        if (isNew) {
            policyMissingSince = since.toEpochMilli();
        }
        return isNew;
    }

    final Optional<Instant> notePolicyRestored() {
        Optional<Instant> since = Optional.ofNullable(Instants.ofMillis(policyMissingSince));
        policyMissingSince = null;
        return since;
    }
}
