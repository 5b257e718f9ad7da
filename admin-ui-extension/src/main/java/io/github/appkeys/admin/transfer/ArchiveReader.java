package io.github.appkeys.admin.transfer;

import java.io.IOException;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.appkeys.admin.http.ErrorResponses;

/** Reads the structure of a file that {@link PairArchive} wrote, and passes its entries to a visitor. */
final class ArchiveReader {

    /** Visits each entry. */
    interface Entries {

        /**
         * @param position from 1
         * @param json     at the first token of the entry, and at its last when this returns
         */
        void entry(long position, JsonParser json) throws IOException;
    }

    private static final Set<String> NAMES = Set.of("format", "realm", "exportedAt", "pairs", "count");

    private static final String KNOWN = PairArchive.FIRST_FORMAT + " or " + PairArchive.FORMAT;

    private ArchiveReader() {
    }

    /**
     * Reads the file to its end.
     *
     * @return the version of the format
     * @throws org.keycloak.services.ErrorResponseException if it is not a complete file of a known format
     * @throws IOException                                  if it is not well-formed or cannot be read
     */
    static int read(JsonParser json, Entries visitor) throws IOException {
        require(json.nextToken() != null, "The body is empty: JSON is expected");
        require(json.currentToken() == JsonToken.START_OBJECT, "A JSON object is expected");
        int format = 0;
        long entries = -1;
        long count = -1;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            require(NAMES.contains(name), "Unknown field. Allowed are: "
                    + String.join(", ", NAMES.stream().sorted().toList()));
            JsonToken value = json.nextToken();
            switch (name) {
                case "format" -> format = format(json, value);
                case "pairs" -> {
                    require(format > 0, "format must come first, and be " + KNOWN);
                    require(value == JsonToken.START_ARRAY, "pairs must be an array");
                    entries = entries(json, visitor);
                }
                case "count" -> {
                    require(value == JsonToken.VALUE_NUMBER_INT, "count must be a whole number");
                    count = json.getLongValue();
                }
                default -> require(value == JsonToken.VALUE_STRING, name + " must be a text");
            }
        }
        require(format > 0, "format is missing");
        require(entries >= 0, "pairs is missing");
        require(entries == count, "count must be the number of pairs: the file is not complete");
        require(json.nextToken() == null, "The body is not well-formed JSON");
        return format;
    }

    private static int format(JsonParser json, JsonToken value) throws IOException {
        long format = value == JsonToken.VALUE_NUMBER_INT ? json.getLongValue() : 0;
        require(format == PairArchive.FIRST_FORMAT || format == PairArchive.FORMAT, "format must be " + KNOWN);
        return (int) format;
    }

    private static long entries(JsonParser json, Entries visitor) throws IOException {
        long position = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            visitor.entry(++position, json);
        }
        return position;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw ErrorResponses.badRequest(message);
        }
    }
}
