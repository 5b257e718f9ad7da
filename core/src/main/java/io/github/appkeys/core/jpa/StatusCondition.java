package io.github.appkeys.core.jpa;

import io.github.appkeys.core.pair.PairStatus;

/**
 * The status of a pair as a clause about a pair {@code p}, its client {@code c} and its claim link {@code k}: the same
 * as {@link io.github.appkeys.core.pair.Pair#status}.
 */
final class StatusCondition {

    private static final String LIVE_TOKEN = """
            (k.claimedAt is null and k.withdrawnAt is null and coalesce(k.expiresAt, 0) > :now
            or exists (
                select t.id from AppKeyTokenEntity t
                where t.clientUuid = p.clientUuid and t.endedAt is null and %s))
            """.formatted(TokenQuery.NOT_OVER);
    private static final String ROLE = """
            exists (
                select m.roleId from UserEntity u
                join UserRoleMappingEntity m on m.user = u
                where u.realmId = p.realmId and u.serviceAccountClientLink = p.clientUuid)
            """;
    private static final String DISABLED = """
            and not %s
            """.formatted(UsableClient.CONDITION);
    private static final String EXPIRED = """
            and %s and not %s
            """.formatted(UsableClient.CONDITION, LIVE_TOKEN);
    private static final String NO_ROLE = """
            and %s and %s and not %s
            """.formatted(UsableClient.CONDITION, LIVE_TOKEN, ROLE);
    private static final String ACTIVE = """
            and %s and %s and %s
            """.formatted(UsableClient.CONDITION, LIVE_TOKEN, ROLE);

    private StatusCondition() {
    }

    static String of(PairStatus status) {
        return switch (status) {
            case DISABLED -> DISABLED;
            case EXPIRED -> EXPIRED;
            case NO_ROLE -> NO_ROLE;
            case ACTIVE -> ACTIVE;
        };
    }

    /** Whether the clause has the parameter {@code now}. */
    static boolean hasMoment(PairStatus status) {
        return status != PairStatus.DISABLED;
    }
}
