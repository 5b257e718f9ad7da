package io.github.appkeys.core.jpa;

import java.time.Instant;

import io.github.appkeys.core.issuance.NewClaim;
import io.github.appkeys.core.jpa.columns.ColumnText;
import io.github.appkeys.core.pair.Maker;
import io.github.appkeys.core.pair.Pair.Claim;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Nationalized;

/** A row for the latest claim link of a pair: the hash of its code, never the code. */
@Entity(name = "AppKeyClaimEntity")
@Table(name = "APP_KEY_CLAIM")
class ClaimEntity {

    @Id
    @Column(name = "CLIENT_UUID", length = 36)
    private String clientUuid;

    @Column(name = "CODE_HASH", length = 64, nullable = false)
    private String codeHash;

    @Column(name = "CREATED_AT", nullable = false)
    private long createdAt;

    @Nationalized
    @Column(name = "CREATED_BY", length = 255)
    private String createdBy;

    @Column(name = "CREATED_BY_REALM", length = 36)
    private String createdByRealm;

    @Column(name = "CREATED_BY_USER", length = 255)
    private String createdByUser;

    @Column(name = "EXPIRES_AT", nullable = false)
    private long expiresAt;

    @Column(name = "TOKEN_EXPIRES_AT")
    private Long tokenExpiresAt;

    @Column(name = "OVERLAP_SECONDS")
    private Long overlapSeconds;

    @Column(name = "CLAIMED_AT")
    private Long claimedAt;

    @Column(name = "CLAIMED_FROM", length = 45)
    private String claimedFrom;

    @Column(name = "WITHDRAWN_AT")
    private Long withdrawnAt;

    protected ClaimEntity() {
    }

    ClaimEntity(String clientUuid, NewClaim claim) {
        this.clientUuid = clientUuid;
        replace(claim);
    }

    final void replace(NewClaim claim) {
        this.codeHash = claim.codeHash();
        this.createdAt = claim.createdAt().toEpochMilli();
        this.createdBy = ColumnText.name(claim.maker().name());
        this.createdByRealm = claim.maker().realmId();
        this.createdByUser = claim.maker().userId();
        this.expiresAt = claim.expiresAt().toEpochMilli();
        this.tokenExpiresAt = Instants.toMillis(claim.tokenExpiresAt());
        this.overlapSeconds = claim.overlapSeconds();
        this.claimedAt = null;
        this.claimedFrom = null;
        this.withdrawnAt = null;
    }

    Instant createdAt() {
        return Instant.ofEpochMilli(createdAt);
    }

    Claim toClaim() {
        return new Claim(createdAt(), new Maker(createdBy, createdByRealm, createdByUser),
                Instant.ofEpochMilli(expiresAt), Instants.ofMillis(claimedAt), claimedFrom,
                Instants.ofMillis(withdrawnAt), Instants.ofMillis(tokenExpiresAt), overlapSeconds);
    }
}
