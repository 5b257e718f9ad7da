package io.github.appkeys.core.jpa;

import java.io.Serializable;

import io.github.appkeys.core.jpa.buffers.PendingPasswordGrants;
import io.github.appkeys.core.passwordgrants.PasswordGrantLog;
import io.github.appkeys.core.passwordgrants.PasswordGrantUse;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Nationalized;

/**
 * A row for each client and user with password grants. Keycloak's ids are unique across realms. The names are stored
 * only for clients and users of a storage provider; of all others, Keycloak's tables have the current names.
 */
@Entity(name = "AppKeyPasswordGrantEntity")
@Table(name = "APP_KEY_PASSWORD_GRANT")
@IdClass(PasswordGrantEntity.Key.class)
class PasswordGrantEntity {

    /** The primary key. */
    record Key(String clientUuid, String userId) implements Serializable {
    }

    @Id
    @Column(name = "CLIENT_UUID", length = 255)
    private String clientUuid;

    @Id
    @Column(name = "USER_ID", length = 255)
    private String userId;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId;

    @Nationalized
    @Column(name = "CLIENT_ID", length = 255)
    private String clientId;

    @Nationalized
    @Column(name = "USERNAME", length = 255)
    private String username;

    @Column(name = "FIRST_AT", nullable = false)
    private long firstAt;

    @Column(name = "LAST_AT", nullable = false)
    private long lastAt;

    @Column(name = "GRANTS", nullable = false)
    private long grants;

    @Column(name = "LAST_FROM", length = 45)
    private String lastFrom;

    protected PasswordGrantEntity() {
    }

    PasswordGrantEntity(PasswordGrantLog.Key key, PendingPasswordGrants.Grants grants) {
        this.realmId = key.realmId();
        this.clientUuid = key.clientUuid();
        this.userId = key.userId();
        this.clientId = grants.clientId();
        this.username = grants.username();
        this.firstAt = grants.firstAt().toEpochMilli();
        this.lastAt = grants.lastAt().toEpochMilli();
        this.grants = grants.count();
        this.lastFrom = grants.lastFrom();
    }

    PasswordGrantUse toUse(String currentClientId, String currentUsername) {
        return new PasswordGrantUse(currentClientId, currentUsername, userId, Instants.ofMillis(firstAt),
                Instants.ofMillis(lastAt), grants, lastFrom);
    }
}
