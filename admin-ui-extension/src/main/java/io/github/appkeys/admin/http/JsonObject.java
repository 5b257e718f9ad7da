package io.github.appkeys.admin.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.core.InvalidValueException;

/**
 * The fields of a JSON object by type, without conversions: {@code "1"} is not a number and {@code 1} is not a text. A
 * field that is null counts as absent; {@link #isNull} tells the two apart. A value of another type is a 400 whose
 * message names the field, with its whole path in objects inside one of {@link #withPaths}.
 */
public final class JsonObject {

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final JsonNode node;
    private final String path;

    /** @param names the names that the object may have */
    public JsonObject(JsonNode node, Set<String> names) {
        this(node, names, null);
    }

    /** @param path the prefix of field names in messages, ending with a dot; null for no paths */
    private JsonObject(JsonNode node, Set<String> names, String path) {
        this(node, path);
        node.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw ErrorResponses.badRequest("Unknown field. Allowed are: "
                        + names.stream().sorted().map(this::whole).collect(Collectors.joining(", ")));
            }
        });
    }

    private JsonObject(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    /** The same object, in which messages about nested objects have the whole path of a field. */
    public JsonObject withPaths() {
        return new JsonObject(node, "");
    }

    public boolean isNull(String name) {
        return node.has(name) && node.get(name).isNull();
    }

    public Optional<String> text(String name) {
        return field(name).map(value -> text(name, value));
    }

    /** A text that may contain any character, even NUL; null if absent. */
    public String pasted(String name) {
        return field(name).map(value -> {
            require(value.isTextual(), name, "a text");
            return value.textValue();
        }).orElse(null);
    }

    public Optional<Boolean> flag(String name) {
        return field(name).map(value -> {
            require(value.isBoolean(), name, "true or false");
            return value.booleanValue();
        });
    }

    public Optional<Long> wholeNumber(String name) {
        return field(name).map(value -> {
            require(value.isIntegralNumber() && value.canConvertToLong(), name, "a whole number");
            return value.longValue();
        });
    }

    public Optional<List<String>> texts(String name) {
        return field(name).map(value -> {
            require(value.isArray(), name, "an array of texts");
            List<String> texts = new ArrayList<>();
            value.forEach(entry -> texts.add(text(element(name, texts.size()), entry)));
            return texts;
        });
    }

    public Optional<Instant> instant(String name) {
        return text(name).map(value -> {
            try {
                Instant instant = OffsetDateTime.parse(value).toInstant();
                if (instant.isAfter(EARLIEST) && instant.isBefore(LATEST)) {
                    return instant;
                }
            } catch (DateTimeException e) {
                // same answer as for a moment out of bounds
            }
            throw ErrorResponses.badRequest(whole(name) + " must be a moment with a time zone in ISO 8601, such as "
                    + "2027-01-31T12:00:00Z");
        });
    }

    public Optional<JsonObject> object(String name, Set<String> names) {
        return field(name).map(value -> {
            require(value.isObject(), name, "an object");
            return new JsonObject(value, names, path == null ? null : path + name + ".");
        });
    }

    /** @param names the names that each object of the array may have */
    public Optional<List<JsonObject>> objects(String name, Set<String> names) {
        return field(name).map(value -> {
            require(value.isArray(), name, "an array of objects");
            List<JsonObject> objects = new ArrayList<>();
            value.forEach(entry -> {
                String element = element(name, objects.size());
                require(entry.isObject(), element, path == null ? "an array of objects" : "an object");
                objects.add(new JsonObject(entry, names, path == null ? null : path + element + "."));
            });
            return objects;
        });
    }

    /** Makes a value of this object; a rule that it breaks is a 400 with the path of this object in its message. */
    public <T> T made(Supplier<T> value) {
        try {
            return value.get();
        } catch (InvalidValueException e) {
            throw ErrorResponses.badRequest(whole(e.getMessage()));
        }
    }

    /** The field as parsed; empty if absent or null. */
    public Optional<JsonNode> field(String name) {
        return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
    }

    private String element(String name, int index) {
        return path == null ? name : name + "[" + index + "]";
    }

    private String whole(String name) {
        return path == null ? name : path + name;
    }

    private String text(String name, JsonNode value) {
        require(value.isTextual(), name, "a text");
        // PostgreSQL cannot store it
        require(value.textValue().indexOf('\0') < 0, name, "a text without NUL characters");
        return value.textValue();
    }

    private void require(boolean condition, String name, String expected) {
        if (!condition) {
            throw ErrorResponses.badRequest(whole(name) + " must be " + expected);
        }
    }
}
