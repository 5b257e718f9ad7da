package io.github.appkeys.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonTest {

    private static final Set<Reason> KNOWN_BUT_NOT_ALLOWED = Set.of(Reason.NO_ROLE, Reason.GRANT_NOT_ALLOWED);

    /** Users' scripts read these names in events: add to the list, never change it. */
    @Test
    void namesAreThoseOfTheEventDetail() {
        assertThat(Reason.values()).extracting(Reason::name).containsExactlyInAnyOrder(
                "MISSING_HEADER", "DUPLICATE_HEADER", "WHITESPACE", "BAD_CHARACTERS", "SWAPPED", "CHECKSUM",
                "UNKNOWN_KEY", "WRONG_TOKEN", "DISABLED", "EXPIRED", "ADDRESS_NOT_ALLOWED", "NO_ROLE",
                "GRANT_NOT_ALLOWED", "NOT_ENABLED");
    }

    @ParameterizedTest
    @EnumSource
    void errorTellsAWrongPairFromOneThatMayNot(Reason reason) {
        boolean known = KNOWN_BUT_NOT_ALLOWED.contains(reason);

        assertThat(reason.error().code()).isEqualTo(known ? "unauthorized_client" : "invalid_client");
        assertThat(reason.error().status()).isEqualTo(known ? 400 : 401);
    }

    @Test
    void credentialsInTwoWaysAreABadRequest() {
        assertThat(OAuthError.INVALID_REQUEST.code()).isEqualTo("invalid_request");
        assertThat(OAuthError.INVALID_REQUEST.status()).isEqualTo(400);
    }
}
