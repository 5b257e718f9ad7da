package io.github.appkeys.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    private static final Path MESSAGES = Path.of("src/main/resources/theme-resources/messages");

    @ParameterizedTest
    @ValueSource(strings = {"pt_BR", "es"})
    void everyLanguageSaysEverything(String locale) throws IOException {
        Properties translated = load(locale);

        assertThat(translated.stringPropertyNames()).isEqualTo(load("en").stringPropertyNames());
        assertThat(translated.values()).allSatisfy(text -> assertThat((String) text).isNotBlank());
    }

    private static Properties load(String locale) throws IOException {
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES.resolve("messages_" + locale + ".properties"),
                StandardCharsets.UTF_8)) {
            messages.load(reader);
        }
        return messages;
    }
}
