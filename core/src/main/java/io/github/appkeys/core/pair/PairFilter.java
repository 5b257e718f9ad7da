package io.github.appkeys.core.pair;

import java.time.Instant;
import java.util.Set;

/**
 * Which pairs to list or count: those that fit all of these.
 *
 * @param search       text in the appKey or the label, in any case, or the end of an appToken; null or empty for all
 * @param status       only pairs in this state; null for all
 * @param expiresUntil only pairs whose current token is live and expires until then; null for all
 * @param unusedSince  only pairs that were last used, or created where they never were, before this moment; null for
 *                     all
 * @param neverUsed    only pairs that were never used
 * @param claim        only pairs with a claim link in this state; null for all
 * @param renewal      only pairs with a running renewal
 * @param roleIds      only pairs to which one of these roles is linked; null for all
 * @param contact      text in the contact, in any case; null for all
 * @param now          the moment for which all this is meant
 */
public record PairFilter(String search, PairStatus status, Instant expiresUntil, Instant unusedSince,
        boolean neverUsed, ClaimLink claim, boolean renewal, Set<String> roleIds, String contact, Instant now) {

    /** What the last claim link of a pair came to. */
    public enum ClaimLink {

        /** It can be used. */
        PENDING,
        /** It expired or was withdrawn before it was used. */
        NEVER
    }

    /** All pairs. */
    public static PairFilter all(Instant now) {
        return new PairFilter(null, null, null, null, false, null, false, null, null, now);
    }

    /** Whether there is a text to search for. */
    public boolean hasSearch() {
        return search != null && !search.isEmpty();
    }
}
