package io.github.appkeys.admin;

import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.core.AllowedNetworks;
import io.github.appkeys.core.AppKey;
import io.github.appkeys.core.Label;
import io.github.appkeys.core.service.NewPair;
import io.github.appkeys.core.service.PairChanges;

/** Reads what a caller wants a pair to be. */
final class PairInput {

    private static final Set<String> NEW = Set.of("label", "description", "appKey", "expiresAt", "allowedNetworks",
            "delivery");
    private static final Set<String> CHANGEABLE = Set.of("label", "description", "enabled", "allowedNetworks");
    /** Fields of a pair that PUT takes as they are, so that what GET answered can be sent back (kcadm.sh does). */
    private static final Set<String> FIXED = Set.of("appKey", "createdAt", "createdBy", "clientUuid",
            "serviceAccountUserId", "roles");
    /** Fields that change by themselves between GET and PUT. */
    private static final Set<String> MOVING = Set.of("status", "tokens", "renewal");

    private PairInput() {
    }

    static NewPair newPair(InputStream body) {
        JsonObject json = JsonBody.object(body, NEW);
        json.text("delivery").filter(delivery -> !delivery.equals("RESPONSE")).ifPresent(delivery -> {
            throw Answers.badRequest("delivery must be \"RESPONSE\"");
        });
        return new NewPair(json.text("appKey").map(AppKey::chosen).orElse(null),
                Label.label(json.text("label").orElse(null)),
                Label.description(json.text("description").orElse(null)),
                json.instant("expiresAt").orElse(null),
                networks(json).orElse(AllowedNetworks.ANY));
    }

    /** @param current the pair as it is */
    static PairChanges changes(InputStream body, PairRepresentation current) {
        Set<String> names = new HashSet<>(CHANGEABLE);
        names.addAll(FIXED);
        names.addAll(MOVING);
        JsonObject json = JsonBody.object(body, names);
        refuseOtherValues(json, JsonBody.MAPPER.valueToTree(current));
        Optional<String> description = json.isNull("description") ? Optional.of("") : json.text("description");
        return new PairChanges(json.text("label").map(Label::label),
                description.map(text -> Optional.ofNullable(Label.description(text)).orElse("")),
                json.flag("enabled"),
                networks(json));
    }

    private static void refuseOtherValues(JsonObject json, JsonNode current) {
        List<String> changed = FIXED.stream()
                .filter(name -> json.field(name).filter(value -> !value.equals(current.get(name))).isPresent())
                .sorted()
                .toList();
        if (!changed.isEmpty()) {
            throw Answers.badRequest(String.join(", ", changed) + " cannot be changed here");
        }
    }

    private static Optional<AllowedNetworks> networks(JsonObject json) {
        return json.texts("allowedNetworks").map(AllowedNetworks::new);
    }
}
