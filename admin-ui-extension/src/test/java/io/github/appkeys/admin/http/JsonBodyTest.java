package io.github.appkeys.admin.http;

import static io.github.appkeys.admin.http.Requests.assertAnswer;
import static io.github.appkeys.admin.http.Requests.assertBadRequest;
import static io.github.appkeys.admin.http.Requests.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

    private static final Set<String> NAMES = Set.of("name", "client");

    @Test
    void readsAnObject() {
        JsonObject object = JsonBody.object(body(" {\"name\": \"vïew 😀\", \"client\": null}\n"), NAMES);

        assertThat(object.text("name")).contains("vïew 😀");
        assertThat(object.text("client")).isEmpty();
    }

    @Test
    void readsAnArrayOfObjects() {
        assertThat(JsonBody.objects(body("[]"), NAMES)).isEmpty();
        assertThat(JsonBody.objects(body("[{\"name\":\"a\"},{\"name\":\"b\"}]"), NAMES))
                .extracting(object -> object.text("name").orElseThrow()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void refusesAnEmptyBody(String json) {
        assertBadRequest(() -> JsonBody.object(body(json), NAMES), "The body is empty: JSON is expected");
        assertBadRequest(() -> JsonBody.objects(body(json), NAMES), "The body is empty: JSON is expected");
    }

    @Test
    void refusesAMissingBody() {
        assertBadRequest(() -> JsonBody.object(null, NAMES), "The body is empty: JSON is expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{", "}", "{\"name\"}", "{\"name\":}", "{name:\"a\"}", "{'name':'a'}", "{\"name\":\"a\",}", "// x\n{}", "a",
        "{\"name\":\"a\nb\"}", "{\"name\":\"\\x\"}", "{\"name\":NaN}", "{\"name\":01}",
        // the second value of a name that comes twice could slip past a check of the first
        "{\"name\":\"a\",\"name\":\"b\"}", "{\"name\":\"a\",\"n\\u0061me\":\"b\"}", "{\"client\":{\"x\":1,\"x\":2}}",
        // text behind the end
        "{}{}", "{}]", "{} x", "{},{}",
    })
    void refusesWhatIsNotStrictJson(String json) {
        assertBadRequest(() -> JsonBody.object(body(json), NAMES), "The body is not well-formed JSON");
    }

    @Test
    void refusesADuplicateNameInAnArrayToo() {
        assertBadRequest(() -> JsonBody.objects(body("[{\"name\":\"a\",\"name\":\"b\"}]"), NAMES),
                "The body is not well-formed JSON");
        assertBadRequest(() -> JsonBody.objects(body("[{\"name\":\"a\"}] []"), NAMES),
                "The body is not well-formed JSON");
    }

    @Test
    void refusesBytesThatAreNoText() {
        byte[] bytes = {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'};

        assertBadRequest(() -> JsonBody.object(new ByteArrayInputStream(bytes), NAMES),
                "The body is not well-formed JSON");
    }

    @Test
    void refusesTooDeepAStructure() {
        String deep = "{\"name\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";

        assertBadRequest(() -> JsonBody.object(body(deep), NAMES), "The body is not well-formed JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "1", "\"name\"", "[]", "[{}]"})
    void refusesWhatIsNoObject(String json) {
        assertBadRequest(() -> JsonBody.object(body(json), NAMES), "A JSON object is expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "1", "\"name\"", "{\"name\":\"a\"}"})
    void refusesWhatIsNoArray(String json) {
        assertBadRequest(() -> JsonBody.objects(body(json), NAMES), "The body is not a JSON array");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[null]", "[\"name\"]", "[{\"name\":\"a\"},[]]"})
    void refusesAnArrayOfSomethingElse(String json) {
        assertBadRequest(() -> JsonBody.objects(body(json), NAMES), "A JSON object is expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":1}", "{\"Name\":\"a\"}", "{\"name\":\"a\",\"\":1}", "{\"name \":\"a\"}",
        "{\"<script>\":null}"})
    void refusesFieldsItDoesNotKnowAndTellsWhichItDoes(String json) {
        assertBadRequest(() -> JsonBody.object(body(json), NAMES), "Unknown field. Allowed are: client, name");
        assertBadRequest(() -> JsonBody.objects(body("[" + json + "]"), NAMES),
                "Unknown field. Allowed are: client, name");
    }

    @ParameterizedTest
    @CsvSource({"65535, true", "65536, true", "65537, false", "200000, false"})
    void readsAtMost64KiB(int bytes, boolean fits) {
        String frame = "{\"name\":\"\"}";
        String json = "{\"name\":\"" + "x".repeat(bytes - frame.length()) + "\"}";

        if (fits) {
            assertThat(JsonBody.object(body(json), NAMES).text("name").orElseThrow())
                    .hasSize(bytes - frame.length());
        } else {
            assertAnswer(() -> JsonBody.object(body(json), NAMES), 413, "The body is larger than 65536 bytes");
        }
    }

    @Test
    void stopsReadingABodyWithoutEnd() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }
        };

        assertAnswer(() -> JsonBody.object(endless, NAMES), 413, "The body is larger than 65536 bytes");
    }

    @Test
    void answersWhereTheConnectionBreaks() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset by peer");
            }
        };

        assertBadRequest(() -> JsonBody.object(broken, NAMES), "The body could not be read");
    }
}
