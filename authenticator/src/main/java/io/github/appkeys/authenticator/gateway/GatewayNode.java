package io.github.appkeys.authenticator.gateway;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import io.github.appkeys.core.gateway.GatewayError;
import io.github.appkeys.core.gateway.RefusalLog;
import io.github.appkeys.core.reason.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;

/**
 * What the gateway checks of one node share: the refusals that were told, and the metrics
 * {@code app_key_gateway_calls_total} and {@code app_key_gateway_tokens_total}. Their tags are from closed lists. Where
 * metrics are off, nothing is counted.
 */
public final class GatewayNode {

    /** Where the access token of an answer came from. */
    enum TokenSource {
        /** Made for this call. */
        MINTED,
        /** Made for an earlier call. */
        REUSED
    }

    private static final String OTHER = "OTHER";

    private final RefusalLog refusals = new RefusalLog();
    private final Counter accepted;
    private final Map<String, Counter> refused = new HashMap<>();
    private final Map<TokenSource, Counter> tokens = new EnumMap<>(TokenSource.class);

    /** Registers all counters, so that each is reported from the start, as zero. */
    public GatewayNode() {
        accepted = calls("accepted", "NONE");
        Stream.of(Reason.refusals().stream().map(Enum::name), Stream.of(GatewayError.Refused.values()).map(Enum::name),
                Stream.of(GatewayError.unavailable().reason(), OTHER)).flatMap(names -> names).distinct()
                .forEach(name -> refused.put(name, calls("refused", name)));
        for (TokenSource source : TokenSource.values()) {
            tokens.put(source, Counter.builder("app.key.gateway.tokens")
                    .description("Access tokens in answers to gateways")
                    .tag("source", source.name()).register(Metrics.globalRegistry));
        }
    }

    /** The refusals that were told. */
    public RefusalLog refusals() {
        return refusals;
    }

    void accepted() {
        accepted.increment();
    }

    void refused(GatewayError error) {
        refused.getOrDefault(error.reason(), refused.get(OTHER)).increment();
    }

    void token(TokenSource source) {
        tokens.get(source).increment();
    }

    private static Counter calls(String outcome, String reason) {
        return Counter.builder("app.key.gateway.calls")
                .description("Calls of gateways that asked for a pair")
                .tag("outcome", outcome)
                .tag("reason", reason)
                .register(Metrics.globalRegistry);
    }
}
