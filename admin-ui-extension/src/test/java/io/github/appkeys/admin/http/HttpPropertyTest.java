package io.github.appkeys.admin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Bodies, parameters and files, for any text. */
class HttpPropertyTest {

    private static final Set<String> NAMES = Set.of("name", "client");

    @Provide
    Arbitrary<String> cells() {
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(20),
                Arbitraries.of("\"", "=", "'", ",", ";", "\r\n", " ", "a", "\u200B", "+1").list().ofMaxSize(6)
                        .map(list -> String.join("", list)));
    }

    @Provide
    Arbitrary<String> jsonTexts() {
        return Arbitraries.of("{", "}", "[", "]", "\"name\"", "\"client\"", ":", ",", "null", "1", "\"\\ud83d\"",
                "1e999", "\"x\"", "\"\\u0000\"", "-", "//", "'", "\uFEFF", " ").list().ofMaxSize(14)
                .map(list -> String.join("", list));
    }

    @Property
    void anyBodyIsReadOrRefused(@ForAll @Size(max = 200) byte[] bytes, @ForAll("jsonTexts") String text) {
        for (byte[] body : List.of(bytes, text.getBytes(StandardCharsets.UTF_8))) {
            AnyJson.read(() -> JsonBody.object(new ByteArrayInputStream(body), NAMES));
            AnyJson.read(() -> JsonBody.objectOrNone(new ByteArrayInputStream(body), NAMES));
            AnyJson.read(() -> JsonBody.objects(new ByteArrayInputStream(body), NAMES));
        }
    }

    @Provide
    Arbitrary<Map<String, Object>> objects() {
        return AnyJson.objects(NAMES);
    }

    @Property
    void eachFieldIsReadAsItsTypeOrRefused(@ForAll("objects") Map<String, Object> sent) {
        AnyJson.read(() -> JsonBody.object(AnyJson.body(sent), NAMES)).ifPresent(json -> {
            for (String name : NAMES) {
                Object value = sent.get(name);
                AnyJson.read(() -> json.text(name)).filter(Optional::isPresent)
                        .ifPresent(text -> assertThat(text.get()).isEqualTo(value).doesNotContain("\0"));
                AnyJson.read(() -> json.wholeNumber(name)).filter(Optional::isPresent)
                        .ifPresent(number -> assertThat(number.get().toString()).isEqualTo(value.toString()));
                AnyJson.read(() -> json.flag(name)).filter(Optional::isPresent)
                        .ifPresent(flag -> assertThat(flag.get()).isEqualTo(value));
                AnyJson.read(() -> json.instant(name)).filter(Optional::isPresent)
                        .ifPresent(at -> assertThat(at.get())
                                .isEqualTo(OffsetDateTime.parse((String) value).toInstant()));
                AnyJson.read(() -> json.texts(name)).filter(Optional::isPresent)
                        .ifPresent(texts -> assertThat(texts.get()).isEqualTo(value));
                AnyJson.read(() -> json.object(name, NAMES));
                AnyJson.read(() -> json.objects(name, NAMES));
                AnyJson.read(() -> json.withPaths().objects(name, NAMES));
            }
        });
    }

    @Property
    void anInstantIsReadAgain(@ForAll @LongRange(min = 1, max = 253_402_300_798L) long second) {
        Instant at = Instant.ofEpochSecond(second);

        assertThat(JsonBody.object(AnyJson.body(Map.of("name", at.toString())), NAMES).instant("name")).contains(at);
    }

    @Property
    void aParameterIsReadOrRefused(@ForAll("cells") String text) {
        AnyJson.read(() -> ListParameters.order(text));
        AnyJson.read(() -> ListParameters.flag("dryRun", text));
        AnyJson.read(() -> ListParameters.separator(text));
        AnyJson.read(() -> ListParameters.first(text)).ifPresent(first -> assertThat(first).isBetween(0,
                ListParameters.MAX_FIRST));
        AnyJson.read(() -> ListParameters.max(text)).ifPresent(max -> assertThat(max).isBetween(0, ListParameters.MAX));
        AnyJson.read(() -> ListParameters.search(text)).ifPresent(search ->
                assertThat(ListParameters.search(search)).isEqualTo(search));
    }

    @Property
    void aFileHasTheCellsThatWereWritten(@ForAll @Size(min = 1, max = 6) List<@From("cells") String> cells,
            @ForAll boolean semicolon) throws IOException {
        char separator = semicolon ? ';' : ',';
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvWriter csv = new CsvWriter(out, separator);
        csv.line(cells);
        csv.line(List.of("end"));
        csv.flush();
        String written = out.toString(StandardCharsets.UTF_8);

        List<List<String>> read = lines(written.substring(1), separator);

        assertThat(written).startsWith("\uFEFF");
        assertThat(read).hasSize(2);
        assertThat(read.get(1)).containsExactly("end");
        assertThat(read.get(0)).hasSameSizeAs(cells);
        for (int i = 0; i < cells.size(); i++) {
            String sent = new String(cells.get(i).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            assertThat(read.get(0).get(i)).isIn(sent, "'" + sent);
            assertThat(read.get(0).get(i)).doesNotMatch("(?s)[=+\\-@\\t\\r\\n].*");
        }
    }

    /** A reader by RFC 4180 alone. */
    private static List<List<String>> lines(String text, char separator) {
        List<List<String>> lines = new ArrayList<>(List.of(new ArrayList<>()));
        int at = 0;
        while (at < text.length()) {
            assertThat(text.charAt(at)).isEqualTo('"');
            StringBuilder cell = new StringBuilder();
            at++;
            while (text.charAt(at) != '"' || at + 1 < text.length() && text.charAt(at + 1) == '"') {
                cell.append(text.charAt(at));
                at += text.charAt(at) == '"' ? 2 : 1;
            }
            lines.get(lines.size() - 1).add(cell.toString());
            at++;
            if (text.startsWith("\r\n", at)) {
                at += 2;
                if (at < text.length()) {
                    lines.add(new ArrayList<>());
                }
            } else {
                assertThat(text.charAt(at++)).isEqualTo(separator);
            }
        }
        return lines;
    }
}
