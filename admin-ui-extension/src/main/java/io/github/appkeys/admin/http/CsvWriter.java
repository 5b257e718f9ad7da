package io.github.appkeys.admin.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes CSV according to RFC 4180, in UTF-8 with a byte order mark, without which Excel assumes another encoding. In
 * countries with a decimal comma, Excel expects another separator than that of the RFC.
 * Every value is quoted. A value that a spreadsheet could interpret as a formula gets a leading apostrophe, as OWASP's
 * page on CSV injection recommends.
 */
public final class CsvWriter {

    /** Characters that start a formula. The last four are full-width forms, which some spreadsheets accept. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final Writer out;
    private final char separator;

    /** @param separator see {@link ListParameters#separator} */
    public CsvWriter(OutputStream out, char separator) throws IOException {
        this.separator = separator;
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.out.write('\uFEFF');
    }

    /** @param values the cells; null for an empty cell */
    public void line(List<String> values) throws IOException {
        StringBuilder line = new StringBuilder();
        for (String value : values) {
            line.append(line.isEmpty() ? "" : separator).append(quoted(value));
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

    /** Spreadsheets skip leading white space and invisible characters. */
    private static boolean isFormula(String text) {
        return text.chars().filter(c -> FORMULA.indexOf(c) >= 0 || !isBlank(c))
                .limit(1).anyMatch(c -> FORMULA.indexOf(c) >= 0);
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character)
                || Character.isISOControl(character) || Character.getType(character) == Character.FORMAT;
    }
}
