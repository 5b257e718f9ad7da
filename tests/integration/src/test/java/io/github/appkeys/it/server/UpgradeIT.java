package io.github.appkeys.it.server;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Database;
import io.github.appkeys.harness.DistributionServer;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.TestClaim;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Archives;
import io.github.appkeys.it.support.FirstVersion;
import io.github.appkeys.it.support.Listed;
import io.github.appkeys.it.support.Settings;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database of version 0.1.0 is taken over: what was made there goes on, on each database. */
@Tag("servers")
class UpgradeIT {

    private final List<TestPair> pairs = new ArrayList<>();
    private TestRealm realm;
    private TestClaim claim;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres", "mariadb"})
    void whatTheFirstVersionMadeGoesOn(String vendor) {
        Assumptions.assumeFalse("container".equals(System.getProperty("backend")), "a server of our own is a process");
        Database database = database(vendor);
        FirstVersion.restore(database);
        try (DistributionServer server = KeycloakExtension.startOwn("upgrade-" + vendor, database)) {
            read(server, database);

            everyPairIsAsItWas();
            theRenewalCanBeFinished();
            theClaimLinkCanBeUsed();
            theClientSecretOfAnAdoptedClientWorksOn();
            newActsSucceed();
            assertThat(server.log().lines()).noneMatch(line -> line.contains(" ERROR "));
        }
    }

    private void read(DistributionServer server, Database database) {
        realm = TestRealm.existing(server, "shop");
        for (JsonNode each : FirstVersion.pairs(database)) {
            if (each.has("appToken")) {
                pairs.add(TestPair.of(realm, each));
            } else {
                String url = each.path("claimUrl").asText();
                claim = new TestClaim(realm, server.url() + url.substring(url.indexOf("/realms/")), each);
            }
        }
    }

    /** The last appToken of an appKey, or the one before. */
    private TestPair pair(String appKey, int before) {
        List<TestPair> all = pairs.stream().filter(pair -> pair.appKey().equals(appKey)).toList();
        return all.get(all.size() - 1 - before);
    }

    private void everyPairIsAsItWas() {
        assertThat(Settings.of(realm).path("enabled").asBoolean()).isTrue();
        assertThat(Settings.of(realm).path("idleDays").asInt()).isEqualTo(77);
        assertThat(Listed.appKeys(realm, "")).containsExactlyInAnyOrder("active", "renewing", "disabled", "roleless",
                "dated", "replaced", "by-link", "wms");
        JsonNode active = pair("active", 0).get();
        assertThat(active.path("label").asText()).isEqualTo("Active \u00e9");
        assertThat(active.path("description").asText()).isEqualTo("two\nlines");
        assertThat(active.path("contact").asText()).isEqualTo("erp@example.org");
        assertThat(active.path("allowedNetworks")).hasSize(2);
        assertThat(active.path("tokens").path(0).path("hint").isNull()).as("not kept in 0.1.0").isTrue();
        expect(200, pair("active", 0).exchange());
        expect(200, pair("dated", 0).exchange());
        assertThat(pair("dated", 0).get().path("tokens").path(0).path("expiresAt").asText())
                .isEqualTo("2099-01-01T00:00:00Z");
        expect(401, pair("disabled", 0).exchange());
        pair("disabled", 0).update(Map.of("enabled", true));
        expect(200, pair("disabled", 0).exchange());
        expect(400, pair("roleless", 0).exchange());
        expect(401, pair("replaced", 1).exchange());
        expect(200, pair("replaced", 0).exchange());
    }

    private void theRenewalCanBeFinished() {
        expect(200, pair("renewing", 1).exchange());
        expect(200, pair("renewing", 0).exchange());
        expect(204, realm.admin.post(pair("renewing", 0).path("/renewal/finish"), ""));
        expect(401, pair("renewing", 1).exchange());
        expect(200, pair("renewing", 0).exchange());
    }

    private void theClaimLinkCanBeUsed() {
        TestPair claimed = claim.revealed();
        expect(200, claimed.exchange());
        assertThat(claimed.listed().path("hint").asText()).isNotEmpty();
    }

    private void theClientSecretOfAnAdoptedClientWorksOn() {
        expect(200, realm.tokenRequest(Map.of("grant_type", "client_credentials", "client_id", "wms",
                "client_secret", "wms-secret-of-0-1-0")).send());
        expect(200, pair("wms", 0).exchange());
    }

    private void newActsSucceed() {
        expect(200, realm.linkedPair().exchange());
        expect(200, pair("active", 0).renewed(Map.of("overlapSeconds", 0)).exchange());
        TestRealm other = TestRealm.enabled(realm.server);
        Http.Response archive = Archives.json(realm, "?search=dated");
        expect(200, Archives.imports(other, archive.body(), false));
        expect(200, other.exchange("dated", pair("dated", 0).appToken()));
    }

    private static Database database(String vendor) {
        try {
            return switch (vendor) {
                case "postgres" -> Database.postgres("app_keys_test_upgrade");
                case "mariadb" -> Database.mariadb("app_keys_test_upgrade", "");
                default -> Database.h2(Path.of(System.getProperty("keycloak.work")).toAbsolutePath()
                        .resolve("upgrade-from-h2-" + System.nanoTime()));
            };
        } catch (IllegalStateException e) {
            return Assumptions.abort("no " + vendor + " on this host");
        }
    }
}
