package io.github.appkeys.admin.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.appkeys.core.reason.Reason;
import io.github.appkeys.core.reason.ReasonMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The console knows the reasons of the catalogue, in its words. */
class ReasonsInConsoleTest {

    private static final Path SCRIPT = Path.of("src", "main", "ui", "src", "pair", "EventsTab.tsx");
    private static final Path MESSAGES =
            Path.of("..", "themes", "src", "main", "resources", "theme-resources", "messages");
    private static final Pattern NAME = Pattern.compile("^ {2}\"([A-Z0-9_]+)\",$", Pattern.MULTILINE);
    private static final String PREFIX = "appKeys.reason.";

    static Stream<ReasonMessages> languages() {
        return ReasonMessages.ALL.stream();
    }

    @Test
    void theScriptListsEveryRefusal() throws IOException {
        Matcher names = NAME.matcher(Files.readString(SCRIPT));

        assertThat(names.results().map(match -> match.group(1)))
                .containsExactlyInAnyOrderElementsOf(Reason.refusals().stream().map(Reason::name).toList());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theMessagesHaveTheWordsOfTheCatalogue(ReasonMessages words) throws IOException {
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES.resolve("messages_"
                + words.locale().toString() + ".properties"))) {
            messages.load(reader);
        }

        assertThat(Reason.refusals()).allSatisfy(reason ->
                assertThat(messages.getProperty(PREFIX + reason)).isEqualTo(words.cause(reason)));
        assertThat(messages.stringPropertyNames()).filteredOn(key -> key.startsWith(PREFIX))
                .hasSameSizeAs(Reason.refusals());
    }
}
