package io.github.appkeys.admin.http;

import static io.github.appkeys.admin.http.Requests.assertAnswer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.stream.Stream;

import io.github.appkeys.core.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelIllegalStateException;

class ErrorResponsesTest {

    @Test
    void passOnWhatTheCallReturns() {
        assertThat(ErrorResponses.translating(() -> "done")).isEqualTo("done");
    }

    @ParameterizedTest
    @MethodSource
    void tellWhatTheCoreObjectsTo(RuntimeException objection, int status, String message) {
        assertAnswer(() -> ErrorResponses.translating(() -> {
            throw objection;
        }), status, message);
    }

    static Stream<Arguments> tellWhatTheCoreObjectsTo() {
        return Stream.of(
                Arguments.of(new InvalidValueException("label is missing"), 400, "label is missing"),
                Arguments.of(new ModelDuplicateException("The appKey \"erp\" is taken"), 409,
                        "The appKey \"erp\" is taken"),
                Arguments.of(new ModelDuplicateException((String) null), 409, "The appKey is taken"),
                Arguments.of(new ModelIllegalStateException("The client has no service account"), 409,
                        "The client has no service account"));
    }

    @Test
    void leaveMistakesOfOursToKeycloak() {
        assertThatIllegalStateException().isThrownBy(() -> ErrorResponses.translating(() -> {
            throw new IllegalStateException("ours");
        }));
    }
}
