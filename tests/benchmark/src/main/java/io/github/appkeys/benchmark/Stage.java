package io.github.appkeys.benchmark;

import static io.github.appkeys.harness.TestRealm.expect;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.github.appkeys.harness.Database;
import io.github.appkeys.harness.DistributionServer;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;

/**
 * Two servers that differ in our jar alone, each with two realms: one that hashes passwords as Keycloak does by
 * default, and one that does it so cheaply that the rest of a password grant shows. Neither keeps events, as Keycloak
 * does not by default.
 */
final class Stage implements AutoCloseable {

    static final String CLIENT = "stock-client";
    static final String SECRET = "stock-secret";
    static final String PASSWORD = "a password";
    static final int USERS = 20;

    /** A side: its server, and its realms. */
    record Side(DistributionServer server, TestRealm realm, TestRealm cheap) {
    }

    private static final String CHEAP = "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)";

    final Side stock;
    final Side ours;
    final TestPair pair;

    /** @param work a folder for both, new */
    Stage(Path distribution, Path jar, Path work) {
        DistributionServer plain = start(distribution, work.resolve("stock"), List.of());
        DistributionServer extended = start(distribution, work.resolve("ours"), List.of(jar));
        this.stock = new Side(plain, filled(TestRealm.plain(plain), ""), filled(TestRealm.plain(plain), CHEAP));
        this.ours = new Side(extended, filled(TestRealm.enabled(extended), ""),
                filled(TestRealm.enabled(extended), CHEAP));
        this.pair = ours.realm().linkedPair();
    }

    static String user(int i) {
        return "user-" + i % USERS;
    }

    /** How many password grants our server has counted and written in a realm. */
    static long counted(TestRealm realm) {
        long counted = 0;
        for (var row : expect(200, realm.admin.get(realm.path("/app-keys/password-grants"))).json().path("rows")) {
            counted += row.path("count").asLong();
        }
        return counted;
    }

    @Override
    public void close() {
        stock.server().close();
        ours.server().close();
    }

    private static DistributionServer start(Path distribution, Path home, List<Path> jars) {
        return DistributionServer.start(distribution, home, jars, Database.h2(home.resolve("data/h2")), 0, List.of());
    }

    private static TestRealm filled(TestRealm realm, String passwordPolicy) {
        expect(204, realm.admin.put(realm.path(""), Map.of("eventsEnabled", false, "adminEventsEnabled", false,
                "passwordPolicy", passwordPolicy)));
        realm.createClient(Map.of("clientId", CLIENT, "secret", SECRET, "publicClient", false,
                "serviceAccountsEnabled", true, "directAccessGrantsEnabled", true));
        for (int i = 0; i < USERS; i++) {
            realm.createUser(user(i), PASSWORD);
        }
        return realm;
    }
}
