package io.github.appkeys.authenticator.passwordgrants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The configuration of the executor, for any value. */
class ExecutorConfigPropertyTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Provide
    Arbitrary<Object> values() {
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(60).map(text -> (Object) text),
                Arbitraries.strings().ofMaxLength(8).map(text -> "https://example.org/" + text),
                Arbitraries.of("2027-01-31T12:00:00Z", "https://example.org", "\uD83D", "", "-", 1, true, Map.of()));
    }

    @Property
    void whatIsValidIsReadAgain(@ForAll("values") Object cutoff, @ForAll("values") Object url) {
        PasswordGrantExecutorConfig config = JSON.convertValue(
                Map.of("cutoff", cutoff, "documentation-url", url), PasswordGrantExecutorConfig.class);

        config.cutoff().ifPresent(read -> assertThat(read).hasToString(cutoff.toString()));
        config.documentationUrl().ifPresent(read -> assertThat(read).isEqualTo(url));
        assertThat(config.validateConfig()).isEqualTo((cutoff.equals("") || config.cutoff().isPresent())
                && (url.equals("") || config.documentationUrl().isPresent()));
    }
}
