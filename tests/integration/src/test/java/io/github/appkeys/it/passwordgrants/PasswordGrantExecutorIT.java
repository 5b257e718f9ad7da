package io.github.appkeys.it.passwordgrants;

import static io.github.appkeys.harness.TestRealm.expect;
import static io.github.appkeys.it.support.PasswordGrants.ENDED;
import static io.github.appkeys.it.support.PasswordGrants.FUTURE;
import static io.github.appkeys.it.support.PasswordGrants.PAGE;
import static io.github.appkeys.it.support.PasswordGrants.PAST;
import static io.github.appkeys.it.support.PasswordGrants.grant;
import static io.github.appkeys.it.support.PasswordGrants.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.OtherLogins;
import io.github.appkeys.it.support.ServerVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The executor of password grants in client policies that an administrator added by hand. */
@ExtendWith(KeycloakExtension.class)
class PasswordGrantExecutorIT {

    private static final String NO_CONDITION = "the condition client-access-type abstains at password grants";

    @Test
    void anExecutorAddedByHandAppliesToTheClientsOfItsPolicy(KeycloakServer server) {
        ServerVersion.assumeAtLeast(7, NO_CONDITION);
        TestRealm plain = TestRealm.plain(server);
        OtherLogins.prepare(plain);
        byHand(plain, Map.of("cutoff", PAST, "documentation-url", PAGE), List.of());

        assertThat(expect(400, grant(plain, "shop")).field("error_description"))
                .isEqualTo(ENDED.formatted(PAST));
        assertThat(outcome(grant(plain, "erp"))).isEqualTo("ALLOWED");
        OtherLogins.assertAllWork(plain);
        for (Map<String, ?> bad : List.of(Map.of("cutoff", "2026-01-31T09:00:00"), Map.of("cutoff", "soon"),
                Map.of("documentation-url", "docs"))) {
            expect(400, profile(plain, bad, List.of()));
        }
    }

    @Test
    void anExecutorAddedByHandCanApplyToAllClients(KeycloakServer server) {
        TestRealm plain = TestRealm.plain(server);
        OtherLogins.prepare(plain);
        byHand(plain, Map.of("cutoff", PAST, "documentation-url", PAGE), List.of(),
                Map.of("condition", "any-client", "configuration", Map.of()));

        for (String client : List.of("shop", "erp")) {
            assertThat(expect(400, grant(plain, client)).field("error_description")).isEqualTo(ENDED.formatted(PAST));
        }
    }

    @Test
    void ofTwoPoliciesTheEarlierCutoffApplies(KeycloakServer server) {
        ServerVersion.assumeAtLeast(7, NO_CONDITION);
        TestRealm own = TestRealm.enabled(server);
        OtherLogins.prepare(own);
        List<Object> managed = new ArrayList<>();
        own.admin.get(own.path("/client-policies/profiles")).json().path("profiles").forEach(managed::add);
        own.settings(Map.of("passwordGrants", Map.of("cutoff", FUTURE, "documentationUrl", PAGE)));

        byHand(own, Map.of("cutoff", "2035-01-01T00:00:00Z"), managed);
        assertThat(grant(own, "shop").header("Sunset"))
                .isEqualTo("Mon, 01 Jan 2035 00:00:00 GMT");
        assertThat(grant(own, "erp").header("Sunset")).startsWith("Thu, 13 Nov 2036");
        byHand(own, Map.of("cutoff", "2037-01-01T00:00:00Z"), managed);
        assertThat(grant(own, "shop").header("Sunset")).startsWith("Thu, 13 Nov 2036");
        byHand(own, Map.of("cutoff", PAST), managed);
        assertThat(expect(400, grant(own, "shop")).field("error_description"))
                .as("with the page of the realm").isEqualTo(ENDED.formatted(PAST));
        assertThat(own.lastEvent().path("details").path("password_grant").asText()).isEqualTo("ended");
    }

    /** Beside what else the realm has: for its public clients. */
    private static void byHand(TestRealm where, Map<String, ?> configuration, List<?> others) {
        byHand(where, configuration, others, Map.of("condition", "client-access-type",
                "configuration", Map.of("type", List.of("public"))));
    }

    private static void byHand(TestRealm where, Map<String, ?> configuration, List<?> others, Object condition) {
        expect(204, profile(where, configuration, others));
        List<Object> policies = new ArrayList<>();
        where.admin.get(where.path("/client-policies/policies")).json().path("policies").forEach(policy -> {
            if (!policy.path("name").asText().equals("by hand")) {
                policies.add(policy);
            }
        });
        policies.add(Map.of("name", "by hand", "enabled", true, "profiles", List.of("by hand"), "conditions",
                List.of(condition)));
        expect(204, where.admin.put(where.path("/client-policies/policies"), Map.of("policies", policies)));
    }

    private static Http.Response profile(TestRealm where, Map<String, ?> configuration, List<?> others) {
        List<Object> profiles = new ArrayList<>(others);
        profiles.add(Map.of("name", "by hand", "executors", List.of(Map.of("executor", "app-key-password-grant",
                "configuration", configuration))));
        return where.admin.put(where.path("/client-policies/profiles"), Map.of("profiles", profiles));
    }
}
