package io.github.appkeys.admin.passwordgrants;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

import io.github.appkeys.admin.http.CsvWriter;
import io.github.appkeys.admin.http.FieldNames;
import io.github.appkeys.core.passwordgrants.PasswordGrantUse;

/** The report of password grants for spreadsheets. There are never so many rows that they would not fit into memory. */
final class PasswordGrantsCsv {

    private static final List<String> COLUMNS = List.copyOf(FieldNames.of(PasswordGrantReport.Row.class));

    private PasswordGrantsCsv() {
    }

    static byte[] of(List<PasswordGrantUse> uses) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            CsvWriter csv = new CsvWriter(bytes);
            csv.line(COLUMNS);
            for (PasswordGrantUse use : uses) {
                csv.line(Arrays.asList(use.clientId(), use.username(), use.firstAt().toString(),
                        use.lastAt().toString(), Long.toString(use.count()), use.lastFrom()));
            }
            csv.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
