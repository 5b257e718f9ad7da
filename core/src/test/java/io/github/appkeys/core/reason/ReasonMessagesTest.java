package io.github.appkeys.core.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.appkeys.core.expiry.TokenEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReasonMessagesTest {

    private static final Pattern DETAIL = Pattern.compile("\\{\\w+}");
    private static final Pattern CODE = Pattern.compile("([A-Z0-9_]+)\\.(cause|fix|says|ok)(\\.\\w+)?");

    static Stream<ReasonMessages> languages() {
        return ReasonMessages.ALL.stream();
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasItsWords(Reason reason) {
        for (ReasonMessages words : ReasonMessages.ALL) {
            assertThat(words.cause(reason)).isNotBlank().doesNotEndWith(".");
            assertThat(words.fix(reason)).isNotBlank().endsWith(".");
            assertThat(words.fixedBy(reason)).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageSaysEverythingWithTheSameDetails(ReasonMessages words) {
        assertThat(words.all().keySet()).isEqualTo(ReasonMessages.ENGLISH.all().keySet());
        words.all().forEach((key, text) -> assertThat(details((String) text)).as("%s in %s", key, words.locale())
                .isEqualTo(details((String) ReasonMessages.ENGLISH.all().get(key))));
    }

    @ParameterizedTest
    @EnumSource
    void everyEndOfATokenHasItsWords(TokenEnd.Cause cause) {
        TokenEnd end = TokenEnd.settled(Instant.EPOCH, cause);

        assertThat(ReasonMessages.ALL).extracting(words -> words.says(end.occurrence())).doesNotHaveDuplicates()
                .allMatch(text -> text.contains("appToken") && text.contains("1970-01-01T00:00:00Z"));
    }

    @Test
    void noWordsAreForAReasonThatDoesNotExist() {
        Set<String> known = Stream.of(Reason.values()).map(Reason::name).collect(Collectors.toSet());

        assertThat(ReasonMessages.ENGLISH.all().keySet()).allSatisfy(key -> {
            String text = (String) key;
            assertThat(text.startsWith("fixedBy.") || text.startsWith("page.")
                    || CODE.matcher(text).matches() && known.contains(text.substring(0, text.indexOf('.'))))
                    .as(text).isTrue();
        });
    }

    /** RFC 6749, section 5.2: printable ASCII without quotation marks and backslashes. */
    @Test
    void whatAnExchangeSaysFitsAnErrorDescription() {
        ReasonMessages.ENGLISH.all().forEach((key, text) -> {
            String code = ((String) key).substring(0, ((String) key).indexOf('.'));
            if (Reason.refusals().stream().anyMatch(reason -> reason.name().equals(code))
                    && ((String) key).contains(".says")) {
                assertThat((String) text).as((String) key).matches("[\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]+");
            }
        });
    }

    @Test
    void fillsInDetailsAsTheyAre() {
        Occurrence missing = Occurrence.of(Reason.MISSING_HEADER).with("half", "form parameter {client_id} $1\\");

        assertThat(ReasonMessages.ENGLISH.says(missing))
                .isEqualTo("The form parameter {client_id} $1\\ is missing or empty");
    }

    @Test
    void saysTheCauseWhereThatIsAll() {
        assertThat(ReasonMessages.ENGLISH.says(Occurrence.of(Reason.INHERITED_ROLES)))
                .isEqualTo(ReasonMessages.ENGLISH.cause(Reason.INHERITED_ROLES));
    }

    @Test
    void speaksTheFirstLanguageThatItKnows() {
        assertThat(language("de", "pt", "es")).isEqualTo("pt-BR");
        assertThat(language("pt-PT")).isEqualTo("pt-BR");
        assertThat(language("es-AR", "en")).isEqualTo("es");
        assertThat(language("en-GB", "es")).isEqualTo("en");
        assertThat(language("de", "*")).isEqualTo("en");
        assertThat(language()).isEqualTo("en");
    }

    @Test
    void objectsToWordsThatItDoesNotHave() {
        assertThatIllegalArgumentException().isThrownBy(() -> ReasonMessages.ENGLISH.ok(Occurrence.of(Reason.QUOTED)));
    }

    private static String language(String... tags) {
        return ReasonMessages.in(Stream.of(tags).map(Locale::forLanguageTag).toList()).locale().toLanguageTag();
    }

    private static Set<String> details(String text) {
        return DETAIL.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
