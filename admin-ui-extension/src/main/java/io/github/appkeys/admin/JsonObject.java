package io.github.appkeys.admin;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The fields of a JSON object, by type and without any guessing: "1" is no number and 1 no text. A field that is null
 * counts as absent; {@link #isNull} tells the difference.
 */
final class JsonObject {

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final JsonNode node;

    /** @param names the names that the object may have */
    JsonObject(JsonNode node, Set<String> names) {
        node.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw Answers.badRequest("Unknown field. Allowed are: "
                        + String.join(", ", names.stream().sorted().toList()));
            }
        });
        this.node = node;
    }

    boolean isNull(String name) {
        return node.has(name) && node.get(name).isNull();
    }

    Optional<String> text(String name) {
        return field(name).map(value -> text(name, value));
    }

    /** A text with whatever in it; null where there is none. */
    String pasted(String name) {
        return field(name).map(value -> {
            require(value.isTextual(), name, "a text");
            return value.textValue();
        }).orElse(null);
    }

    Optional<Boolean> flag(String name) {
        return field(name).map(value -> {
            require(value.isBoolean(), name, "true or false");
            return value.booleanValue();
        });
    }

    Optional<Long> wholeNumber(String name) {
        return field(name).map(value -> {
            require(value.isIntegralNumber() && value.canConvertToLong(), name, "a whole number");
            return value.longValue();
        });
    }

    Optional<List<String>> texts(String name) {
        return field(name).map(value -> {
            require(value.isArray(), name, "an array of texts");
            List<String> texts = new ArrayList<>();
            value.forEach(entry -> texts.add(text(name, entry)));
            return texts;
        });
    }

    Optional<Instant> instant(String name) {
        return text(name).map(value -> {
            try {
                Instant instant = OffsetDateTime.parse(value).toInstant();
                if (instant.isAfter(EARLIEST) && instant.isBefore(LATEST)) {
                    return instant;
                }
            } catch (DateTimeException e) {
                // answered below, like a moment that is out of bounds
            }
            throw Answers.badRequest(name + " must be a moment with a time zone in ISO 8601, such as "
                    + "2027-01-31T12:00:00Z");
        });
    }

    Optional<JsonObject> object(String name, Set<String> names) {
        return field(name).map(value -> {
            require(value.isObject(), name, "an object");
            return new JsonObject(value, names);
        });
    }

    /** @param names the names that each object of the array may have */
    Optional<List<JsonObject>> objects(String name, Set<String> names) {
        return field(name).map(value -> {
            require(value.isArray(), name, "an array of objects");
            List<JsonObject> objects = new ArrayList<>();
            value.forEach(entry -> {
                require(entry.isObject(), name, "an array of objects");
                objects.add(new JsonObject(entry, names));
            });
            return objects;
        });
    }

    /** The field as it is, for comparing. */
    Optional<JsonNode> field(String name) {
        return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
    }

    private static String text(String name, JsonNode value) {
        require(value.isTextual(), name, "a text");
        // no database takes it
        require(value.textValue().indexOf('\0') < 0, name, "a text without NUL characters");
        return value.textValue();
    }

    private static void require(boolean condition, String name, String expected) {
        if (!condition) {
            throw Answers.badRequest(name + " must be " + expected);
        }
    }
}
