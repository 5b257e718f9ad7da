package io.github.appkeys.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.Secrets;
import io.github.appkeys.harness.ServerLog;
import io.github.appkeys.harness.TestClaim;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** After all other tests: the whole logs of the servers that they shared, at TRACE, hold no secret. */
@ExtendWith(KeycloakExtension.class)
class LogSecrecyIT {

    /** What follows the mark of an appToken, even of a malformed one. */
    private static final Pattern TOKEN = Pattern.compile("apptoken_[0-9A-Za-z]{8,}");
    /** What could be the code of a claim link. */
    private static final Pattern CODE = Pattern.compile("(?<![0-9A-Za-z])[0-9A-Za-z]{43}(?![0-9A-Za-z])");
    private static final Pattern HASH = Pattern.compile("\\b[0-9a-fA-F]{64}\\b");

    @Test
    void theLogHoldsNoAppTokenNoClaimCodeAndNoHash(KeycloakServer server) throws Exception {
        TestRealm realm = TestRealm.enabled(server);
        realm.linkedPair().exchange();
        TestClaim claim = realm.claimablePair("by link");
        claim.open();
        claim.revealed().exchange();
        claim.reveal();
        QuotedRequests.send(realm, realm.claimablePair("by another link"));
        Set<String> hashes = new TreeSet<>();
        Set<String> secrets = Secrets.ofTheRun();
        for (String secret : secrets) {
            hashes.add(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(secret.getBytes(StandardCharsets.US_ASCII))));
        }
        List<String> found = new ArrayList<>();

        long lines = 0;
        for (ServerLog log : Secrets.logsOfTheRun()) {
            lines += log.lines().peek(line -> {
                Matcher hash = HASH.matcher(line);
                boolean code = CODE.matcher(line).results().anyMatch(match -> secrets.contains(match.group()));
                if (code || TOKEN.matcher(line).find() || hash.find() && hashes.contains(hash.group().toLowerCase())) {
                    found.add(line);
                }
            }).filter(line -> line.contains(" TRACE [")).count();
        }

        assertThat(found).isEmpty();
        assertThat(hashes).isNotEmpty();
        assertThat(lines).as("lines at TRACE").isPositive();
        assertThat(server.log().lines()).as("a request that Keycloak quotes")
                .anyMatch(line -> line.contains("apptoken_***"));
        assertThat(server.log().lines()).as("our own code logs, too").anyMatch(line ->
                line.contains("[io.github.appkeys"));
    }
}
