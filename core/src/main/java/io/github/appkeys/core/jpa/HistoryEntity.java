package io.github.appkeys.core.jpa;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.appkeys.core.history.Act;
import io.github.appkeys.core.history.HistoryEntry;
import io.github.appkeys.core.jpa.columns.ColumnText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Nationalized;

/** A row for each thing that happened to a pair. */
@Entity(name = "AppKeyHistoryEntity")
@Table(name = "APP_KEY_HISTORY")
class HistoryEntity {

    private static final AtomicInteger SEQUENCE = new AtomicInteger();

    /** Orders what one node wrote in the same millisecond. */
    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "CLIENT_UUID", length = 36, nullable = false)
    private String clientUuid;

    @Column(name = "HAPPENED_AT", nullable = false)
    private long at;

    @Nationalized
    @Column(name = "DONE_BY", length = 255, nullable = false)
    private String by;

    @Column(name = "ACT", length = 40, nullable = false)
    private String act;

    @Column(name = "TOKEN_ID", length = 36)
    private String tokenId;

    @Column(name = "HINT", length = 4)
    private String hint;

    @Nationalized
    @Column(name = "DETAIL", length = HistoryEntry.MAX_DETAIL)
    private String detail;

    protected HistoryEntity() {
    }

    HistoryEntity(String clientUuid, HistoryEntry entry) {
        this.id = "%08x-%s".formatted(SEQUENCE.getAndIncrement() & Integer.MAX_VALUE,
                UUID.randomUUID().toString().substring(0, 27));
        this.clientUuid = clientUuid;
        this.at = entry.at().toEpochMilli();
        this.by = ColumnText.name(entry.by());
        this.act = entry.act().name();
        this.tokenId = entry.tokenId();
        this.hint = entry.hint();
        this.detail = ColumnText.text(entry.detail(), HistoryEntry.MAX_DETAIL);
    }

    HistoryEntry toEntry() {
        return new HistoryEntry(Instant.ofEpochMilli(at), by, Act.valueOf(act), tokenId, hint, detail);
    }
}
