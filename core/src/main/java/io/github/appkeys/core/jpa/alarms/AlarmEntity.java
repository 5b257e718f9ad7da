package io.github.appkeys.core.jpa.alarms;

import java.time.Instant;

import io.github.appkeys.core.jpa.columns.ColumnText;
import io.github.appkeys.core.leaks.AlarmStore;
import io.github.appkeys.core.leaks.Sighting;
import io.github.appkeys.core.pair.Pair;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.type.SqlTypes;

/** A row for each appToken and kind of alarm. */
@Entity(name = "AppKeyAlarmEntity")
@Table(name = "APP_KEY_ALARM")
public class AlarmEntity {

    /** The token and the kind: if two nodes insert the same row, the primary key rejects the second one. */
    @Id
    @Column(name = "ID", length = 80)
    private String id;

    @Column(name = "CLIENT_UUID", length = 36, nullable = false)
    private String clientUuid;

    @Column(name = "TOKEN_ID", length = 36, nullable = false)
    private String tokenId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "KIND", length = 20, nullable = false)
    private Pair.AlarmKind kind;

    @Column(name = "FIRST_AT", nullable = false)
    private long firstAt;

    @Column(name = "LAST_AT", nullable = false)
    private long lastAt;

    @Column(name = "TIMES", nullable = false)
    private long times;

    @Nationalized
    @Column(name = "PLACE", length = 500)
    private String place;

    @Column(name = "LAST_FROM", length = 45)
    private String lastFrom;

    /** When the token ends because of it; null for never, or once it has ended. */
    @Column(name = "ENDS_AT")
    private Long endsAt;

    /** When it was told last. */
    @Column(name = "TOLD_AT")
    private Long toldAt;

    /** Since when an e-mail is due; null where none is. */
    @Column(name = "MAIL_DUE_AT")
    private Long mailDueAt;

    protected AlarmEntity() {
    }

    AlarmEntity(String clientUuid, String tokenId, Pair.AlarmKind kind, Instant at, long times) {
        this.id = id(tokenId, kind);
        this.clientUuid = clientUuid;
        this.tokenId = tokenId;
        this.kind = kind;
        this.firstAt = at.toEpochMilli();
        this.lastAt = firstAt;
        this.times = times;
    }

    /** The first sighting of its kind, told at once. */
    static AlarmEntity first(AlarmStore.Owner owner, Sighting sighting, Instant endsAt) {
        AlarmEntity alarm = new AlarmEntity(owner.clientUuid(), owner.tokenId(), sighting.kind(), sighting.at(),
                sighting.times());
        alarm.place = place(sighting.place());
        alarm.lastFrom = ColumnText.address(sighting.address());
        alarm.endsAt = endsAt == null ? null : endsAt.toEpochMilli();
        alarm.toldAt = alarm.lastAt;
        alarm.mailDueAt = alarm.lastAt;
        return alarm;
    }

    static String id(String tokenId, Pair.AlarmKind kind) {
        return tokenId + ":" + kind;
    }

    /** With what some database rejects replaced: see {@link ColumnText#name}. */
    static String place(String place) {
        return place == null ? null : place.replaceAll("[\\x{10000}-\\x{10FFFF}\\p{Cs}\\x00]", "\uFFFD");
    }

    String id() {
        return id;
    }

    Instant mailDueAt() {
        return Instant.ofEpochMilli(mailDueAt);
    }

    /** The pair that it is about. */
    public String clientUuid() {
        return clientUuid;
    }

    /** What was seen. */
    public Pair.Alarm toAlarm() {
        return new Pair.Alarm(tokenId, kind, Instant.ofEpochMilli(firstAt), Instant.ofEpochMilli(lastAt), times, place,
                lastFrom, endsAt == null ? null : Instant.ofEpochMilli(endsAt));
    }
}
