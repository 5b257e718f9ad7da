package io.github.appkeys.core.jpa;

import java.time.Instant;

import io.github.appkeys.core.jpa.columns.ColumnText;
import io.github.appkeys.core.pair.AllowedNetworks;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.pair.PairStore;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Nationalized;

/**
 * A row for each pair. AppKey, label, description, enabled and roles are in Keycloak's tables. A change writes its own
 * columns only, since others are written behind.
 */
@Entity(name = "AppKeyPairEntity")
@Table(name = "APP_KEY_PAIR")
@DynamicUpdate
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

    @Nationalized
    @Column(name = "CONTACT", length = 255)
    private String contact;

    @Column(name = "CURRENT_TOKEN", length = 36)
    private String currentToken;

    @Column(name = "OLD_TOKEN", length = 36)
    private String oldToken;

    /** The token that its holder made, and whose first use ends the old one, as long as it is the current one. */
    @Column(name = "AWAITED_TOKEN", length = 36)
    private String awaitedToken;

    @Column(name = "RENEWAL_STARTED_AT")
    private Long renewalStartedAt;

    @Column(name = "RENEWAL_FINISH_AT")
    private Long renewalFinishAt;

    /** The id of the service account, so that no plan of a database has to search for it; null for none. */
    @Column(name = "SERVICE_ACCOUNT", length = 36)
    private String serviceAccount;

    @Column(name = "LAST_USED_AT")
    private Long lastUsedAt;

    @Column(name = "LAST_USED_FROM", length = 45)
    private String lastUsedFrom;

    protected PairEntity() {
    }

    PairEntity(String realmId, PairStore.Row row) {
        this.clientUuid = row.clientUuid();
        this.realmId = realmId;
        this.createdAt = row.createdAt().toEpochMilli();
        this.createdBy = ColumnText.name(row.createdBy());
        this.allowedNetworks = row.networks().toText();
        this.contact = row.contact();
        this.serviceAccount = row.account();
        if (row.lastUse() != null) {
            this.lastUsedAt = row.lastUse().at().toEpochMilli();
            this.lastUsedFrom = ColumnText.address(row.lastUse().from());
        }
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

    String contact() {
        return contact;
    }

    String currentToken() {
        return currentToken;
    }

    /** Null for never. */
    Pair.Use lastUse() {
        return lastUsedAt == null ? null : new Pair.Use(Instant.ofEpochMilli(lastUsedAt), lastUsedFrom);
    }

    /** The renewal started last; null if there is none. */
    Pair.Renewal renewal() {
        return oldToken == null ? null : new Pair.Renewal(Instants.ofMillis(renewalStartedAt),
                Instants.ofMillis(renewalFinishAt), oldToken,
                awaitedToken != null && awaitedToken.equals(currentToken));
    }

    /** When a renewal ends a token of this pair; null for never. */
    Instant replacedAt(String tokenId) {
        return tokenId.equals(oldToken) ? Instants.ofMillis(renewalFinishAt) : null;
    }

    void setTokens(String current, Pair.Renewal renewal) {
        currentToken = current;
        oldToken = renewal == null ? null : renewal.oldTokenId();
        awaitedToken = renewal != null && renewal.byHolder() ? current : null;
        renewalStartedAt = renewal == null ? null : Instants.toMillis(renewal.startedAt());
        renewalFinishAt = renewal == null ? null : Instants.toMillis(renewal.finishAt());
    }

    /** Disabling a disabled pair keeps the earlier moment. Returns whether this disabled or enabled it. */
    boolean setDisabledAt(Instant moment) {
        boolean changed = (moment == null) != (disabledAt == null);
        if (changed) {
            disabledAt = Instants.toMillis(moment);
        }
        return changed;
    }

    void setServiceAccount(String account) {
        this.serviceAccount = account;
    }

    void setContact(String contact) {
        this.contact = contact;
    }

    void setAllowedNetworks(AllowedNetworks networks) {
        this.allowedNetworks = networks.toText();
    }
}
