package io.github.appkeys.it.support;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;

/**
 * The answer to a diagnosis.
 *
 * @param json as it came
 */
public record Diagnosed(JsonNode json) {

    /** A diagnosis of a pair, with an empty body. */
    public static Diagnosed of(TestPair pair) {
        return of(pair, Map.of());
    }

    public static Diagnosed of(TestPair pair, Object body) {
        return new Diagnosed(expect(200, pair.realm().admin.post(pair.path("/diagnosis"), body)).json());
    }

    /** A diagnosis of a pasted pair; null for a half that is missing. */
    public static Diagnosed ofPasted(TestRealm realm, String appKey, String appToken) {
        Map<String, String> body = new HashMap<>();
        body.put("appKey", appKey);
        body.put("appToken", appToken);
        return new Diagnosed(expect(200, realm.admin.post(realm.path("/app-keys/diagnosis"), body)).json());
    }

    /** A pair is accepted, and its diagnosis finds nothing. */
    public static void assertWorksAgain(TestPair pair) {
        expect(200, pair.exchange());
        of(pair).assertHealthy();
    }

    public List<String> errors() {
        return codes("ERROR");
    }

    public List<String> warnings() {
        return codes("WARN");
    }

    /** The finding with a code that is not OK, or the one that is. */
    public String message(String code) {
        JsonNode found = null;
        for (JsonNode finding : json.path("findings")) {
            if (finding.path("code").asText().equals(code)
                    && (found == null || !finding.path("severity").asText().equals("OK"))) {
                found = finding;
            }
        }
        assertThat(found).as("%s in %s", code, json).isNotNull();
        return found.path("message").asText();
    }

    /** The pair works, and there is nothing to look at. */
    public void assertHealthy() {
        assertThat(errors()).as(json.toString()).isEmpty();
        assertThat(warnings()).as(json.toString()).isEmpty();
        assertThat(json.path("verdict").asText()).isEqualTo("ACCEPTED");
    }

    /** The pair is refused for these and nothing else. */
    public void assertRefusedFor(String... codes) {
        assertThat(errors()).as(json.toString()).containsExactlyInAnyOrder(codes);
        assertThat(json.path("verdict").asText()).isEqualTo("REFUSED");
        for (JsonNode finding : json.path("findings")) {
            assertThat(finding.path("fix").isNull()).isEqualTo(finding.path("severity").asText().equals("OK"));
        }
    }

    /** The pair works, with these warnings and no others. */
    public void assertWarnedOf(String... codes) {
        assertThat(warnings()).as(json.toString()).containsExactlyInAnyOrder(codes);
        assertThat(json.path("verdict").asText()).isEqualTo("ACCEPTED");
    }

    private List<String> codes(String severity) {
        List<String> codes = new ArrayList<>();
        json.path("findings").forEach(finding -> {
            if (finding.path("severity").asText().equals(severity)) {
                codes.add(finding.path("code").asText());
            }
        });
        return codes;
    }
}
