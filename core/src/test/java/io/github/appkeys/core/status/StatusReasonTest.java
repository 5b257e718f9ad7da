package io.github.appkeys.core.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.github.appkeys.core.expiry.TokenEnd;
import io.github.appkeys.core.pair.AllowedNetworks;
import io.github.appkeys.core.pair.Maker;
import io.github.appkeys.core.pair.Pair;
import io.github.appkeys.core.pair.RoleRef;
import io.github.appkeys.core.reason.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusReasonTest {

    private static final Instant NOW = Instant.parse("2027-01-31T12:00:00Z");
    private static final List<RoleRef> ROLE = List.of(new RoleRef("orders:read", "orders-api"));

    @Test
    void nothingIsSaidOfAPairThatWorks() {
        assertThat(reason(true, true, true, ROLE, null, null, token(null))).isNull();
    }

    @Test
    void theFirstThatHindersIsTheReason() {
        assertThat(reason(false, false, false, List.of(), null, null)).isEqualTo(Reason.DISABLED);
        assertThat(reason(true, false, true, ROLE, null, null)).isEqualTo(Reason.AUTHENTICATOR_CHANGED);
        assertThat(reason(true, true, false, ROLE, null, null)).isEqualTo(Reason.SERVICE_ACCOUNT_BROKEN);
        assertThat(reason(true, true, true, List.of(), null, null, token(null))).isEqualTo(Reason.NO_ROLE);
    }

    @ParameterizedTest
    @CsvSource({"EXPIRED, EXPIRED", "REPLACED, EXPIRED", "UNDONE, EXPIRED", "REVOKED, REVOKED", "IDLE, IDLE",
        "LEAKED, LEAKED", "DISCLOSED, CLEARTEXT", "DECOY, DECOY"})
    void theNewestTokenTellsWhyThereIsNone(TokenEnd.Cause cause, Reason reason) {
        Pair.Token newest = token(TokenEnd.settled(NOW.minusSeconds(1), cause));

        assertThat(reason(true, true, true, ROLE, null, null, newest)).isEqualTo(reason);
    }

    @Test
    void aClaimLinkWaitsOrWasNeverUsed() {
        assertThat(reason(true, true, true, List.of(), null, claim(NOW.plusSeconds(1))))
                .isEqualTo(Reason.CLAIM_PENDING);
        assertThat(reason(true, true, true, ROLE, null, claim(NOW.plusSeconds(1)))).isEqualTo(Reason.CLAIM_PENDING);
        assertThat(reason(true, true, true, ROLE, null, claim(NOW))).isEqualTo(Reason.NEVER_CLAIMED);
        assertThat(reason(true, true, true, ROLE, null, null)).isEqualTo(Reason.NO_TOKEN);
        assertThat(reason(true, true, true, ROLE, null, claim(NOW.plusSeconds(1)), token(null))).isNull();
    }

    @Test
    void whatWasSeenOfAnAppTokenThatWorksIsToldFirst() {
        Pair.Token soon = token(TokenEnd.planned(NOW.plus(Duration.ofDays(3)), null));

        assertThat(StatusReason.of(seen(soon, Pair.AlarmKind.LEAKED, Pair.AlarmKind.CLEARTEXT), NOW))
                .contains(Reason.LEAKED);
        assertThat(StatusReason.of(seen(soon, Pair.AlarmKind.CLEARTEXT), NOW)).contains(Reason.CLEARTEXT);
        assertThat(StatusReason.of(seen(soon, Pair.AlarmKind.ENDED_TOKEN), NOW)).contains(Reason.EXPIRING);
    }

    @Test
    void theEndOfTheCurrentTokenIsToldAheadAndARenewal() {
        Pair.Token soon = token(TokenEnd.planned(NOW.plus(Duration.ofDays(3)), null));
        Pair.Renewal renewal = new Pair.Renewal(NOW, null, "old");

        assertThat(reason(true, true, true, ROLE, null, null, soon)).isEqualTo(Reason.EXPIRING);
        assertThat(reason(true, true, true, ROLE, renewal, null, token(null))).isEqualTo(Reason.RENEWAL_RUNNING);
    }

    private static Pair seen(Pair.Token token, Pair.AlarmKind... kinds) {
        List<Pair.Alarm> alarms = Stream.of(kinds)
                .map(kind -> new Pair.Alarm(token.id(), kind, NOW, NOW, 1, null, null, null)).toList();
        return new Pair("erp", "ERP", null, true, true, true, NOW, "ana", "uuid", "account", AllowedNetworks.ANY, null,
                token.id(), null, null, List.of(token), ROLE, null, alarms);
    }

    private static Reason reason(boolean enabled, boolean apiClient, boolean serviceAccountOn, List<RoleRef> roles,
            Pair.Renewal renewal, Pair.Claim claim, Pair.Token... tokens) {
        Pair pair = new Pair("erp", "ERP", null, enabled, apiClient, serviceAccountOn, NOW, "ana", "uuid", "account",
                AllowedNetworks.ANY, null, tokens.length == 0 ? null : tokens[0].id(), renewal, claim, List.of(tokens),
                roles, null, List.of());
        return StatusReason.of(pair, NOW).orElse(null);
    }

    private static Pair.Token token(TokenEnd end) {
        return new Pair.Token("token", "L1Xc", NOW.minusSeconds(60), "ana", end, null, null, null);
    }

    private static Pair.Claim claim(Instant expiresAt) {
        return new Pair.Claim(NOW.minusSeconds(60), new Maker("ana", null, null), expiresAt, null, null, null, null,
                null);
    }
}
