package io.github.appkeys.core.jpa.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Pattern;

import io.github.appkeys.core.Texts;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

/** What the database is given, for any text. */
class ColumnsPropertyTest {

    @Property
    void anAddressFitsItsColumn(@ForAll(supplier = Texts.class) String text) {
        String kept = ColumnText.address(text);

        assertThat(kept).hasSizeLessThanOrEqualTo(ColumnText.MAX_ADDRESS).matches("[ -~]*");
        assertThat(ColumnText.address(kept)).isEqualTo(kept);
    }

    @Property
    void aNameFitsItsColumn(@ForAll(supplier = Texts.class) String text) {
        String kept = ColumnText.name(text);

        assertThat(kept).hasSizeLessThanOrEqualTo(ColumnText.MAX_NAME).doesNotContain("\0");
        assertThat(kept.codePoints()).allMatch(c -> c < 0x10000 && !(c >= 0xD800 && c <= 0xDFFF));
        assertThat(ColumnText.name(kept)).isEqualTo(kept);
    }

    @Property
    void aTextIsFoundInItselfAndInLongerOnes(@ForAll(supplier = Texts.class) String text) {
        SearchText search = SearchText.of(text);

        if (!text.isEmpty()) {
            assertThat(search.isIn(text)).isTrue();
            assertThat(search.isIn("a " + text + " z")).isTrue();
            assertThat(search.isIn(null)).isFalse();
        }
    }

    /** What is found at all must be among what the database finds. */
    @Property
    void thePatternFindsEachNameThatContainsTheText(
            @ForAll @StringLength(max = 6) @CharRange(from = ' ', to = '~') String text,
            @ForAll @StringLength(max = 20) @CharRange(from = ' ', to = '~') String name) {
        for (String tried : new String[] {name, name + text, text + name, text.toUpperCase(Locale.ROOT)}) {
            SearchText search = SearchText.of(text);
            if (search != null) {
                assertThat(like(search.pattern()).matcher(tried.toLowerCase(Locale.ROOT)).matches())
                        .isEqualTo(search.isIn(tried));
            }
        }
    }

    /** The pattern of SQL as one of Java. */
    private static Pattern like(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '%' || c == '_') {
                regex.append(c == '%' ? ".*" : ".");
            } else {
                i += c == '!' ? 1 : 0;
                regex.append(Pattern.quote(String.valueOf(pattern.charAt(i))));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
