package io.github.appkeys.core.jpa;

import io.github.appkeys.core.pair.ApiClient;
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
            exists (select m.roleId from UserRoleMappingEntity m where m.user.id = p.serviceAccount)
            """;
    /** True or false, never unknown, so that it can be negated: the column of the authenticator may be null. */
    private static final String USABLE = """
            (c.publicClient = false and c.serviceAccountsEnabled = true
            and coalesce(c.clientAuthenticatorType, '') = '%s')
            """.formatted(ApiClient.AUTHENTICATOR);
    private static final String DISABLED = """
            and c.enabled = false
            """;
    private static final String BROKEN = """
            and c.enabled = true and not %s
            """.formatted(USABLE);
    private static final String WORKS = """
            and c.enabled = true and %s
            """.formatted(USABLE);
    private static final String EXPIRED = WORKS + """
            and not %s
            """.formatted(LIVE_TOKEN);
    private static final String NO_ROLE = WORKS + """
            and %s and not %s
            """.formatted(LIVE_TOKEN, ROLE);
    private static final String ACTIVE = WORKS + """
            and %s and %s
            """.formatted(LIVE_TOKEN, ROLE);

    private StatusCondition() {
    }

    static String of(PairStatus status) {
        return switch (status) {
            case DISABLED -> DISABLED;
            case BROKEN -> BROKEN;
            case EXPIRED -> EXPIRED;
            case NO_ROLE -> NO_ROLE;
            case ACTIVE -> ACTIVE;
        };
    }

    /** Whether the clause has the parameter {@code now}. */
    static boolean hasMoment(PairStatus status) {
        return status != PairStatus.DISABLED && status != PairStatus.BROKEN;
    }
}
