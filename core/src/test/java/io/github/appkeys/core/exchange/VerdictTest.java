package io.github.appkeys.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appkeys.core.reason.OAuthError;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictTest {

    @Test
    void acceptedHasNothingToSay() {
        Verdict verdict = Verdict.accepted();

        assertThat(verdict.isAccepted()).isTrue();
        assertThat(verdict).hasAllNullFieldsOrProperties();
    }

    @ParameterizedTest
    @MethodSource("io.github.appkeys.core.reason.Reason#refusals")
    void refusedIsAnsweredWithTheErrorOfItsReason(Reason reason) {
        Verdict verdict = Verdict.refused(reason);

        assertThat(verdict.isAccepted()).isFalse();
        assertThat(verdict.reason()).isEqualTo(reason);
        assertThat(verdict.error()).isEqualTo(reason.error());
        assertThat(verdict.description()).isNotBlank();
    }

    @Test
    void refusedSaysWhatTheCatalogueSays() {
        assertThat(Verdict.refused(Occurrence.of(Reason.EXPIRED).with("at", "noon")).description())
                .isEqualTo("This appToken expired at noon");
    }

    @Test
    void unknownKeyWrongTokenDecoyAndNotEnabledCannotBeToldApart() {
        for (Reason reason : new Reason[] {Reason.UNKNOWN_KEY, Reason.WRONG_TOKEN, Reason.NOT_ENABLED,
            Reason.DECOY}) {
            Verdict silent = Verdict.refused(Occurrence.of(reason).with("appKey", "x"));
            assertThat(silent.error()).isEqualTo(OAuthError.INVALID_CLIENT);
            assertThat(silent.description()).isEqualTo("Invalid client or Invalid client credentials");
        }
    }

    @Test
    void sentTwiceIsAnInvalidRequest() {
        Verdict verdict = Verdict.sentTwice(Occurrence.of(Reason.DUPLICATE_HEADER).variant("twoWays"));

        assertThat(verdict.reason()).isEqualTo(Reason.DUPLICATE_HEADER);
        assertThat(verdict.error()).isEqualTo(OAuthError.INVALID_REQUEST);
        assertThat(verdict.description()).startsWith("The request authenticates the client in more than one way");
    }
}
