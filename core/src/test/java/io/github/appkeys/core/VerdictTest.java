package io.github.appkeys.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {

    @Test
    void acceptedHasNothingToSay() {
        Verdict verdict = Verdict.accepted();

        assertThat(verdict.isAccepted()).isTrue();
        assertThat(verdict).hasAllNullFieldsOrProperties();
    }

    @ParameterizedTest
    @EnumSource
    void refusedIsAnsweredWithTheErrorOfItsReason(Reason reason) {
        Verdict verdict = Verdict.refused(reason, "why");

        assertThat(verdict.isAccepted()).isFalse();
        assertThat(verdict).isEqualTo(new Verdict(reason, reason.error(), "why"));
    }

    @Test
    void refusedNeedsAReason() {
        assertThatNullPointerException().isThrownBy(() -> Verdict.refused(null, "why"));
    }

    @Test
    void unknownKeyWrongTokenAndNotEnabledCannotBeToldApart() {
        Verdict unknown = Verdict.refusedSilently(Reason.UNKNOWN_KEY);

        for (Reason reason : new Reason[] {Reason.WRONG_TOKEN, Reason.NOT_ENABLED}) {
            Verdict other = Verdict.refusedSilently(reason);
            assertThat(other.error()).isEqualTo(unknown.error());
            assertThat(other.description()).isEqualTo(unknown.description());
        }
        assertThat(unknown.description()).isEqualTo("Invalid client or Invalid client credentials");
    }

    @Test
    void sentTwiceIsAnInvalidRequest() {
        assertThat(Verdict.sentTwice("why"))
                .isEqualTo(new Verdict(Reason.DUPLICATE_HEADER, OAuthError.INVALID_REQUEST, "why"));
    }
}
