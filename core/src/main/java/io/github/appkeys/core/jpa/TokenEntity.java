package io.github.appkeys.core.jpa;

import java.time.Instant;

import io.github.appkeys.core.expiry.TokenEnd;
import io.github.appkeys.core.jpa.columns.ColumnText;
import io.github.appkeys.core.pair.AppTokenHash;
import io.github.appkeys.core.pair.ExportedToken;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.pair.StoredToken;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.type.SqlTypes;

/** A row for each appToken: its hash, never the token. */
@Entity(name = "AppKeyTokenEntity")
@Table(name = "APP_KEY_TOKEN")
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

    @Column(name = "HINT", length = 4)
    private String hint;

    @Column(name = "CREATED_AT", nullable = false)
    private long createdAt;

    @Nationalized
    @Column(name = "CREATED_BY", length = 255)
    private String createdBy;

    @Column(name = "EXPIRES_AT")
    private Long expiresAt;

    @Column(name = "ENDED_AT")
    private Long endedAt;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "END_CAUSE", length = 20)
    private TokenEnd.Cause endCause;

    /** The user who ended it; null for none. */
    @Nationalized
    @Column(name = "ENDED_BY", length = 255)
    private String endedBy;

    @Column(name = "LAST_USED_AT")
    private Long lastUsedAt;

    @Column(name = "LAST_USED_FROM", length = 45)
    private String lastUsedFrom;

    /** The days of the last notice that it expires; null for none. */
    @Column(name = "NOTICED_DAYS")
    private Integer noticedDays;

    /** The days of the last notice sent by e-mail; null for none. */
    @Column(name = "MAILED_DAYS")
    private Integer mailedDays;

    /** When it was imported, from which moment on it can become idle; null for a token that was made here. */
    @Column(name = "IMPORTED_AT")
    private Long importedAt;

    /** When the last notice that it becomes idle was sent; null for none. */
    @Column(name = "IDLE_NOTICED_AT")
    private Long idleNoticedAt;

    /** When that notice was sent by e-mail; null for not yet. */
    @Column(name = "IDLE_MAILED_AT")
    private Long idleMailedAt;

    protected TokenEntity() {
    }

    TokenEntity(String clientUuid, StoredToken token) {
        this.id = token.id();
        this.clientUuid = clientUuid;
        this.hashAlgorithm = token.hash().algorithm();
        this.hash = token.hash().hex();
        this.hint = token.hint();
        this.createdAt = token.createdAt().toEpochMilli();
        this.createdBy = ColumnText.name(token.createdBy());
        this.expiresAt = Instants.toMillis(token.expiresAt());
    }

    TokenEntity(String clientUuid, ExportedToken kept, Instant importedAt) {
        this(clientUuid, kept.token());
        this.importedAt = importedAt.toEpochMilli();
        this.lastUsedAt = Instants.toMillis(kept.lastUsedAt());
        this.lastUsedFrom = ColumnText.address(kept.lastUsedFrom());
    }

    String clientUuid() {
        return clientUuid;
    }

    String id() {
        return id;
    }

    Pair.Token toToken(PairEntity pair) {
        return new Pair.Token(id, hint, Instant.ofEpochMilli(createdAt), createdBy,
                end(expiresAt, pair.replacedAt(id), endedAt, endCause), endedBy, Instants.ofMillis(lastUsedAt),
                lastUsedFrom);
    }

    ExportedToken toKept() {
        return new ExportedToken(new StoredToken(id, new AppTokenHash(hashAlgorithm, hash), hint,
                Instant.ofEpochMilli(createdAt), createdBy, Instants.ofMillis(expiresAt)),
                Instants.ofMillis(lastUsedAt), lastUsedFrom, null);
    }

    /** When and why a token ends; null for never. */
    static TokenEnd end(Long expiresAt, Instant replacedAt, Long endedAt, TokenEnd.Cause cause) {
        TokenEnd planned = TokenEnd.planned(Instants.ofMillis(expiresAt), replacedAt);
        return endedAt == null ? planned : TokenEnd.settled(Instant.ofEpochMilli(endedAt), cause).orBefore(planned);
    }
}
