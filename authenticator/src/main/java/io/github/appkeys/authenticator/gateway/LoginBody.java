package io.github.appkeys.authenticator.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.appkeys.core.exchange.PresentedPair;

/** Reads the body of a login: one JSON object with the texts {@code appkey} and {@code apptoken}, and nothing else. */
final class LoginBody {

    private static final int MAX_BYTES = 4096;
    private static final String APP_KEY = "appkey";
    private static final String APP_TOKEN = "apptoken";

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().reader();

    private LoginBody() {
    }

    /**
     * The pair in a body.
     *
     * @return empty where the body is longer than 4 KB or not such an object
     */
    static Optional<PresentedPair> read(InputStream body) {
        try {
            byte[] bytes = body == null ? new byte[0] : body.readNBytes(MAX_BYTES + 1);
            JsonNode json = bytes.length > MAX_BYTES ? null : JSON.readTree(bytes);
            return json != null && json.isObject() && hasOurFields(json)
                    ? Optional.of(new PresentedPair(half(json, APP_KEY), half(json, APP_TOKEN))) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean hasOurFields(JsonNode json) {
        for (Iterator<String> names = json.fieldNames(); names.hasNext();) {
            String name = names.next();
            if (!Set.of(APP_KEY, APP_TOKEN).contains(name) || !json.get(name).isTextual()) {
                return false;
            }
        }
        return true;
    }

    private static PresentedPair.Half half(JsonNode json, String name) {
        return new PresentedPair.Half("field " + name, json.has(name) ? List.of(json.get(name).asText()) : List.of());
    }
}
