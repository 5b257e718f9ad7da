package io.github.appkeys.core.jpa;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Query;

/**
 * Whether a pair may get a token or a claim link: its current token is still the one that the caller saw, and no
 * renewal runs.
 */
final class UnchangedPair {

    /** The rule as a condition on a pair {@code p}. */
    static final String CONDITION = """
            p.clientUuid = :clientUuid and coalesce(p.currentToken, '') = :expected
            and (p.oldToken is null or p.renewalFinishAt <= :now)
            """;

    private UnchangedPair() {
    }

    /**
     * Sets the parameters of the condition.
     *
     * @param expected the current token that the caller saw; null for none
     */
    static Query with(Query update, String clientUuid, String expected, Instant now) {
        return update.setParameter("clientUuid", clientUuid)
                .setParameter("expected", Objects.requireNonNullElse(expected, ""))
                .setParameter("now", now.toEpochMilli());
    }
}
