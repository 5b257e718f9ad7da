package io.github.appkeys.it.settings;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Parallel;
import io.github.appkeys.it.support.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Concurrent updates of the settings: none is lost, and a version makes a conflict visible. */
@ExtendWith(KeycloakExtension.class)
class SettingsVersionIT {

    @Test
    void anUpdateWithAnOutdatedVersionIsAConflict(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        ObjectNode ada = (ObjectNode) Settings.of(own);
        ObjectNode bob = ada.deepCopy();
        ada.put("idleDays", 11);
        bob.put("requireRole", false);

        expect(204, Settings.put(own, ada.toString()));
        Http.Response late = expect(409, Settings.put(own, bob.toString()));

        assertThat(late.field("errorMessage")).contains("Somebody else changed the settings");
        assertThat(Settings.of(own).path("requireRole").asBoolean()).isTrue();
        assertThat(Settings.of(own).path("idleDays").asInt()).isEqualTo(11);
        bob.put("version", Settings.of(own).path("version").asText()).put("idleDays", 11);
        expect(204, Settings.put(own, bob.toString()));
        assertThat(expect(400, Settings.put(own, Map.of("version", 1))).field("errorMessage"))
                .contains("version must be a text");
        expect(204, Settings.put(own, Json.of("version", null, "idleDays", 12)));
        expect(409, Settings.put(own, Map.of("version", "", "idleDays", 13)));
    }

    @Test
    void aChangeOfTheComponentOutdatesTheVersion(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        JsonNode read = Settings.of(own);
        ObjectNode component = Settings.component(own);
        ((ObjectNode) component.path("config")).putArray("idleDays").add("5");
        expect(204, own.admin.put(own.path("/components/" + component.path("id").asText()), component));

        expect(409, Settings.put(own, read.toString()));
        assertThat(Settings.of(own).path("idleDays").asInt()).isEqualTo(5);
    }

    @Test
    void oneOfManyParallelUpdatesWithTheSameVersionSucceeds(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        String version = Settings.of(own).path("version").asText();
        String token = own.admin.accessToken();

        List<Http.Response> responses = Parallel.atOnce(IntStream.range(1, 9)
                .mapToObj(i -> (Callable<Http.Response>) () ->
                        Settings.put(own, token, Map.of("version", version, "idleDays", i))).toList());

        assertThat(responses).extracting(Http.Response::status).containsOnlyOnce(204)
                .allMatch(status -> status == 204 || status == 409);
    }

    /** Each changes another field, and each that is answered 204 is found in the settings, in every round. */
    @Test
    void parallelUpdatesWithoutVersionDoNotOverwriteEachOther(KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        int accepted = 0;
        for (int round = 1; round <= 8; round++) {
            JsonNode before = Settings.of(own);
            List<JsonNode> bodies = Stream.of(Map.of("idleDays", round), Map.of("claimLinkSeconds", 60 + round),
                    Map.of("defaultOverlapSeconds", round), Map.of("passwordGrants", Map.of("retentionDays", round)),
                    Map.of("requireRole", round % 2 == 0)).map(Json::tree).toList();
            String token = own.admin.accessToken();
            List<Http.Response> responses = Parallel.atOnce(bodies.stream()
                    .map(body -> (Callable<Http.Response>) () -> Settings.put(own, token, body)).toList());
            JsonNode after = Settings.of(own);
            for (int i = 0; i < bodies.size(); i++) {
                int status = responses.get(i).status();
                assertThat(status).as(responses.get(i).body()).isIn(204, 409);
                JsonNode wanted = bodies.get(i);
                assertThat(flat(after, wanted)).as("round %d, %d for %s", round, status, wanted)
                        .isEqualTo(status == 204 ? flat(wanted, wanted) : flat(before, wanted));
                accepted += status == 204 ? 1 : 0;
            }
        }
        assertThat(accepted).isGreaterThanOrEqualTo(8);
    }

    /** The one field that a body has, of some settings. */
    private static JsonNode flat(JsonNode settings, JsonNode body) {
        String field = body.fieldNames().next();
        return body.path(field).isObject() ? flat(settings.path(field), body.path(field)) : settings.path(field);
    }
}
