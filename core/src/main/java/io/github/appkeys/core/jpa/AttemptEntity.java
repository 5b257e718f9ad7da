package io.github.appkeys.core.jpa;

import io.github.appkeys.core.diagnosis.Attempts;
import io.github.appkeys.core.reason.Reason;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row for each pair and reason of failed attempts, so that the number of rows is bounded. */
@Entity(name = "AppKeyAttemptEntity")
@Table(name = "APP_KEY_ATTEMPT")
class AttemptEntity {

    /** The pair and the reason: if two nodes insert the same row, the primary key rejects the second one. */
    @Id
    @Column(name = "ID", length = 80)
    private String id;

    @Column(name = "CLIENT_UUID", length = 36, nullable = false)
    private String clientUuid;

    @Column(name = "REASON", length = 40, nullable = false)
    private String reason;

    @Column(name = "ATTEMPTS", nullable = false)
    private long attempts;

    @Column(name = "LAST_AT", nullable = false)
    private long lastAt;

    @Column(name = "LAST_FROM", length = 45)
    private String lastFrom;

    protected AttemptEntity() {
    }

    AttemptEntity(String clientUuid, Attempts attempts) {
        this.id = id(clientUuid, attempts.reason());
        this.clientUuid = clientUuid;
        this.reason = attempts.reason().name();
        this.attempts = attempts.count();
        this.lastAt = attempts.lastAt().toEpochMilli();
        this.lastFrom = attempts.lastFrom();
    }

    static String id(String clientUuid, Reason reason) {
        return clientUuid + ":" + reason;
    }

    Attempts toAttempts() {
        return new Attempts(Reason.valueOf(reason), attempts, Instants.ofMillis(lastAt), lastFrom);
    }
}
