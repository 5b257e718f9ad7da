package io.github.appkeys.core.passwordgrants;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import io.github.appkeys.core.passwordgrants.GrantRule.Requester;
import io.github.appkeys.core.passwordgrants.GrantRuling.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GrantRuleTest {

    private static final Cutoff NOON = new Cutoff("2026-11-13T10:00:00-02:00");
    private static final Cutoff EVENING = new Cutoff("2026-11-13T18:00:00Z");
    private static final Cutoff MORNING = new Cutoff("2026-11-13T08:00:00Z");
    private static final String PAGE = "https://example.org/page";
    private static final Requester ERP = new Requester("erp", false, false);
    private static final Requester LIFELINE = new Requester("admin-cli", false, true);

    @ParameterizedTest
    @CsvSource({
        "ALL,         erp,   DEPRECATED, ENDED",
        "ALL,         other, DEPRECATED, ENDED",
        "SELECTED,    erp,   DEPRECATED, ENDED",
        "SELECTED,    other, ALLOWED,    ALLOWED",
        "API_CLIENTS, erp,   ALLOWED,    ALLOWED",
        "API_CLIENTS, other, ALLOWED,    ALLOWED",
    })
    void endsForThoseWhomTheScopeMeansFromTheVeryMillisecond(GrantScope scope, String clientId, Outcome before,
            Outcome after) {
        GrantRule rule = rule(NOON, scope, List.of("erp"), List.of());
        Requester requester = new Requester(clientId, false, false);

        assertThat(rule.decide(requester, NOON.at().minusMillis(1)).outcome()).isEqualTo(before);
        assertThat(rule.decide(requester, NOON.at()).outcome()).isEqualTo(after);
        assertThat(rule.decide(requester, NOON.at().plusSeconds(1)).outcome()).isEqualTo(after);
    }

    @ParameterizedTest
    @EnumSource
    void neverIsForApiClients(GrantScope scope) {
        Requester client = new Requester("erp", true, false);
        List<GrantExemption> excepted = List.of(new GrantExemption("erp", "why", EVENING));

        for (Cutoff cutoff : new Cutoff[] {null, NOON}) {
            assertThat(rule(cutoff, scope, List.of(), excepted).decide(client, Instant.EPOCH).outcome())
                    .isEqualTo(Outcome.API_CLIENT);
        }
        assertThat(new GrantRule(PasswordGrants.DEFAULT, EVENING, null).decide(client, Instant.EPOCH).outcome())
                .isEqualTo(Outcome.API_CLIENT);
    }

    @Test
    void endsForNobodyWithoutACutoff() {
        for (GrantScope scope : GrantScope.values()) {
            assertThat(rule(null, scope, List.of("erp"), List.of(new GrantExemption("erp", "why", MORNING)))
                    .decide(ERP, EVENING.at())).isEqualTo(GrantRuling.allowed());
        }
    }

    @Test
    void anExceptionHasAnEndOfItsOwn() {
        GrantRule rule = rule(NOON, GrantScope.ALL, List.of(), List.of(new GrantExemption("erp", "why", EVENING)));

        GrantRuling between = rule.decide(ERP, NOON.at());
        assertThat(between).isEqualTo(new GrantRuling(Outcome.DEPRECATED, EVENING, PAGE));
        assertThat(rule.decide(ERP, EVENING.at().minusMillis(1)).outcome()).isEqualTo(Outcome.DEPRECATED);
        assertThat(rule.decide(ERP, EVENING.at())).isEqualTo(new GrantRuling(Outcome.ENDED, EVENING, PAGE));
        assertThat(rule.decide(new Requester("other", false, false), NOON.at()).outcome()).isEqualTo(Outcome.ENDED);
    }

    @Test
    void anExceptionNeverEndsBeforeTheOthers() {
        GrantRule rule = rule(NOON, GrantScope.ALL, List.of(), List.of(new GrantExemption("erp", "why", MORNING)));

        assertThat(rule.decide(ERP, MORNING.at())).isEqualTo(new GrantRuling(Outcome.DEPRECATED, NOON, PAGE));
    }

    @Test
    void leavesTheLifelineAloneUnlessItIsNamed() {
        for (GrantScope scope : GrantScope.values()) {
            assertThat(rule(NOON, scope, List.of(), List.of()).decide(LIFELINE, EVENING.at()).outcome())
                    .isEqualTo(Outcome.ALLOWED);
        }
        assertThat(new GrantRule(PasswordGrants.DEFAULT, NOON, null).decide(LIFELINE, EVENING.at()).outcome())
                .isEqualTo(Outcome.ALLOWED);
        for (GrantScope scope : List.of(GrantScope.ALL, GrantScope.SELECTED)) {
            assertThat(rule(NOON, scope, List.of("admin-cli"), List.of()).decide(LIFELINE, EVENING.at()).outcome())
                    .isEqualTo(Outcome.ENDED);
        }
    }

    @Test
    void aPolicysOwnCutoffAndPageComeBeforeTheRealms() {
        PasswordGrants realm = rule(EVENING, GrantScope.SELECTED, List.of(),
                List.of(new GrantExemption("erp", "why", EVENING))).grants();

        assertThat(new GrantRule(realm, NOON, "https://own.example.org/").decide(ERP, NOON.at()))
                .isEqualTo(new GrantRuling(Outcome.ENDED, NOON, "https://own.example.org/"));
        assertThat(new GrantRule(realm, NOON, null).decide(ERP, NOON.at()).documentationUrl()).isEqualTo(PAGE);
    }

    @Test
    void saysWhenAndWhatInstead() {
        assertThat(rule(NOON, GrantScope.ALL, List.of(), List.of()).decide(ERP, NOON.at()).description()).isEqualTo(
                "Password grants ended on 2026-11-13T10:00:00-02:00. Use an appKey and appToken: "
                        + "https://example.org/page");
        assertThat(new GrantRuling(Outcome.ENDED, NOON, null).description()).isEqualTo(
                "Password grants ended on 2026-11-13T10:00:00-02:00. Use an appKey and appToken");
    }

    private static GrantRule rule(Cutoff cutoff, GrantScope scope, List<String> clients,
            List<GrantExemption> exceptions) {
        return new GrantRule(new PasswordGrants(true, cutoff, scope, clients, exceptions, PAGE, 90), null, null);
    }
}
