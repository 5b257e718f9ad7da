package io.github.appkeys.admin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {

    @Test
    void quotesEachValueAndDoublesQuotes() throws IOException {
        assertThat(line("a", "b, \"c\"", "d\r\ne", "", null))
                .isEqualTo("\"a\",\"b, \"\"c\"\"\",\"d\r\ne\",\"\",\"\"\r\n");
    }

    @Test
    void separatesWithASemicolonWhereThatIsAskedFor() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvWriter csv = new CsvWriter(out, ';');
        csv.line(Arrays.asList("a", "b; c"));
        csv.flush();

        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("\"a\";\"b; c\"\r\n");
    }

    @Test
    void isUtf8WithAByteOrderMark() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvWriter csv = new CsvWriter(out, ',');
        csv.line(Arrays.asList("ção 日本 🚀"));
        csv.flush();

        assertThat(out.toByteArray()).startsWith(0xEF, 0xBB, 0xBF)
                .endsWith("\"ção 日本 🚀\"\r\n".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\rx", "\nx", "\tx", "  =1", " \u00A0+1",
        "\u200B@x", "\uFEFF=1", "\u0000=1", "＝1", "＋1", "－1", "＠x", "=cmd|' /C calc'!A0"})
    void disarmsFormulas(String formula) throws IOException {
        assertThat(line(formula)).isEqualTo("\"'" + formula + "\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1+1", "a=b", "erp@example.org", "2026-01-01T00:00:00Z", "'=1", " x", "2001:db8::/32", "é-",
        "🚀=1"})
    void leavesOtherTextAsItIs(String text) throws IOException {
        assertThat(line(text)).isEqualTo("\"" + text + "\"\r\n");
    }

    private static String line(String... values) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvWriter csv = new CsvWriter(out, ',');
        csv.line(Arrays.asList(values));
        csv.flush();
        return out.toString(StandardCharsets.UTF_8).substring(1);
    }
}
