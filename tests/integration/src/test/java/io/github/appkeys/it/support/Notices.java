package io.github.appkeys.it.support;

import static io.github.appkeys.harness.TestRealm.expect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;

/** What tests see of notices. */
public final class Notices {

    /** The name of the scheduled task. */
    public static final String TASK = "app-key-notices";

    private Notices() {
    }

    /** A pair whose appToken expires at a moment; the contact may be null. */
    public static TestPair pair(TestRealm realm, Instant expiresAt, String contact) {
        Map<String, String> body = new HashMap<>(Map.of("label", "expires", "expiresAt", expiresAt.toString()));
        if (contact != null) {
            body.put("contact", contact);
        }
        return realm.createPair(body);
    }

    /** The name of the notice that comes so many days before. */
    public static String name(int days) {
        return "EXPIRES_IN_" + days + (days == 1 ? "_DAY" : "_DAYS");
    }

    /** What the events of a pair are about, in the order in which they came. */
    public static List<String> of(TestPair pair) {
        List<String> notices = new ArrayList<>();
        for (JsonNode event : events(pair)) {
            notices.add(0, event.path("details").path("app_key_notice").asText());
        }
        return notices;
    }

    /** The events, newest first. */
    public static JsonNode events(TestPair pair) {
        return expect(200, pair.realm().admin.get(pair.realm().path("/events?type=CLIENT_UPDATE&client="
                + Http.encode(pair.appKey())))).json();
    }

    /** How many notices of a kind a server has sent. */
    public static double counted(KeycloakServer server, int days) {
        String start = "app_key_expiry_notices_total{days=\"" + days + "\"}";
        return expect(200, Http.get(server.managementUrl() + "/metrics").send()).body().lines()
                .filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(line.substring(start.length()).strip()))
                .findFirst().orElseThrow(() -> new AssertionError("No counter " + start));
    }
}
