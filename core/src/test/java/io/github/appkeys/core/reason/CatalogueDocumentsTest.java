package io.github.appkeys.core.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No document misses a reason. {@code mvn -pl core test -Ddocs.write=true} writes docs/errors*.md anew. */
class CatalogueDocumentsTest {

    private static final Path DOCS = Path.of("..", "docs");

    static Stream<ReasonMessages> languages() {
        return ReasonMessages.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void thePageOfErrorsIsTheCatalogue(ReasonMessages words) throws IOException {
        Path file = DOCS.resolve(ErrorsDocument.file(words));
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(file, ErrorsDocument.in(words));
        }

        assertThat(Files.readString(file)).isEqualTo(ErrorsDocument.in(words));
    }

    @Test
    void theTableForIntegratorsHasARowForEveryRefusal() throws IOException {
        String page = Files.readString(DOCS.resolve("exchange.md"));

        assertThat(Reason.refusals()).allSatisfy(reason -> assertThat(page).containsPattern("\\| "
                + reason.error().status() + " \\| `" + reason.error().code() + "` \\| [^|]+ \\| `" + reason + "` \\|"));
    }
}
