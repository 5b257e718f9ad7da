package io.github.appkeys.core.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Set;

import io.github.appkeys.core.exchange.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReasonTest {

    private static final Set<Reason> KNOWN_BUT_NOT_ALLOWED = Set.of(Reason.NO_ROLE, Reason.GRANT_NOT_ALLOWED,
            Reason.ROLE_NOT_HELD);

    /** Users' scripts read these names in events: add to the list, never change it. */
    @Test
    void namesAreThoseOfTheEventDetail() {
        assertThat(Reason.refusals()).extracting(Reason::name).containsExactlyInAnyOrder(
                "MISSING_HEADER", "DUPLICATE_HEADER", "WHITESPACE", "BAD_CHARACTERS", "SWAPPED", "CHECKSUM",
                "UNKNOWN_KEY", "WRONG_TOKEN", "DISABLED", "EXPIRED", "ADDRESS_NOT_ALLOWED", "NO_ROLE",
                "GRANT_NOT_ALLOWED", "ROLE_NOT_HELD", "NOT_ENABLED", "MISPLACED", "UNAVAILABLE", "DECOY",
                "ENDED_TOKEN");
    }

    /** Users' scripts read these names in diagnoses: add to the list, never change it. */
    @Test
    void someNamesExistInDiagnosesOnly() {
        assertThat(Reason.values()).filteredOn(reason -> !reason.isRefusal()).extracting(Reason::name)
                .containsExactlyInAnyOrder("INVISIBLE_CHARACTERS", "QUOTED", "NAME_INCLUDED", "PLACEHOLDER",
                        "AUTHORIZATION_PREFIX", "BASE64", "URL_ENCODED", "BOTH_IN_ONE", "CASE_MISMATCH", "LOOK_ALIKE",
                        "OTHER_REALM", "OTHER_PAIR", "NO_TOKEN", "CLAIM_PENDING", "NEVER_CLAIMED", "REVOKED", "IDLE",
                        "EXPIRING", "RENEWAL_RUNNING",
                        "ROLE_MISSING", "ROLE_UNKNOWN", "INHERITED_ROLES", "SCOPE_DROPS_ROLES", "SCOPE_UNKNOWN",
                        "FLOW_NOT_READY", "POLICY_NOT_IN_FORCE", "ORPHAN", "AUTHENTICATOR_CHANGED",
                        "SERVICE_ACCOUNT_BROKEN", "LAST_USE", "RECENT_FAILURES", "PASSWORD_GRANT", "LEAKED",
                        "CLEARTEXT")
                .allSatisfy(name -> assertThatIllegalStateException()
                        .isThrownBy(() -> Verdict.refused(Reason.valueOf(name))).withMessageStartingWith(name + " "));
    }

    @Test
    void whatTheSenderMustNotLearnHasOneAnchor() {
        assertThat(Reason.values()).filteredOn(Reason::isSilent)
                .containsExactlyInAnyOrder(Reason.UNKNOWN_KEY, Reason.WRONG_TOKEN, Reason.NOT_ENABLED, Reason.DECOY,
                        Reason.ENDED_TOKEN)
                .allMatch(reason -> reason.anchor().equals("INVALID_CREDENTIALS"));
        assertThat(Reason.EXPIRED.anchor()).isEqualTo("EXPIRED");
    }

    @ParameterizedTest
    @MethodSource("io.github.appkeys.core.reason.Reason#refusals")
    void errorTellsAWrongPairFromOneThatMayNot(Reason reason) {
        boolean known = KNOWN_BUT_NOT_ALLOWED.contains(reason);
        assumeThat(reason).isNotEqualTo(Reason.UNAVAILABLE);

        assertThat(reason.error().code()).isEqualTo(known ? "unauthorized_client" : "invalid_client");
        assertThat(reason.error().status()).isEqualTo(known ? 400 : 401);
    }

    @Test
    void aServerThatCannotTellBlamesNoPair() {
        assertThat(Reason.UNAVAILABLE.error().code()).isEqualTo("temporarily_unavailable");
        assertThat(Reason.UNAVAILABLE.error().status()).isEqualTo(503);
    }

    @Test
    void credentialsInTwoWaysAreABadRequest() {
        assertThat(OAuthError.INVALID_REQUEST.code()).isEqualTo("invalid_request");
        assertThat(OAuthError.INVALID_REQUEST.status()).isEqualTo(400);
    }
}
