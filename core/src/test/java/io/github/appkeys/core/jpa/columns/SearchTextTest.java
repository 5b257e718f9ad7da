package io.github.appkeys.core.jpa.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {

    @ParameterizedTest
    @CsvSource({
        "ERP, false, %erp%",
        "100%_!, false, %100!%!_!!%",
        "INTEGRAÇÃO, true, %integra%o%",
        "Ação, true, %a%o%",
        "ç, true, %%%",
        "日本, true, %%%",
        "50%_é, true, %50!%!_%%"})
    void theDatabaseFindsWhatMayMatch(String text, boolean unsure, String pattern) {
        assertThat(SearchText.of(text).isUnsure()).isEqualTo(unsure);
        assertThat(SearchText.of(text).pattern()).isEqualTo(pattern);
    }

    @ParameterizedTest
    @CsvSource({
        "integração, Nova INTEGRAÇÃO 2, true",
        "INTEGRAÇÃO, integração, true",
        "integração, integracao, false",
        "ΟΔΟΣ, οδος 1, true",
        "istanbul, İSTANBUL, false",
        "İstanbul, xİSTANBULx, true",
        "straße, STRASSE, true",
        "日本, 新日本, true",
        "😀, a😀, true",
        "é%, x, false"})
    void findsInAnyCaseComposedOrDecomposed(String text, String name, boolean found) {
        for (Normalizer.Form ofText : Normalizer.Form.values()) {
            for (Normalizer.Form ofName : new Normalizer.Form[] {Normalizer.Form.NFC, Normalizer.Form.NFD}) {
                SearchText search = SearchText.of(Normalizer.normalize(text, ofText));
                String written = Normalizer.normalize(name, ofName);

                assertThat(search.isIn(written)).isEqualTo(found);
                assertThat(!found || like(search.pattern(), lowerInC(written))).as("%s in %s", text, written).isTrue();
            }
        }
    }

    @Test
    void nothingIsSearchedForWithoutAText() {
        assertThat(SearchText.of(null)).isNull();
        assertThat(SearchText.of("")).isNull();
        assertThat(SearchText.of("ç").isIn(null)).isFalse();
    }

    private static String lowerInC(String text) {
        return text.chars().map(c -> c < 0x80 ? Character.toLowerCase(c) : c)
                .mapToObj(c -> String.valueOf((char) c)).collect(Collectors.joining());
    }

    private static boolean like(String pattern, String text) {
        String regex = Pattern.compile("!(.)|(%)|(_)|(.)", Pattern.DOTALL).matcher(pattern.toLowerCase(Locale.ROOT))
                .replaceAll(part -> part.group(2) != null ? ".*" : part.group(3) != null ? "."
                        : Matcher.quoteReplacement(Pattern.quote(part.group(0).replaceFirst("^!", ""))));
        return Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches();
    }
}
