package io.github.appkeys.core.jpa;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.appkeys.core.pair.PairCursor;
import io.github.appkeys.core.pair.PairFilter;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

/**
 * Finds pairs by filter. Every value is a parameter; only fixed clauses are put together.
 */
final class PairQuery {

    private static final String FROM = """
             from AppKeyPairEntity p
            join ClientEntity c on c.id = p.clientUuid
            left join AppKeyClaimEntity k on k.clientUuid = p.clientUuid
            where p.realmId = :realmId""";
    /** Where nothing is asked of Keycloak's tables, they need not be looked at to tell who comes after whom. */
    private static final String FROM_OURS = " from AppKeyPairEntity p where p.realmId = :realmId";
    private static final String NEWEST_FIRST = " order by p.createdAt desc, p.clientUuid";

    /** Of a token t of a pair p, that nobody ended: that it did not end by itself, either. */
    static final String NOT_OVER = "(t.expiresAt is null or t.expiresAt > :now) and (p.oldToken is null "
            + "or t.id <> p.oldToken or p.renewalFinishAt is null or p.renewalFinishAt > :now)";
    private static final String LIVE_TOKEN = "(k.claimedAt is null and k.withdrawnAt is null "
            + "and coalesce(k.expiresAt, 0) > :now or exists (select t.id from AppKeyTokenEntity t "
            + "where t.clientUuid = p.clientUuid and t.endedAt is null and " + NOT_OVER + "))";
    private static final String ROLE = "exists (select m.roleId from UserEntity u join UserRoleMappingEntity m "
            + "on m.user = u where u.realmId = p.realmId and u.serviceAccountClientLink = p.clientUuid)";

    /**
     * A pair with what Keycloak has of its client.
     *
     * @param label         the client's name
     * @param authenticator the id of the client's authenticator; null for none
     * @param claim         null where there is none
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

    private final StringBuilder where = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();
    private boolean oursOnly;

    private PairQuery(String realmId) {
        parameters.put("realmId", realmId);
    }

    static PairQuery byAppKey(String realmId, String appKey) {
        PairQuery query = new PairQuery(realmId);
        query.where.append(" and c.clientId = :appKey");
        query.parameters.put("appKey", appKey);
        return query;
    }

    static PairQuery byIds(String realmId, List<String> clientUuids) {
        PairQuery query = new PairQuery(realmId);
        query.where.append(" and p.clientUuid in :clientUuids");
        query.parameters.put("clientUuids", clientUuids);
        return query;
    }

    static PairQuery byFilter(String realmId, PairFilter filter) {
        PairQuery query = new PairQuery(realmId);
        query.oursOnly = !filter.hasSearch() && filter.status() == null;
        if (filter.hasSearch()) {
            query.where.append(" and (lower(c.clientId) like :search escape '!' "
                    + "or lower(c.name) like :search escape '!')");
            query.parameters.put("search", "%" + escaped(filter.search().toLowerCase(Locale.ROOT)) + "%");
        }
        if (filter.status() != null) {
            query.addStatus(filter);
        }
        return query;
    }

    /** @param place where the last pair is that is left out; null for none */
    PairQuery after(PairCursor place) {
        if (place != null) {
            // the first condition is for the index
            where.append(" and p.createdAt <= :createdAt and (p.createdAt < :createdAt or p.clientUuid > :clientUuid)");
            parameters.put("createdAt", place.createdAt().toEpochMilli());
            parameters.put("clientUuid", place.clientUuid());
        }
        return this;
    }

    TypedQuery<CursorRow> cursors(EntityManager entities) {
        return query(entities,
                "select p.createdAt, p.clientUuid" + (oursOnly ? FROM_OURS : FROM) + where + NEWEST_FIRST,
                CursorRow.class);
    }

    TypedQuery<Row> rows(EntityManager entities) {
        return query(entities, "select p, c.clientId, c.name, c.description, c.enabled, "
                + "c.clientAuthenticatorType, c.publicClient, k" + FROM + where
                + NEWEST_FIRST, Row.class);
    }

    TypedQuery<Long> count(EntityManager entities) {
        return query(entities, "select count(p)" + FROM + where, Long.class);
    }

    private void addStatus(PairFilter filter) {
        String condition = switch (filter.status()) {
            case DISABLED -> "not " + UsableClient.CONDITION;
            case EXPIRED -> UsableClient.CONDITION + " and not " + LIVE_TOKEN;
            case NO_ROLE -> UsableClient.CONDITION + " and " + LIVE_TOKEN + " and not " + ROLE;
            case ACTIVE -> UsableClient.CONDITION + " and " + LIVE_TOKEN + " and " + ROLE;
        };
        where.append(" and ").append(condition);
        if (condition.contains(":now")) {
            parameters.put("now", filter.now().toEpochMilli());
        }
    }

    private <T> TypedQuery<T> query(EntityManager entities, String text, Class<T> type) {
        TypedQuery<T> query = entities.createQuery(text, type);
        parameters.forEach(query::setParameter);
        return query;
    }

    /** A text in a pattern for {@code like … escape '!'}. */
    static String escaped(String search) {
        return search.replaceAll("[!%_]", "!$0");
    }
}
