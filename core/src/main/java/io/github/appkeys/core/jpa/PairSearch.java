package io.github.appkeys.core.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import io.github.appkeys.core.jpa.columns.SearchText;
import io.github.appkeys.core.pair.PairCursor;
import io.github.appkeys.core.pair.PairFilter;
import io.github.appkeys.core.pair.PairOrder;
import jakarta.persistence.EntityManager;

/** Finds pairs by a text on which databases disagree: reads the names of those that may match, block by block. */
final class PairSearch {

    private static final int BLOCK = 5000;

    private final EntityManager entities;
    private final String realmId;
    private final PairFilter filter;
    private final SearchText text;

    /** @param filter with a search that cannot be the end of a token */
    PairSearch(EntityManager entities, String realmId, PairFilter filter) {
        this.entities = entities;
        this.realmId = realmId;
        this.filter = filter;
        this.text = SearchText.of(filter.search());
    }

    /**
     * Cursors of the pairs, newest first.
     *
     * @param after the cursor after which they begin; null for all
     * @param max   how many to return at most
     */
    List<PairCursor> cursors(PairCursor after, int max) {
        List<PairCursor> found = new ArrayList<>();
        if (max > 0) {
            forEach(after, cursor -> {
                found.add(cursor);
                return found.size() < max;
            });
        }
        return found;
    }

    /**
     * Cursors of one page, in an order.
     *
     * @param first how many to skip
     * @param max   how many to return at most
     */
    List<PairCursor> page(PairOrder order, int first, int max) {
        if (order.equals(PairOrder.NEWEST_FIRST)) {
            List<PairCursor> found = cursors(null, (int) Math.min(Integer.MAX_VALUE, (long) first + max));
            return found.subList(Math.min(first, found.size()), found.size());
        }
        return query().ordered(order).names(entities).getResultStream()
                .filter(this::matches)
                .skip(first)
                .limit(max)
                .map(PairQuery.NameRow::toCursor)
                .toList();
    }

    long count() {
        long[] count = {0};
        forEach(null, cursor -> ++count[0] > 0);
        return count[0];
    }

    /** @param action returns false if it needs no more */
    private void forEach(PairCursor after, Predicate<PairCursor> action) {
        PairCursor last = after;
        List<PairQuery.NameRow> block;
        do {
            block = query().after(last).names(entities)
                    .setMaxResults(BLOCK)
                    .getResultList();
            for (PairQuery.NameRow row : block) {
                last = row.toCursor();
                if (matches(row) && !action.test(last)) {
                    return;
                }
            }
        } while (block.size() == BLOCK);
    }

    private PairQuery query() {
        return FilterCondition.query(realmId, filter, List.of());
    }

    private boolean matches(PairQuery.NameRow row) {
        return text.isIn(row.appKey()) || text.isIn(row.label());
    }
}
