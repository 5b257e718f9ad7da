package io.github.appkeys.core.jpa;

import java.util.HashMap;
import java.util.Map;

import io.github.appkeys.core.jpa.columns.SearchText;
import io.github.appkeys.core.passwordgrants.PasswordGrantOrder;
import io.github.appkeys.core.passwordgrants.PasswordGrantUse;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

/**
 * Finds password grants with the current names of clients and users. A client or user that is not in Keycloak's tables
 * no longer exists, unless it belongs to a storage provider: such ids begin with {@code f:}
 * (org.keycloak.storage.StorageId). Every value is a parameter; only constant clauses are joined.
 */
final class PasswordGrantQuery {

    private static final String CLIENT_ID = "coalesce(c.clientId, g.clientId)";
    private static final String USERNAME = "coalesce(u.username, g.username)";

    private static final String GRANTS = """
            select g, %s, %s
            """.formatted(CLIENT_ID, USERNAME);
    private static final String NAMES = """
            select %s, %s
            """.formatted(CLIENT_ID, USERNAME);
    private static final String COUNT = """
            select count(*)
            """;
    private static final String FROM = """
            from AppKeyPasswordGrantEntity g
            left join ClientEntity c on c.id = g.clientUuid
            left join UserEntity u on u.id = g.userId
            where g.realmId = :realmId and (c.id is not null or g.clientUuid like 'f:%')
            and (u.id is not null or g.userId like 'f:%')
            """;
    private static final String SEARCH = """
            and (lower(%s) like :search escape '!' or lower(%s) like :search escape '!')
            """.formatted(CLIENT_ID, USERNAME);
    private static final String BY_NAMES = """
            and %s = :clientId and %s = :username
            """.formatted(CLIENT_ID, USERNAME);
    private static final String ORDER = """
            order by %s g.lastAt desc, g.clientUuid, g.userId
            """;

    /** Grants with the current names of their client and user. */
    record Row(PasswordGrantEntity grants, String clientId, String username) {

        PasswordGrantUse toUse() {
            return grants.toUse(clientId, username);
        }

        boolean has(SearchText text) {
            return new NameRow(clientId, username).has(text);
        }
    }

    /** The names in which a search looks. */
    record NameRow(String clientId, String username) {

        boolean has(SearchText text) {
            return text.isIn(clientId) || text.isIn(username);
        }
    }

    private final StringBuilder where = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();

    private PasswordGrantQuery(String realmId) {
        parameters.put("realmId", realmId);
    }

    /**
     * If {@link SearchText#isUnsure}, it finds others, too.
     *
     * @param search a text in clientId or user name; null for all
     */
    static PasswordGrantQuery bySearch(String realmId, SearchText search) {
        PasswordGrantQuery query = new PasswordGrantQuery(realmId);
        if (search != null) {
            query.where.append(SEARCH);
            query.parameters.put("search", search.pattern());
        }
        return query;
    }

    static PasswordGrantQuery byNames(String realmId, String clientId, String username) {
        PasswordGrantQuery query = new PasswordGrantQuery(realmId);
        query.where.append(BY_NAMES);
        query.parameters.put("clientId", clientId);
        query.parameters.put("username", username);
        return query;
    }

    TypedQuery<Row> rows(EntityManager entities, PasswordGrantOrder order) {
        return query(entities, GRANTS + FROM + where + ORDER.formatted(column(order)), Row.class);
    }

    TypedQuery<NameRow> names(EntityManager entities) {
        return query(entities, NAMES + FROM + where, NameRow.class);
    }

    TypedQuery<Long> count(EntityManager entities) {
        return query(entities, COUNT + FROM + where, Long.class);
    }

    private static String column(PasswordGrantOrder order) {
        return switch (order) {
            case LAST_AT -> "";
            case FIRST_AT -> "g.firstAt desc,";
            case COUNT -> "g.grants desc,";
            case CLIENT_ID -> CLIENT_ID + ",";
            case USERNAME -> USERNAME + ",";
        };
    }

    private <T> TypedQuery<T> query(EntityManager entities, String text, Class<T> type) {
        TypedQuery<T> query = entities.createQuery(text, type);
        parameters.forEach(query::setParameter);
        return query;
    }
}
