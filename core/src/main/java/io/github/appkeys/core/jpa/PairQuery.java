package io.github.appkeys.core.jpa;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.appkeys.core.pair.PairCursor;
import io.github.appkeys.core.pair.PairOrder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

/**
 * Finds pairs. Every value is a parameter; only constant clauses are joined. Whole rows are read by their ids, so that
 * a query that orders very many pairs has few columns, and joins only the tables that it needs.
 */
final class PairQuery {

    private static final String PAIRS = """
            select p, c.clientId, c.name, c.description, c.enabled, c.clientAuthenticatorType, c.publicClient,
                c.serviceAccountsEnabled, k
            """;
    private static final String CURSORS = """
            select p.createdAt, p.clientUuid
            """;
    private static final String NAMES = """
            select p.createdAt, p.clientUuid, c.clientId, c.name
            """;
    private static final String COUNT = """
            select count(p.clientUuid)
            """;
    private static final String FROM = """
            from AppKeyPairEntity p
            """;
    private static final String IN_REALM = """
            where p.realmId = :realmId
            """;
    private static final String BY_APP_KEY = """
            and c.clientId = :appKey
            """;
    private static final String BY_IDS = """
            and p.clientUuid in :clientUuids
            """;
    /** Keyset pagination, written so that its first condition is a range of the index. */
    private static final String AFTER = """
            and p.createdAt <= :createdAt and (p.createdAt < :createdAt or p.clientUuid > :clientUuid)
            """;

    /** What can be joined to the row of a pair. */
    enum Join {

        CLIENT("""
                join ClientEntity c on c.id = p.clientUuid
                """),
        CLAIM("""
                left join AppKeyClaimEntity k on k.clientUuid = p.clientUuid
                """),
        CURRENT_TOKEN("""
                left join AppKeyTokenEntity ct on ct.id = p.currentToken
                """);

        private final String clause;

        Join(String clause) {
            this.clause = clause;
        }
    }

    /**
     * A pair with what Keycloak has of its client.
     *
     * @param label         the client's name
     * @param authenticator the id of the client's authenticator; null for none
     * @param claim         null if there is none
     */
    record Row(PairEntity pair, String appKey, String label, String description, boolean enabled, String authenticator,
            boolean publicClient, boolean serviceAccountOn, ClaimEntity claim) {
    }

    /** The columns of a {@link PairCursor}. */
    record CursorRow(long createdAt, String clientUuid) {

        PairCursor toCursor() {
            return new PairCursor(Instant.ofEpochMilli(createdAt), clientUuid);
        }
    }

    /** A {@link PairCursor} with the names in which a search looks; the label may be null. */
    record NameRow(long createdAt, String clientUuid, String appKey, String label) {

        PairCursor toCursor() {
            return new PairCursor(Instant.ofEpochMilli(createdAt), clientUuid);
        }
    }

    private final Set<Join> joins = EnumSet.noneOf(Join.class);
    private final StringBuilder where = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();
    private String order = PairSorting.orderBy(PairOrder.NEWEST_FIRST);

    PairQuery(String realmId) {
        parameters.put("realmId", realmId);
    }

    static PairQuery byAppKey(String realmId, String appKey) {
        PairQuery query = new PairQuery(realmId);
        query.and(BY_APP_KEY, Join.CLIENT).with("appKey", appKey);
        return query;
    }

    static PairQuery byIds(String realmId, List<String> clientUuids) {
        PairQuery query = new PairQuery(realmId);
        query.and(BY_IDS).with("clientUuids", clientUuids);
        return query;
    }

    /** Adds a condition, which begins with {@code and}. */
    PairQuery and(String condition, Join... needed) {
        where.append(condition);
        joins.addAll(List.of(needed));
        return this;
    }

    PairQuery with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    /** @param last the cursor after which the pairs begin, newest first; null for all */
    PairQuery after(PairCursor last) {
        return last == null ? this : and(AFTER).with("createdAt", last.createdAt().toEpochMilli())
                .with("clientUuid", last.clientUuid());
    }

    PairQuery ordered(PairOrder wished) {
        order = PairSorting.orderBy(wished);
        joins.addAll(PairSorting.joins(wished));
        return this;
    }

    TypedQuery<CursorRow> cursors(EntityManager entities) {
        return query(entities, CURSORS + from() + order, CursorRow.class);
    }

    TypedQuery<NameRow> names(EntityManager entities) {
        joins.add(Join.CLIENT);
        return query(entities, NAMES + from() + order, NameRow.class);
    }

    /** In no order. */
    TypedQuery<Row> rows(EntityManager entities) {
        joins.addAll(List.of(Join.CLIENT, Join.CLAIM));
        return query(entities, PAIRS + from(), Row.class);
    }

    TypedQuery<Long> count(EntityManager entities) {
        // a pair whose client is gone is in no list
        joins.add(Join.CLIENT);
        return query(entities, COUNT + from(), Long.class);
    }

    private String from() {
        StringBuilder from = new StringBuilder(FROM);
        joins.forEach(join -> from.append(join.clause));
        return from.append(IN_REALM).append(where).toString();
    }

    private <T> TypedQuery<T> query(EntityManager entities, String text, Class<T> type) {
        TypedQuery<T> query = entities.createQuery(text, type);
        parameters.forEach(query::setParameter);
        return query;
    }
}
