package io.github.appkeys.admin;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.admin.http.ErrorResponses;
import io.github.appkeys.admin.http.JsonBody;
import io.github.appkeys.admin.http.JsonObject;
import io.github.appkeys.core.expiry.TokenEnd;
import io.github.appkeys.core.pair.Pair;

/**
 * The fields of a pair that a PUT cannot change. It takes the values that they have: kcadm.sh sends back what GET
 * answered, and declarative tools send what they created the pair with.
 */
final class FixedFields {

    private static final Map<String, String> CALLS = Map.of(
            "appKey", "POST app-keys creates another pair",
            "decoy", "POST app-keys creates a decoy",
            "clientId", "POST app-keys creates another pair",
            "expiresAt", "POST {appKey}/renewal issues an appToken with another expiry",
            "finishAt", "POST {appKey}/renewal/finish ends the client secret now",
            "roles", "POST and DELETE {appKey}/roles link and unlink");

    private final JsonObject json;
    private final Pair pair;
    private final Set<String> changed = new TreeSet<>();

    private FixedFields(JsonObject json, Pair pair) {
        this.json = json;
        this.pair = pair;
    }

    /**
     * Refuses other values than those of the pair. The message names the calls that change them. {@code delivery} is
     * about a new appToken, and a PUT issues none: it may have each of its values.
     *
     * @param names the fields of a {@link PairRepresentation} that cannot be changed
     * @throws org.keycloak.services.ErrorResponseException 400
     */
    static void requireUnchanged(JsonObject json, Set<String> names, Pair pair, Instant now) {
        Delivery.read(json);
        FixedFields fields = new FixedFields(json, pair);
        fields.compare(names, JsonBody.MAPPER.valueToTree(PairRepresentation.of(pair, now)));
        fields.compareNew(now);
        fields.refuseChanged();
    }

    private void compare(Set<String> names, JsonNode current) {
        names.stream().filter(name -> json.field(name).filter(value -> !value.equals(current.get(name))).isPresent())
                .forEach(changed::add);
    }

    private void compareNew(Instant now) {
        json.text("clientId").filter(clientId -> !clientId.equals(pair.appKey()))
                .ifPresent(clientId -> changed.add("clientId"));
        List<Instant> expiries = expiries();
        json.instant("expiresAt").map(FixedFields::stored)
                .filter(expiresAt -> !expiries.isEmpty() && !expiries.contains(expiresAt))
                .ifPresent(expiresAt -> changed.add("expiresAt"));
        // once the client secret has ended, there is nothing left to compare with
        json.instant("finishAt").map(FixedFields::stored)
                .filter(finishAt -> pair.renewal(now).filter(runs -> !finishAt.equals(runs.finishAt())).isPresent())
                .ifPresent(finishAt -> changed.add("finishAt"));
    }

    /**
     * The expiries that the appToken has or, if its claim link is used, will have; null for never. Empty if it is not
     * known: an appToken that was ended by an act may have had a later one.
     */
    private List<Instant> expiries() {
        List<Instant> expiries = new ArrayList<>();
        if (pair.claim() != null) {
            expiries.add(pair.claim().tokenExpiresAt());
        }
        pair.tokens().stream().filter(token -> token.id().equals(pair.currentTokenId()))
                .map(Pair.Token::end)
                .filter(end -> end == null || !end.settled() && end.cause() == TokenEnd.Cause.EXPIRED)
                .forEach(end -> expiries.add(end == null ? null : end.at()));
        return expiries;
    }

    private void refuseChanged() {
        if (!changed.isEmpty()) {
            StringBuilder message = new StringBuilder(String.join(", ", changed)).append(" cannot be changed here");
            changed.stream().filter(CALLS::containsKey)
                    .forEach(name -> message.append(". ").append(name).append(": ").append(CALLS.get(name)));
            throw ErrorResponses.badRequest(message.toString());
        }
    }

    /** As the database keeps moments. */
    private static Instant stored(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS);
    }
}
