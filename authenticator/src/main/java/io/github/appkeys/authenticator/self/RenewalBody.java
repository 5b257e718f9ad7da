package io.github.appkeys.authenticator.self;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.appkeys.core.InvalidValueException;

/** Reads the body of a renewal: nothing, or one JSON object with {@code expiresAt} at most. */
final class RenewalBody {

    private static final int MAX_BYTES = 4096;
    private static final String EXPIRES_AT = "expiresAt";
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().reader();

    private RenewalBody() {
    }

    /**
     * When the new appToken is to end.
     *
     * @return null where the body does not say it
     * @throws InvalidValueException where the body is longer than 4 KB, or says something else
     */
    static Instant expiresAt(InputStream body) {
        try {
            byte[] bytes = body == null ? new byte[0] : body.readNBytes(MAX_BYTES + 1);
            if (bytes.length == 0) {
                return null;
            }
            JsonNode json = bytes.length > MAX_BYTES ? null : JSON.readTree(bytes);
            if (json != null && json.isObject() && json.size() == (json.has(EXPIRES_AT) ? 1 : 0)) {
                return moment(json.path(EXPIRES_AT));
            }
        } catch (IOException e) {
            // same answer as for JSON of another form
        }
        throw new InvalidValueException("The body must be empty, or a JSON object with expiresAt alone");
    }

    private static Instant moment(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        try {
            Instant moment = OffsetDateTime.parse(value.isTextual() ? value.asText() : "").toInstant();
            if (moment.isBefore(LATEST)) {
                return moment;
            }
        } catch (DateTimeException e) {
            // same answer as for a moment out of bounds
        }
        throw new InvalidValueException(
                "expiresAt must be a moment with a time zone in ISO 8601, such as 2027-01-31T12:00:00Z");
    }
}
