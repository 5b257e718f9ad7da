package io.github.appkeys.admin.passwordgrants;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.appkeys.admin.http.CsvWriter;
import io.github.appkeys.admin.http.FieldNames;
import io.github.appkeys.core.passwordgrants.PasswordGrantUse;

/**
 * A page of the report as JSON. Moments are ISO 8601 texts in UTC.
 *
 * @param rows     by client and user
 * @param total    how many rows there are on all pages
 * @param complete false if rows were dropped because of the limit, those used least recently first
 * @param limit    how many rows of a realm are kept
 */
@JsonInclude
public record PasswordGrantReport(List<Row> rows, long total, boolean complete, int limit) {

    private static final List<String> COLUMNS = List.copyOf(FieldNames.of(Row.class));

    /** The password grants of one client for one user. */
    @JsonInclude
    public record Row(String clientId, String username, String firstAt, String lastAt, long count, String lastAddress) {

        static Row of(PasswordGrantUse use) {
            return new Row(use.clientId(), use.username(), use.firstAt().toString(), use.lastAt().toString(),
                    use.count(), use.lastFrom());
        }

        private List<String> cells() {
            return Arrays.asList(clientId, username, firstAt, lastAt, Long.toString(count), lastAddress);
        }
    }

    /** A role of the user, and whether the caller may link it. The client is null for a realm role. */
    @JsonInclude
    public record Role(String name, String client, boolean mayLink) {
    }

    /** The rows for spreadsheets, built in memory: at most PasswordGrantStore.LIMIT rows are kept for a realm. */
    static byte[] csv(List<PasswordGrantUse> uses, char separator) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            CsvWriter csv = new CsvWriter(bytes, separator);
            csv.line(COLUMNS);
            for (PasswordGrantUse use : uses) {
                csv.line(Row.of(use).cells());
            }
            csv.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
