package io.github.appkeys.core.reason;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorPageTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://docs.example.com/errors", "http://localhost:8080/a?b=c", "https://example.com"})
    void pointsToTheSectionOfAReason(String url) {
        ErrorPage page = ErrorPage.of(url).orElseThrow();

        assertThat(page.uri(Reason.EXPIRED)).isEqualTo(url + "#EXPIRED");
    }

    @Test
    void tellsNothingThatTheAnswerDoesNot() {
        ErrorPage page = ErrorPage.of("https://example.com").orElseThrow();

        assertThat(page.uri(Reason.UNKNOWN_KEY)).isEqualTo(page.uri(Reason.WRONG_TOKEN))
                .isEqualTo(page.uri(Reason.NOT_ENABLED)).doesNotContain("UNKNOWN_KEY");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "docs", "/docs", "ftp://example.com/", "javascript:alert(1)", "https:", "https://",
            "https://example.com/#top", "https://example.com/a b", "https://example.com/\u00e9", "https://a\"b",
            "https://example.com/\ud83d"})
    void isNoneWhereTheAddressIsNoPage(String url) {
        assertThat(ErrorPage.of(url)).isEmpty();
    }
}
