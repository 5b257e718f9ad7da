package io.github.appkeys.it.server;

import static io.github.appkeys.harness.TestRealm.expect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.appkeys.harness.Database;
import io.github.appkeys.harness.DistributionServer;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.TcpProxy;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A reader on one server has its snapshot of the database (REPEATABLE READ of MariaDB) and has put nothing into the
 * cache yet, while the other server revokes the appToken.
 */
@Tag("servers")
class CacheRaceIT {

    private static final String[] OPTIONS = {"--cache=ispn", "--cache-embedded-network-bind-address=127.0.0.1",
        // only evictions end what is cached
        "--spi-client-authenticator--app-key--credentials-max-age=3600"};
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final List<DistributionServer> SERVERS = new ArrayList<>();
    private static TcpProxy proxy;
    private static TestRealm reader;
    private static TestRealm revoker;

    @BeforeAll
    static void start() {
        Assumptions.assumeFalse("container".equals(System.getProperty("backend")), "servers of our own are processes");
        Database database = database();
        proxy = new TcpProxy(3306);
        SERVERS.add(KeycloakExtension.startOwn("cache-race-1", database, OPTIONS));
        SERVERS.add(KeycloakExtension.startOwn("cache-race-2", database.through(proxy), OPTIONS));
        revoker = TestRealm.enabled(SERVERS.get(0));
        reader = revoker.on(SERVERS.get(1));
    }

    @AfterAll
    static void stop() {
        SERVERS.forEach(DistributionServer::close);
        if (proxy != null) {
            proxy.close();
        }
    }

    /** @param reading which of the readings of an exchange is held: the first one answers it, the second is cached */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void whatWasRevokedInTheMeantimeIsNotCached(int reading) {
        TestPair pair = revoker.linkedPair();
        String token = pair.get().path("tokens").path(0).path("id").asText();
        TcpProxy.Hold answer = proxy.holdAnswerTo("from CLIENT ce1_0 join APP_KEY_PAIR", reading);
        CompletableFuture<Http.Response> early = CompletableFuture.supplyAsync(
                () -> reader.exchange(pair.appKey(), pair.appToken()));
        answer.awaitReached(LONGEST);
        expect(204, revoker.admin.delete(pair.path("/tokens/" + token)));
        answer.release();
        early.join();

        expect(401, reader.exchange(pair.appKey(), pair.appToken()));
        expect(401, reader.exchange(pair.appKey(), pair.appToken()));
    }

    private static Database database() {
        try {
            return Database.mariadb("app_keys_test_race", "CHARACTER SET utf8mb4");
        } catch (IllegalStateException e) {
            return Assumptions.abort("no MariaDB on this host");
        }
    }
}
