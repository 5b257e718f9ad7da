package io.github.appkeys.admin.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads the body of a request as strict JSON. Duplicate names and trailing text are a 400, a large body is a 413. */
public final class JsonBody {

    /** The largest body, which is far more than any call needs. */
    public static final int MAX_BYTES = 64 * 1024;

    /** Rejects duplicate names and trailing text. Writes null fields. */
    public static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonBody() {
    }

    /**
     * Reads an object.
     *
     * @param names the names that the object may have
     */
    public static JsonObject object(InputStream body, Set<String> names) {
        return object(parse(read(body)), names);
    }

    /**
     * Reads an object; an absent body is an empty object.
     *
     * @param names the names that the object may have
     */
    public static JsonObject objectOrNone(InputStream body, Set<String> names) {
        byte[] bytes = read(body);
        return bytes.length == 0 ? new JsonObject(MAPPER.createObjectNode(), names) : object(parse(bytes), names);
    }

    /**
     * Reads an array of objects.
     *
     * @param names the names that each object of the array may have
     */
    public static List<JsonObject> objects(InputStream body, Set<String> names) {
        JsonNode array = parse(read(body));
        if (!array.isArray()) {
            throw ErrorResponses.badRequest("The body is not a JSON array");
        }
        return StreamSupport.stream(array.spliterator(), false).map(node -> object(node, names)).toList();
    }

    private static JsonObject object(JsonNode node, Set<String> names) {
        if (!node.isObject()) {
            throw ErrorResponses.badRequest("A JSON object is expected");
        }
        return new JsonObject(node, names);
    }

    private static byte[] read(InputStream body) {
        try {
            byte[] bytes = body == null ? new byte[0] : body.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw ErrorResponses.tooLarge(MAX_BYTES);
            }
            return bytes;
        } catch (IOException e) {
            throw ErrorResponses.badRequest("The body could not be read");
        }
    }

    private static JsonNode parse(byte[] bytes) {
        try {
            JsonNode node = MAPPER.readTree(bytes);
            if (node == null || node.isMissingNode()) {
                throw ErrorResponses.badRequest("The body is empty: JSON is expected");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw ErrorResponses.badRequest("The body is not well-formed JSON");
        } catch (IOException e) {
            throw ErrorResponses.badRequest("The body could not be read");
        }
    }
}
