package io.github.appkeys.core.jpa;

import java.io.Serializable;

import io.github.appkeys.core.passwordgrants.PasswordGrantLog;
import io.github.appkeys.core.passwordgrants.PasswordGrantUse;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import org.hibernate.annotations.Nationalized;

/**
 * A row for each client and user that a password was granted to. Keycloak's ids are unique among all realms. The names
 * are for those that a storage provider brings: of all others, Keycloak's tables know the current ones.
 */
@Entity(name = "AppKeyPasswordGrantEntity")
@Table(name = "APP_KEY_PASSWORD_GRANT")
@IdClass(PasswordGrantEntity.Key.class)
// MariaDB and MySQL assign from left to right and look at what is assigned already: moments come last
@NamedQuery(name = "AppKeyPasswordGrantEntity.add", query = "update AppKeyPasswordGrantEntity g "
        + "set g.grants = g.grants + :count, "
        + "g.clientId = case when g.lastAt <= :lastAt then :clientId else g.clientId end, "
        + "g.username = case when g.lastAt <= :lastAt then :username else g.username end, "
        + "g.lastFrom = case when g.lastAt <= :lastAt then :lastFrom else g.lastFrom end, "
        + "g.firstAt = case when g.firstAt > :firstAt then :firstAt else g.firstAt end, "
        + "g.lastAt = case when g.lastAt < :lastAt then :lastAt else g.lastAt end "
        + "where g.clientUuid = :clientUuid and g.userId = :userId")
@NamedQuery(name = "AppKeyPasswordGrantEntity.ofRealm", query = "select count(g) from AppKeyPasswordGrantEntity g "
        + "where g.realmId = :realmId")
@NamedQuery(name = "AppKeyPasswordGrantEntity.realms", query = "select distinct g.realmId "
        + "from AppKeyPasswordGrantEntity g")
@NamedQuery(name = "AppKeyPasswordGrantEntity.leastRecent", query = "select g.clientUuid, g.userId, g.lastAt "
        + "from AppKeyPasswordGrantEntity g where g.realmId = :realmId order by g.lastAt desc, g.clientUuid, g.userId")
@NamedQuery(name = "AppKeyPasswordGrantEntity.removeUnused", query = "delete from AppKeyPasswordGrantEntity g "
        + "where g.clientUuid = :clientUuid and g.userId = :userId and g.lastAt = :lastAt")
@NamedQuery(name = "AppKeyPasswordGrantEntity.removeBefore", query = "delete from AppKeyPasswordGrantEntity g "
        + "where g.realmId = :realmId and g.lastAt < :before")
@NamedQuery(name = "AppKeyPasswordGrantEntity.removeOrphans", query = "delete from AppKeyPasswordGrantEntity g "
        + "where g.realmId = :realmId and "
        + "(g.userId not like 'f:%' and not exists (select u.id from UserEntity u where u.id = g.userId) "
        + "or g.clientUuid not like 'f:%' and not exists (select c.id from ClientEntity c where c.id = g.clientUuid))")
@NamedQuery(name = "AppKeyPasswordGrantEntity.removeClient", query = "delete from AppKeyPasswordGrantEntity g "
        + "where g.clientUuid = :id")
@NamedQuery(name = "AppKeyPasswordGrantEntity.removeUser", query = "delete from AppKeyPasswordGrantEntity g "
        + "where g.userId = :id")
@NamedQuery(name = "AppKeyPasswordGrantEntity.removeRealm", query = "delete from AppKeyPasswordGrantEntity g "
        + "where g.realmId = :id")
class PasswordGrantEntity {

    /** What identifies a row. */
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
