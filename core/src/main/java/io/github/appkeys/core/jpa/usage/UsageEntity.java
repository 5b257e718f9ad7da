package io.github.appkeys.core.jpa.usage;

import java.io.Serializable;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/**
 * A row for each pair, day and outcome of exchanges, and one for the whole realm. So two nodes can add to the same
 * counts, and a new reason needs no new column. Most pairs have one outcome a day.
 */
@Entity(name = "AppKeyUsageEntity")
@Table(name = "APP_KEY_USAGE")
@IdClass(UsageEntity.Key.class)
public class UsageEntity {

    /** In the place of the id of a client: longer than any. */
    public static final String REALM = "-".repeat(40);

    @Id
    @Column(name = "CLIENT_UUID", length = 40)
    private String clientUuid;

    @Id
    @Column(name = "REALM_ID", length = 36)
    private String realmId;

    /** Days since 1970-01-01 in UTC. */
    @Id
    @Column(name = "USAGE_DAY")
    private int day;

    @Id
    @Column(name = "OUTCOME", length = 40)
    private String outcome;

    @Column(name = "EXCHANGES", nullable = false)
    private long exchanges;

    protected UsageEntity() {
    }

    public UsageEntity(Key key, long exchanges) {
        this.clientUuid = key.clientUuid;
        this.realmId = key.realmId;
        this.day = key.day;
        this.outcome = key.outcome;
        this.exchanges = exchanges;
    }

    /** The primary key: if two nodes insert the same row, it rejects the second one. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private String clientUuid;
        private String realmId;
        private int day;
        private String outcome;

        protected Key() {
        }

        Key(String clientUuid, String realmId, int day, String outcome) {
            this.clientUuid = clientUuid;
            this.realmId = realmId;
            this.day = day;
            this.outcome = outcome;
        }

        String clientUuid() {
            return clientUuid;
        }

        String realmId() {
            return realmId;
        }

        int day() {
            return day;
        }

        String outcome() {
            return outcome;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && clientUuid.equals(key.clientUuid) && realmId.equals(key.realmId)
                    && day == key.day && outcome.equals(key.outcome);
        }

        @Override
        public int hashCode() {
            return Objects.hash(clientUuid, realmId, day, outcome);
        }
    }
}
