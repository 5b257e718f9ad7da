package io.github.appkeys.authenticator.leaks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.pair.AppToken;

/**
 * One entry of a report. Its texts are not to be trusted.
 *
 * @param sent  the text that was reported as a token
 * @param token the appToken, where the text has the form and the checksum of one
 * @param type  the name of the pattern that found it; null where it was not sent
 * @param url   where it was found; null where it was not sent
 */
record LeakReport(String sent, Optional<AppToken> token, String type, String url) {

    /** The most entries of a report. */
    static final int MAX = 1000;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String FORM = "The body must be an array of objects with the fields token, type, url and "
            + "source, or an object with the array tokens";

    /**
     * Reads a body: GitHub's array, or {@code {"tokens":[…]}}. Entries of another form are left out.
     *
     * @throws InvalidValueException where the body has neither form, or too many entries
     */
    static List<LeakReport> read(byte[] body) {
        JsonNode root;
        try {
            root = MAPPER.readTree(body);
        } catch (IOException e) {
            throw new InvalidValueException("The body is not well-formed JSON");
        }
        JsonNode entries = root != null && root.isObject() && root.size() == 1 ? root.path("tokens") : root;
        if (entries == null || !entries.isArray()) {
            throw new InvalidValueException(FORM);
        }
        if (entries.size() > MAX) {
            throw new InvalidValueException("The body has more than " + MAX + " tokens");
        }
        List<LeakReport> reports = new ArrayList<>();
        for (JsonNode entry : entries) {
            JsonNode token = entries == root ? entry.path("token") : entry;
            if (token.isTextual()) {
                reports.add(new LeakReport(token.textValue(), appToken(token.textValue()), text(entry, "type"),
                        text(entry, "url")));
            }
        }
        return reports;
    }

    private static String text(JsonNode entry, String name) {
        return entry.path(name).isTextual() ? entry.path(name).textValue() : null;
    }

    private static Optional<AppToken> appToken(String text) {
        try {
            return Optional.of(AppToken.parse(text));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "a reported token";
    }
}
