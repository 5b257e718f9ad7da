package io.github.appkeys.core.jpa;

import java.util.Set;

import io.github.appkeys.core.pair.PairOrder;

/** The order of pairs as a clause of a {@link PairQuery}. The id makes it the same each time. */
final class PairSorting {

    /** When the current token ends or ended; later than all others where it never does. */
    private static final String EXPIRY = """
            coalesce(case when ct.endedAt is not null and (ct.expiresAt is null or ct.endedAt < ct.expiresAt)
                then ct.endedAt else ct.expiresAt end, 9000000000000000000L)""";

    private PairSorting() {
    }

    static String orderBy(PairOrder order) {
        return """
                order by %s %s, p.clientUuid
                """.formatted(expression(order.field()), order.descending() ? "desc" : "asc");
    }

    static Set<PairQuery.Join> joins(PairOrder order) {
        return switch (order.field()) {
            case LABEL, APP_KEY -> Set.of(PairQuery.Join.CLIENT);
            case EXPIRES_AT -> Set.of(PairQuery.Join.CURRENT_TOKEN);
            case CREATED_AT, LAST_USED_AT -> Set.of();
        };
    }

    private static String expression(PairOrder.Field field) {
        return switch (field) {
            case LABEL -> "lower(coalesce(c.name, ''))";
            case APP_KEY -> "c.clientId";
            case CREATED_AT -> "p.createdAt";
            case LAST_USED_AT -> "coalesce(p.lastUsedAt, 0)";
            case EXPIRES_AT -> EXPIRY;
        };
    }
}
