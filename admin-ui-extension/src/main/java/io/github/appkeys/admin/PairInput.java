package io.github.appkeys.admin;

import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.appkeys.admin.http.ErrorResponses;
import io.github.appkeys.admin.http.FieldNames;
import io.github.appkeys.admin.http.JsonBody;
import io.github.appkeys.admin.http.JsonObject;
import io.github.appkeys.core.pair.AllowedNetworks;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.Contact;
import io.github.appkeys.core.pair.Label;
import io.github.appkeys.core.pair.NewPair;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.pair.PairChanges;
import io.github.appkeys.core.service.pairs.NewAdoption;

/** Reads the bodies of requests that create or change a pair. */
final class PairInput {

    /** Fields of either kind of new pair, and those that say which kind it is and how its appToken is delivered. */
    private static final Set<String> NEW = Stream.of(FieldNames.of(NewPair.class),
            FieldNames.of(NewAdoption.class), Set.of("clientId", "delivery", "decoy"))
            .flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> CHANGEABLE = FieldNames.of(PairChanges.class);
    /** Fields that change without a PUT, so that their values may be out of date: PUT ignores them. */
    private static final Set<String> MOVING = Set.of("status", "statusReason", "lastUsedAt", "lastUsedFrom", "tokens",
            "endedTokens", "renewal", "claim", "alarms");
    /** All other fields of a pair. */
    private static final Set<String> FIXED = FieldNames.of(PairRepresentation.class).stream()
            .filter(name -> !CHANGEABLE.contains(name) && !MOVING.contains(name))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> ALL = Stream.of(FieldNames.of(PairRepresentation.class), Set.of("addedRoles"), NEW)
            .flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    private PairInput() {
    }

    /**
     * Reads what to create: a pair with a new client, or one for the client that {@code clientId} names.
     *
     * @throws io.github.appkeys.core.InvalidValueException where a value breaks its rule
     * @throws org.keycloak.services.ErrorResponseException where a field is unknown, of another type or excludes
     *                                                      another one
     */
    static PairRequest read(InputStream body) {
        JsonObject json = JsonBody.object(body, NEW);
        Delivery delivery = Delivery.read(json);
        if (json.flag("decoy").orElse(false)) {
            return decoy(json, delivery);
        }
        return json.text("clientId").<PairRequest>map(clientId -> adoption(clientId, json, delivery))
                .orElseGet(() -> new PairRequest.ForNewClient(newPair(json), delivery));
    }

    private static PairRequest.ForDecoy decoy(JsonObject json, Delivery delivery) {
        if (json.field("clientId").isPresent() || json.field("expiresAt").isPresent()
                || delivery != Delivery.RESPONSE) {
            throw ErrorResponses.badRequest("A decoy has no clientId, no expiresAt and the delivery \"RESPONSE\"");
        }
        return new PairRequest.ForDecoy(newPair(json));
    }

    private static PairRequest.ForExistingClient adoption(String clientId, JsonObject json, Delivery delivery) {
        if (json.field("appKey").isPresent()) {
            throw ErrorResponses.badRequest("appKey and clientId exclude each other: the clientId is the appKey");
        }
        if (delivery != Delivery.RESPONSE) {
            throw ErrorResponses.badRequest("delivery must be \"RESPONSE\" where clientId names a client to adopt");
        }
        return new PairRequest.ForExistingClient(clientId, new NewAdoption(json.text("label").map(Label::label),
                json.text("description").map(Label::description), json.instant("expiresAt").orElse(null),
                networks(json).orElse(AllowedNetworks.ANY), Contact.contact(json.text("contact").orElse(null)),
                json.instant("finishAt").orElse(null)));
    }

    private static NewPair newPair(JsonObject json) {
        if (json.field("finishAt").isPresent()) {
            throw ErrorResponses.badRequest("finishAt goes with clientId only");
        }
        return new NewPair(json.text("appKey").map(AppKey::chosen).orElse(null),
                Label.label(json.text("label").orElse(null)),
                Label.description(json.text("description").orElse(null)),
                json.instant("expiresAt").orElse(null),
                networks(json).orElse(AllowedNetworks.ANY),
                Contact.contact(json.text("contact").orElse(null)));
    }

    /**
     * Reads what to change in a pair.
     *
     * @throws io.github.appkeys.core.InvalidValueException where a value breaks its rule
     * @throws org.keycloak.services.ErrorResponseException where a field is unknown, of another type or cannot be
     *                                                      changed this way
     */
    static PairChanges changes(InputStream body, Pair pair, Instant now) {
        JsonObject json = JsonBody.object(body, ALL);
        FixedFields.requireUnchanged(json, FIXED, pair, now);
        return new PairChanges(json.text("label").map(Label::label),
                removable(json, "description", Label::description),
                json.flag("enabled"),
                networks(json),
                removable(json, "contact", Contact::contact));
    }

    /** Null and an empty text remove the current value. */
    private static Optional<String> removable(JsonObject json, String name, UnaryOperator<String> check) {
        Optional<String> value = json.isNull(name) ? Optional.of("") : json.text(name);
        return value.map(text -> Optional.ofNullable(check.apply(text)).orElse(""));
    }

    private static Optional<AllowedNetworks> networks(JsonObject json) {
        return json.texts("allowedNetworks").map(AllowedNetworks::new);
    }
}
