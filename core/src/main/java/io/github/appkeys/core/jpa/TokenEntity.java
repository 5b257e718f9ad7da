package io.github.appkeys.core.jpa;

import java.time.Instant;

import io.github.appkeys.core.store.NewToken;
import io.github.appkeys.core.store.Pair;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import org.hibernate.annotations.Nationalized;

/** A row for each appToken: its hash, never the token. */
@Entity(name = "AppKeyTokenEntity")
@Table(name = "APP_KEY_TOKEN")
@NamedQuery(name = "AppKeyTokenEntity.ofPairs", query = "select t from AppKeyTokenEntity t "
        + "where t.clientUuid in :clientUuids order by t.createdAt desc, t.id")
@NamedQuery(name = "AppKeyTokenEntity.removePair", query = "delete from AppKeyTokenEntity t "
        + "where t.clientUuid = :clientUuid")
@NamedQuery(name = "AppKeyTokenEntity.removeRealm", query = "delete from AppKeyTokenEntity t where t.clientUuid in "
        + "(select p.clientUuid from AppKeyPairEntity p where p.realmId = :realmId)")
class TokenEntity {

    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "CLIENT_UUID", length = 36, nullable = false)
    private String clientUuid;

    @Column(name = "HASH_ALGORITHM", length = 20, nullable = false)
    private String hashAlgorithm;

    @Column(name = "HASH", length = 128, nullable = false)
    private String hash;

    @Column(name = "HINT", length = 4, nullable = false)
    private String hint;

    @Column(name = "CREATED_AT", nullable = false)
    private long createdAt;

    @Nationalized
    @Column(name = "CREATED_BY", length = 255)
    private String createdBy;

    @Column(name = "EXPIRES_AT")
    private Long expiresAt;

    protected TokenEntity() {
    }

    TokenEntity(String clientUuid, NewToken token) {
        this.id = token.id();
        this.clientUuid = clientUuid;
        this.hashAlgorithm = token.hash().algorithm();
        this.hash = token.hash().hex();
        this.hint = token.hint();
        this.createdAt = token.createdAt().toEpochMilli();
        this.createdBy = token.createdBy();
        this.expiresAt = Instants.toMillis(token.expiresAt());
    }

    String clientUuid() {
        return clientUuid;
    }

    Pair.Token toToken() {
        return new Pair.Token(id, hint, Instant.ofEpochMilli(createdAt), createdBy, Instants.ofMillis(expiresAt));
    }
}
