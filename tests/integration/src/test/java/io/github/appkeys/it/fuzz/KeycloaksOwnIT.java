package io.github.appkeys.it.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.appkeys.harness.DistributionServer;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@link FuzzIT} leaves to Keycloak is answered with 500 by a Keycloak that never had our jar. */
@Tag("servers")
class KeycloaksOwnIT {

    private static final String TOKEN = "/realms/master/protocol/openid-connect/token";

    @Test
    void aKeycloakWithoutTheJarAnswersThemWith500() {
        Assumptions.assumeFalse("container".equals(System.getProperty("backend")), "a server of our own is a process");
        Map<KeycloaksOwn, Sent> requests = Map.of(
                KeycloaksOwn.CONTENT_TYPE_THAT_IS_NONE, post("Content-Type: none", "a=b"),
                KeycloaksOwn.UNKNOWN_CHARSET, post("Content-Type: " + TestRealm.FORM + ";charset=none", "a=%20"),
                KeycloaksOwn.BROKEN_PERCENT_IN_FORM, post("Content-Type: " + TestRealm.FORM, "a=%zz"),
                KeycloaksOwn.ACCEPT_THAT_IS_NONE, get("Accept: none"));
        assertThat(requests).hasSameSizeAs(Arrays.asList(KeycloaksOwn.values()));
        requests.forEach((own, sent) -> assertThat(KeycloaksOwn.of(sent)).contains(own));

        try (DistributionServer stock = KeycloakExtension.startStock("keycloaks-own", null, "--log-level=info")) {
            Map<KeycloaksOwn, Integer> statuses = requests.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> status(stock, entry.getValue())));

            assertThat(statuses).allSatisfy((own, status) -> assertThat(status).isEqualTo(500));
        }
    }

    private static int status(DistributionServer server, Sent sent) {
        try (Wire wire = new Wire(URI.create(server.url()))) {
            return wire.send(sent).status();
        }
    }

    private static Sent post(String header, String body) {
        return new Sent("token endpoint", "anonymous", "POST", TOKEN, List.of(header),
                body.getBytes(StandardCharsets.UTF_8), false, false);
    }

    private static Sent get(String header) {
        return new Sent("account console", "anonymous", "GET", "/realms/master/account", List.of(header), null, false,
                false);
    }
}
