package io.github.appkeys.core.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.appkeys.core.pair.AppKeyGenerator;
import io.github.appkeys.core.pair.AppToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules for secret scanners in {@code docs/scanners} find what this product generates, and nothing like it. */
class ScannerPatternsTest {

    private static final Path FOLDER = Path.of("..", "docs", "scanners");
    /** In quotes or backticks. */
    private static final Pattern RULE = Pattern.compile("['`](\\\\b\\(?app(token_|key-).*?\\\\b)['`]");
    private static final SecureRandom RANDOM = new SecureRandom();

    static Stream<String> files() {
        return Stream.of("gitleaks.toml", "trufflehog.yaml", "kingfisher.yaml", "github.md");
    }

    @ParameterizedTest
    @MethodSource("files")
    void appTokensAreFound(String file) throws IOException {
        List<Pattern> patterns = patterns(file, "apptoken_");
        for (Pattern pattern : patterns) {
            for (int i = 0; i < 200; i++) {
                String token = AppToken.generate(RANDOM).reveal();
                for (String text : List.of(token, "X-App-Token: " + token, "TOKEN=\"" + token + "\"", token + "\nx",
                        "{\"t\":\"" + token + "\"}", "https://h/?t=" + token + "&x=1")) {
                    assertThat(pattern.matcher(text).results().map(ScannerPatternsTest::secret)).as(text)
                            .containsExactly(token);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatIsNoAppTokenIsNotFound(String file) throws IOException {
        String token = AppToken.generate(RANDOM).reveal();
        for (Pattern pattern : patterns(file, "apptoken_")) {
            for (String text : List.of("", "apptoken_", token.substring(1), token.substring(0, token.length() - 1),
                    token + "x", "x" + token, token.replace('_', '-'), "apptoken_" + "-".repeat(49),
                    token.substring(0, 30) + " " + token.substring(30))) {
                assertThat(pattern.matcher(text).find()).as(text).isFalse();
            }
        }
    }

    @Test
    void appKeysAreFound() throws IOException {
        AppKeyGenerator generator = new AppKeyGenerator(AppKeyGenerator.DEFAULT_PREFIX, RANDOM);
        for (Pattern pattern : Stream.concat(patterns("trufflehog.yaml", "appkey-").stream(),
                patterns("kingfisher.yaml", "appkey-").stream()).toList()) {
            for (String realm : List.of("shop", "My Shop (EU)", "a", "x".repeat(200), "ação", "日本")) {
                String key = generator.generate(realm).value();
                assertThat(pattern.matcher("key=" + key + ";").results().map(ScannerPatternsTest::secret)).as(key)
                        .containsExactly(key);
            }
            assertThat(pattern.matcher("appkey-shop-012345678I").find()).isFalse();
        }
    }

    private static String secret(MatchResult match) {
        return match.group(match.groupCount());
    }

    private static List<Pattern> patterns(String file, String prefix) throws IOException {
        List<Pattern> patterns = RULE.matcher(Files.readString(FOLDER.resolve(file))).results()
                .map(rule -> rule.group(1)).filter(rule -> rule.contains(prefix)).map(Pattern::compile).toList();
        assertThat(patterns).as(file).isNotEmpty();
        return patterns;
    }
}
