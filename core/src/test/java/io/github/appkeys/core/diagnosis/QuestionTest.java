package io.github.appkeys.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;

import io.github.appkeys.core.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {

    private static final PastedPair NOTHING = new PastedPair(null, null);

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "2001:db8::1", "::ffff:192.0.2.7"})
    void takesAnAddress(String address) {
        assertThatCode(() -> new Question(NOTHING, List.of(), address, null)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "192.0.2.0/24", "192.0.2", "[::1]"})
    void takesNoOther(String address) {
        assertThatThrownBy(() -> new Question(NOTHING, List.of(), address, null))
                .isInstanceOf(InvalidValueException.class).hasMessage("address is not an IPv4 or IPv6 address");
    }

    @Test
    void hasBounds() {
        assertThatThrownBy(() -> new Question(NOTHING, Collections.nCopies(51, "a"), null, null))
                .hasMessage("requiredRoles has more than 50 entries");
        assertThatThrownBy(() -> new Question(NOTHING, List.of(" "), null, null))
                .hasMessageStartingWith("requiredRoles");
        assertThatThrownBy(() -> new Question(NOTHING, List.of("a".repeat(512)), null, null))
                .hasMessageStartingWith("requiredRoles");
        assertThatThrownBy(() -> new Question(NOTHING, List.of(), null, "a\tb")).hasMessageStartingWith("scope");
        assertThatThrownBy(() -> new Question(NOTHING, List.of(), null, "a".repeat(1001)))
                .hasMessageStartingWith("scope");
    }
}
