package io.github.appkeys.it.power;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.NamedRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An appToken of a pair with powerful roles was stopped, and the caller has it. What makes it work again needs the
 * right to hand out these roles; what stops it does not.
 */
@ExtendWith(KeycloakExtension.class)
class ReopeningIT {

    private static final String ELSEWHERE = "203.0.113.0/24";
    private static final Map<String, ?> MANAGE_USERS = Map.of("name", "manage-users", "client", "realm-management");

    private static NamedRole named;
    private static TestRealm realm;
    private static AdminApi keeper;
    private static AdminApi neighbour;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        named = new NamedRole(server);
        realm = named.realm;
        keeper = realm.administrator("keeper", "a password", "manage-app-keys", "renew-app-tokens");
        neighbour = TestRealm.enabled(server).administrator("neighbour", "a password", "realm-admin");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDisabledPairIsEnabled(boolean byName) {
        TestPair pair = powerful(byName);
        expect(204, keeper.put(pair.path(""), Map.of("enabled", true, "label", "still enabled")));
        expect(204, keeper.put(pair.path(""), Map.of("enabled", false)));

        expect(403, keeper.put(pair.path(""), Map.of("enabled", true)));
        expect(403, neighbour.put(pair.path(""), Map.of("enabled", true)));

        expect(204, keeper.put(pair.path(""), Map.of("label", "still disabled", "enabled", false)));
        assertThat(named.resetsAPassword(pair)).isFalse();
        pair.update(Map.of("enabled", true));
        assertThat(named.resetsAPassword(pair)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void networksAreLifted(boolean byName) {
        TestPair pair = powerful(byName);
        expect(204, keeper.put(pair.path(""), Map.of("allowedNetworks", List.of(ELSEWHERE))));

        expect(403, keeper.put(pair.path(""), Map.of("allowedNetworks", List.of())));
        expect(403, keeper.put(pair.path(""), Map.of("allowedNetworks", List.of(ELSEWHERE, "127.0.0.1"))));
        expect(403, neighbour.put(pair.path(""), Map.of("allowedNetworks", List.of())));

        expect(204, keeper.put(pair.path(""), Map.of("allowedNetworks", List.of("203.0.113.128/25", "203.0.113.7"))));
        assertThat(named.resetsAPassword(pair)).isFalse();
        pair.update(Map.of("allowedNetworks", List.of()));
        assertThat(named.resetsAPassword(pair)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRenewalIsUndone(boolean byName) {
        TestPair old = powerful(byName);
        TestPair renewed = old.renewed(Map.of("overlapSeconds", 3600));
        String finishAt = old.listed().path("expiresAt").asText();

        expect(403, keeper.delete(old.path("/renewal")));
        expect(403, keeper.delete(old.path("/tokens/" + renewed.listed().path("id").asText())));
        expect(403, neighbour.delete(old.path("/renewal")));

        assertThat(old.listed().path("expiresAt").asText()).isEqualTo(finishAt);
        expect(204, keeper.post(old.path("/renewal/finish"), ""));
        assertThat(named.resetsAPassword(old)).isFalse();
        expect(204, keeper.delete(old.path("/tokens/" + renewed.listed().path("id").asText())));
        assertThat(named.resetsAPassword(renewed)).isFalse();
    }

    @Test
    void aPairWithoutPowerfulRolesIsLeftToItsKeeper() {
        TestPair pair = realm.linkedPair();
        expect(204, keeper.put(pair.path(""), Map.of("enabled", false, "allowedNetworks", List.of(ELSEWHERE))));
        expect(204, keeper.put(pair.path(""), Map.of("enabled", true, "allowedNetworks", List.of())));
        pair.renewed(Map.of("overlapSeconds", 3600));
        expect(204, keeper.delete(pair.path("/renewal")));
        expect(200, pair.exchange());
    }

    private static TestPair powerful(boolean byName) {
        return named.powerful(byName ? NamedRole.OUTER : MANAGE_USERS);
    }
}
