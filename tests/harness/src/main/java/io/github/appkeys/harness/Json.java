package io.github.appkeys.harness;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** JSON from maps and lists, so that no test has to escape quotes. */
public final class Json {

    private Json() {
    }

    /**
     * An object whose fields have an order and may be null, unlike those of {@link Map#of()}.
     *
     * @param fields name, value, name, value and so on
     */
    public static Map<String, Object> of(Object... fields) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            object.put((String) fields[i], fields[i + 1]);
        }
        return object;
    }

    /** The tree of a map, a list or a value. */
    public static JsonNode tree(Object value) {
        return Http.JSON.valueToTree(value);
    }

    /** The tree of a text. */
    public static JsonNode parse(String text) {
        try {
            return Http.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** A body as text. A string is a body that is written already, well-formed or not. */
    public static String text(Object body) {
        try {
            return body instanceof String text ? text : Http.JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
