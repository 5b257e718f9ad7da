package io.github.appkeys.core.jpa;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.appkeys.core.jpa.columns.SearchText;
import io.github.appkeys.core.pair.PairCursor;
import io.github.appkeys.core.pair.PairFilter;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

/** Finds pairs by filter. Every value is a parameter; only constant clauses are joined. */
final class PairQuery {

    private static final String PAIRS = """
            select p, c.clientId, c.name, c.description, c.enabled, c.clientAuthenticatorType, c.publicClient, k
            """;
    private static final String CURSORS = """
            select p.createdAt, p.clientUuid
            """;
    private static final String NAMES = """
            select p.createdAt, p.clientUuid, c.clientId, c.name
            """;
    private static final String COUNT = """
            select count(p)
            """;
    private static final String FROM = """
            from AppKeyPairEntity p
            join ClientEntity c on c.id = p.clientUuid
            left join AppKeyClaimEntity k on k.clientUuid = p.clientUuid
            where p.realmId = :realmId
            """;
    /** Enough for cursors, if the filter has no condition on Keycloak's tables. */
    private static final String FROM_OURS = """
            from AppKeyPairEntity p
            where p.realmId = :realmId
            """;
    private static final String NEWEST_FIRST = """
            order by p.createdAt desc, p.clientUuid
            """;

    private static final String BY_APP_KEY = """
            and c.clientId = :appKey
            """;
    private static final String BY_IDS = """
            and p.clientUuid in :clientUuids
            """;
    private static final String SEARCH = """
            and (lower(c.clientId) like :search escape '!' or lower(c.name) like :search escape '!')
            """;
    /** Keyset pagination, written so that its first condition is a range of the index. */
    private static final String AFTER = """
            and p.createdAt <= :createdAt and (p.createdAt < :createdAt or p.clientUuid > :clientUuid)
            """;

    /**
     * A pair with what Keycloak has of its client.
     *
     * @param label         the client's name
     * @param authenticator the id of the client's authenticator; null for none
     * @param claim         null if there is none
     */
    record Row(PairEntity pair, String appKey, String label, String description, boolean enabled, String authenticator,
            boolean publicClient, ClaimEntity claim) {
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

    private final StringBuilder where = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();
    private boolean oursOnly;

    private PairQuery(String realmId) {
        parameters.put("realmId", realmId);
    }

    static PairQuery byAppKey(String realmId, String appKey) {
        PairQuery query = new PairQuery(realmId);
        query.where.append(BY_APP_KEY);
        query.parameters.put("appKey", appKey);
        return query;
    }

    static PairQuery byIds(String realmId, List<String> clientUuids) {
        PairQuery query = new PairQuery(realmId);
        query.where.append(BY_IDS);
        query.parameters.put("clientUuids", clientUuids);
        return query;
    }

    /** If {@link SearchText#isUnsure}, it finds others, too. */
    static PairQuery byFilter(String realmId, PairFilter filter) {
        PairQuery query = new PairQuery(realmId);
        query.oursOnly = !filter.hasSearch() && filter.status() == null;
        if (filter.hasSearch()) {
            query.where.append(SEARCH);
            query.parameters.put("search", SearchText.of(filter.search()).pattern());
        }
        if (filter.status() != null) {
            query.where.append(StatusCondition.of(filter.status()));
            if (StatusCondition.hasMoment(filter.status())) {
                query.parameters.put("now", filter.now().toEpochMilli());
            }
        }
        return query;
    }

    /** @param last the cursor after which the pairs begin; null for all */
    PairQuery after(PairCursor last) {
        if (last != null) {
            where.append(AFTER);
            parameters.put("createdAt", last.createdAt().toEpochMilli());
            parameters.put("clientUuid", last.clientUuid());
        }
        return this;
    }

    TypedQuery<CursorRow> cursors(EntityManager entities) {
        return query(entities, CURSORS + (oursOnly ? FROM_OURS : FROM) + where + NEWEST_FIRST, CursorRow.class);
    }

    TypedQuery<NameRow> names(EntityManager entities) {
        return query(entities, NAMES + FROM + where + NEWEST_FIRST, NameRow.class);
    }

    TypedQuery<Row> rows(EntityManager entities) {
        return query(entities, PAIRS + FROM + where + NEWEST_FIRST, Row.class);
    }

    TypedQuery<Long> count(EntityManager entities) {
        return query(entities, COUNT + FROM + where, Long.class);
    }

    private <T> TypedQuery<T> query(EntityManager entities, String text, Class<T> type) {
        TypedQuery<T> query = entities.createQuery(text, type);
        parameters.forEach(query::setParameter);
        return query;
    }
}
