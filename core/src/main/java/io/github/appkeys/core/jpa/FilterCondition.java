package io.github.appkeys.core.jpa;

import java.util.List;

import io.github.appkeys.core.jpa.PairQuery.Join;
import io.github.appkeys.core.jpa.columns.SearchText;
import io.github.appkeys.core.pair.PairFilter;

/** A {@link PairFilter} as conditions of a {@link PairQuery}. */
final class FilterCondition {

    private static final String NAMES = """
            lower(c.clientId) like :search escape '!' or lower(c.name) like :search escape '!'
            """;
    private static final String SEARCH = """
            and (%s)
            """.formatted(NAMES);
    private static final String SEARCH_OR_HINTED = """
            and (%s or p.clientUuid in :hinted)
            """.formatted(NAMES);
    private static final String EXPIRES = """
            and ct.endedAt is null and ct.expiresAt > :now and ct.expiresAt <= :expiresUntil
            """;
    private static final String UNUSED = """
            and coalesce(p.lastUsedAt, p.createdAt) < :unusedSince
            """;
    private static final String NEVER_USED = """
            and p.lastUsedAt is null
            """;
    private static final String CLAIM_PENDING = """
            and k.claimedAt is null and k.withdrawnAt is null and k.expiresAt > :now
            """;
    private static final String CLAIM_NEVER = """
            and k.claimedAt is null and (k.withdrawnAt is not null or k.expiresAt <= :now)
            """;
    private static final String RENEWAL = """
            and p.oldToken is not null and (p.renewalFinishAt is null or p.renewalFinishAt > :now)
            """;
    private static final String ROLE = """
            and p.serviceAccount in (select m.user.id from UserRoleMappingEntity m where m.roleId in :roleIds)
            """;
    /** Both in lower case as the database makes it, so that they agree. */
    private static final String CONTACT = """
            and lower(p.contact) like lower(:contact) escape '!'
            """;

    private FilterCondition() {
    }

    /**
     * A query for the pairs of a filter. If {@link SearchText#isUnsure}, it finds others, too.
     *
     * @param hinted the ids of pairs that the search finds by the end of an appToken
     */
    static PairQuery query(String realmId, PairFilter filter, List<String> hinted) {
        PairQuery query = new PairQuery(realmId);
        if (filter.hasSearch()) {
            query.and(hinted.isEmpty() ? SEARCH : SEARCH_OR_HINTED, Join.CLIENT)
                    .with("search", SearchText.of(filter.search()).pattern());
            if (!hinted.isEmpty()) {
                query.with("hinted", hinted);
            }
        }
        if (filter.status() != null) {
            query.and(StatusCondition.of(filter.status()), Join.CLIENT);
            if (StatusCondition.hasMoment(filter.status())) {
                query.and("", Join.CLAIM).with("now", now(filter));
            }
        }
        if (filter.expiresUntil() != null) {
            query.and(EXPIRES, Join.CURRENT_TOKEN).with("now", now(filter))
                    .with("expiresUntil", filter.expiresUntil().toEpochMilli());
        }
        if (filter.unusedSince() != null) {
            query.and(UNUSED).with("unusedSince", filter.unusedSince().toEpochMilli());
        }
        if (filter.neverUsed()) {
            query.and(NEVER_USED);
        }
        if (filter.claim() != null) {
            query.and(filter.claim() == PairFilter.ClaimLink.PENDING ? CLAIM_PENDING : CLAIM_NEVER, Join.CLAIM)
                    .with("now", now(filter));
        }
        if (filter.renewal()) {
            query.and(RENEWAL).with("now", now(filter));
        }
        if (filter.roleIds() != null) {
            query.and(ROLE).with("roleIds", filter.roleIds());
        }
        if (filter.contact() != null) {
            query.and(CONTACT).with("contact", "%" + filter.contact().replaceAll("[!%_]", "!$0") + "%");
        }
        return query;
    }

    private static long now(PairFilter filter) {
        return filter.now().toEpochMilli();
    }
}
