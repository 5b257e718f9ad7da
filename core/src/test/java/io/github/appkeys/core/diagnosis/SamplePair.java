package io.github.appkeys.core.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.appkeys.core.expiry.TokenEnd;
import io.github.appkeys.core.pair.AllowedNetworks;
import io.github.appkeys.core.pair.Pair;

/** Pairs for the tests of checks. */
final class SamplePair {

    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private SamplePair() {
    }

    static Pair of(String appKey, Pair.Token... tokens) {
        return of(appKey, null, tokens);
    }

    static Pair of(String appKey, Pair.Renewal renewal, Pair.Token... tokens) {
        return new Pair(appKey, "Shop", null, true, true, true, NOW.minus(days(400)), "ana", "uuid", "account",
                AllowedNetworks.ANY, null, tokens.length == 0 ? null : tokens[0].id(), renewal, null, List.of(tokens),
                List.of(), null, List.of());
    }

    static Pair.Token token(String id, TokenEnd end) {
        return new Pair.Token(id, "h" + id, NOW.minus(days(300)), "ana", end, null, null, null);
    }

    static Duration days(long days) {
        return Duration.ofDays(days);
    }
}
