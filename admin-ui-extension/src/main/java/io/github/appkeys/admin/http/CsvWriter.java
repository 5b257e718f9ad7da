package io.github.appkeys.admin.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes CSV as RFC 4180 has it, in UTF-8 with a byte order mark, without which Excel takes it for something else.
 * Every value is quoted, and what a spreadsheet would take for a formula gets an apostrophe in front, as OWASP advises.
 */
public final class CsvWriter {

    /** What a formula starts with; the last four are the full-width forms, which some spreadsheets take, too. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final Writer out;

    public CsvWriter(OutputStream out) throws IOException {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.out.write('\uFEFF');
    }

    /** @param values null for an empty one */
    public void line(List<String> values) throws IOException {
        StringBuilder line = new StringBuilder();
        for (String value : values) {
            line.append(line.isEmpty() ? "" : ",").append(quoted(value));
        }
        out.write(line.append("\r\n").toString());
    }

    public void flush() throws IOException {
        out.flush();
    }

    private static String quoted(String value) {
        String text = value == null ? "" : value;
        return '"' + (isFormula(text) ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }

    /** Spreadsheets leave out white space, and what looks like nothing, before they look. */
    private static boolean isFormula(String text) {
        return text.chars().filter(c -> FORMULA.indexOf(c) >= 0 || !isBlank(c))
                .limit(1).anyMatch(c -> FORMULA.indexOf(c) >= 0);
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character)
                || Character.isISOControl(character) || Character.getType(character) == Character.FORMAT;
    }
}
