package io.github.appkeys.admin.transfer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.admin.http.ErrorResponses;
import io.github.appkeys.admin.http.FieldNames;
import io.github.appkeys.admin.http.JsonObject;
import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.pair.AllowedNetworks;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.AppTokenHash;
import io.github.appkeys.core.pair.Contact;
import io.github.appkeys.core.pair.ExportedToken;
import io.github.appkeys.core.pair.Label;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.pair.RoleRef;
import io.github.appkeys.core.pair.StoredToken;
import io.github.appkeys.core.service.pairs.ImportedPair;
import org.keycloak.services.ErrorResponseException;

/** Reads an entry of an import: an {@link ArchivedPair} that may have been edited since its export. */
final class ImportInput {

    private static final Set<String> PAIR = FieldNames.of(ArchivedPair.class);
    private static final Set<String> TOKEN = FieldNames.of(ArchivedPair.Token.class);
    private static final Set<String> RENEWAL = FieldNames.of(ArchivedPair.Renewal.class);
    private static final Set<String> ROLE = FieldNames.of(RoleRef.class);

    private static final int MAX_ROLES = 1000;
    private static final int MAX_NAME = 255;
    private static final int MAX_ID = 255;
    private static final int MAX_ADDRESS = 45;

    private ImportInput() {
    }

    /**
     * @param format the version of the file's format
     * @throws InvalidValueException  if a value breaks its rule or is missing
     * @throws ErrorResponseException if a field is unknown or of another type
     */
    static ImportedPair pair(JsonNode entry, int format) {
        if (!entry.isObject()) {
            throw ErrorResponses.badRequest("a JSON object is expected");
        }
        JsonObject json = new JsonObject(entry, PAIR);
        ImportedPair.Tokens tokens = tokens(json, format);
        return new ImportedPair(AppKey.chosen(json.text("appKey").orElseThrow(() -> missing("appKey"))),
                Label.label(json.text("label").orElse(null)),
                Label.description(json.text("description").orElse(null)),
                json.flag("enabled").orElseThrow(() -> missing("enabled")),
                json.texts("allowedNetworks").map(AllowedNetworks::new).orElse(AllowedNetworks.ANY),
                Contact.contact(json.text("contact").orElse(null)),
                json.instant("createdAt").orElseThrow(() -> missing("createdAt")),
                limited(json, "createdBy", MAX_NAME),
                tokens,
                json.objects("roles", ROLE).map(ImportInput::roles).orElse(List.of()),
                lastUse(json, tokens), json.flag("decoy").orElse(false));
    }

    /** The pair's own, or that of the token that was used last. */
    private static Pair.Use lastUse(JsonObject json, ImportedPair.Tokens tokens) {
        String from = limited(json, "lastUsedFrom", MAX_ADDRESS);
        return json.instant("lastUsedAt").map(at -> new Pair.Use(at, from))
                .or(() -> tokens.tokens().stream().filter(token -> token.lastUsedAt() != null)
                        .max(Comparator.comparing(ExportedToken::lastUsedAt))
                        .map(token -> new Pair.Use(token.lastUsedAt(), token.lastUsedFrom())))
                .orElse(null);
    }

    private static ImportedPair.Tokens tokens(JsonObject json, int format) {
        List<JsonObject> tokens = json.objects("tokens", TOKEN).orElseThrow(() -> missing("tokens"));
        return new ImportedPair.Tokens(tokens.stream().map(token -> token(token, format)).toList(),
                limited(json, "currentToken", MAX_ID),
                json.object("renewal", RENEWAL).map(ImportInput::renewal).orElse(null));
    }

    private static ExportedToken token(JsonObject json, int format) {
        return new ExportedToken(new StoredToken(required(json, "id", MAX_ID),
                AppTokenHash.imported(json.text("hashAlgorithm").orElse(null), json.text("hash").orElse(null)),
                hint(json, format),
                json.instant("createdAt").orElseThrow(() -> missing("createdAt of a token")),
                limited(json, "createdBy", MAX_NAME),
                json.instant("expiresAt").orElse(null)),
                json.instant("lastUsedAt").orElse(null), limited(json, "lastUsedFrom", MAX_ADDRESS),
                json.instant("leakedAt").orElse(null));
    }

    /** In the first format it was not the end of the appToken, and that is not known from it. */
    private static String hint(JsonObject json, int format) {
        Optional<String> hint = json.text("hint");
        boolean first = format == PairArchive.FIRST_FORMAT;
        if (hint.isPresent() ? !hint.get().matches("[0-9A-Za-z]{4}") : first) {
            throw new InvalidValueException("hint of a token must have four letters or digits");
        }
        return first ? null : hint.orElse(null);
    }

    private static Pair.Renewal renewal(JsonObject json) {
        return new Pair.Renewal(json.instant("startedAt").orElseThrow(() -> missing("startedAt of the renewal")),
                json.instant("finishAt").orElse(null), required(json, "oldToken", MAX_ID),
                json.flag("byHolder").orElse(false));
    }

    private static List<RoleRef> roles(List<JsonObject> roles) {
        if (roles.size() > MAX_ROLES) {
            throw new InvalidValueException("roles has more than " + MAX_ROLES + " entries");
        }
        return roles.stream().map(role -> new RoleRef(required(role, "name", MAX_NAME),
                limited(role, "client", MAX_NAME))).toList();
    }

    private static String required(JsonObject json, String name, int maxLength) {
        String text = limited(json, name, maxLength);
        if (text == null || text.isEmpty()) {
            throw missing(name);
        }
        return text;
    }

    private static String limited(JsonObject json, String name, int maxLength) {
        String text = json.text(name).orElse(null);
        if (text != null && (text.length() > maxLength || text.chars().anyMatch(Character::isISOControl))) {
            throw new InvalidValueException(name + " has more than " + maxLength + " characters, or one that cannot be "
                    + "printed");
        }
        return text;
    }

    private static InvalidValueException missing(String name) {
        return new InvalidValueException(name + " is missing");
    }
}
