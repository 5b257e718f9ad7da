package io.github.appkeys.core.jpa;

import java.time.Instant;

import io.github.appkeys.core.AllowedNetworks;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import org.hibernate.annotations.Nationalized;

/** A row for each pair. AppKey, label, description, enabled and roles are Keycloak's and not repeated here. */
@Entity(name = "AppKeyPairEntity")
@Table(name = "APP_KEY_PAIR")
@NamedQuery(name = "AppKeyPairEntity.removePair", query = "delete from AppKeyPairEntity p "
        + "where p.clientUuid = :clientUuid")
@NamedQuery(name = "AppKeyPairEntity.removeRealm", query = "delete from AppKeyPairEntity p where p.realmId = :realmId")
class PairEntity {

    @Id
    @Column(name = "CLIENT_UUID", length = 36)
    private String clientUuid;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId;

    @Column(name = "CREATED_AT", nullable = false)
    private long createdAt;

    @Nationalized
    @Column(name = "CREATED_BY", length = 255)
    private String createdBy;

    @Column(name = "DISABLED_AT")
    private Long disabledAt;

    @Column(name = "ALLOWED_NETWORKS", length = 2600)
    private String allowedNetworks;

    protected PairEntity() {
    }

    PairEntity(String realmId, String clientUuid, Instant createdAt, String createdBy, AllowedNetworks networks) {
        this.clientUuid = clientUuid;
        this.realmId = realmId;
        this.createdAt = createdAt.toEpochMilli();
        this.createdBy = createdBy;
        this.allowedNetworks = networks.toText();
    }

    String clientUuid() {
        return clientUuid;
    }

    Instant createdAt() {
        return Instant.ofEpochMilli(createdAt);
    }

    String createdBy() {
        return createdBy;
    }

    AllowedNetworks allowedNetworks() {
        return AllowedNetworks.fromText(allowedNetworks);
    }

    /** Disabling a pair twice does not change since when it is disabled. */
    void setDisabledAt(Instant moment) {
        if (moment == null || disabledAt == null) {
            disabledAt = Instants.toMillis(moment);
        }
    }

    void setAllowedNetworks(AllowedNetworks networks) {
        this.allowedNetworks = networks.toText();
    }
}
