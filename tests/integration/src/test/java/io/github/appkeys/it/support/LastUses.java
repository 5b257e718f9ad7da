package io.github.appkeys.it.support;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.TestPair;

/** Waits for the last use of an appToken, which the server writes with a delay. */
public final class LastUses {

    /** The longest delay that is documented. */
    private static final Duration PROMISED = Duration.ofSeconds(60);

    private LastUses() {
    }

    /** The pair's oldest token, as soon as it has a last use. */
    public static JsonNode await(TestPair pair) throws InterruptedException {
        return await(pair, moment -> true);
    }

    /**
     * The pair's oldest token, as soon as the moment of its last use fits.
     *
     * @throws AssertionError if that is not the case within a minute
     */
    public static JsonNode await(TestPair pair, Predicate<Instant> fits) throws InterruptedException {
        Instant end = Instant.now().plus(PROMISED);
        while (Instant.now().isBefore(end)) {
            JsonNode tokens = pair.get().path("tokens");
            JsonNode token = tokens.path(tokens.size() - 1);
            if (token.path("lastUsedAt").isTextual() && fits.test(Instant.parse(token.path("lastUsedAt").asText()))) {
                return token;
            }
            Thread.sleep(500);
        }
        throw new AssertionError("No last use within " + PROMISED + ": " + pair.get());
    }
}
