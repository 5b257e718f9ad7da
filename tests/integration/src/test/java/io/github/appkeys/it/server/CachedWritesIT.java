package io.github.appkeys.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.Secrets;
import io.github.appkeys.harness.ServerLog;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * After all other tests: each transaction that wrote a pair, an appToken or a claim link has told the cache, as the
 * statements in the servers' whole logs show.
 */
@ExtendWith(KeycloakExtension.class)
class CachedWritesIT {

    private static final Pattern RECORD =
            Pattern.compile("^\\d{4}-\\d\\d-\\d\\d \\S+ \\w+ +\\[([\\w.]+)] \\(([^)]+)\\) (.*)");
    private static final Pattern WRITE =
            Pattern.compile("(?:update|insert into|delete from) APP_KEY_(?:PAIR|TOKEN|CLAIM)\\b.*");
    /** The writer of last uses changes nothing that an exchange depends on. */
    private static final Pattern LAST_USE = Pattern.compile("update \\w+ \\w+ set LAST_USED_AT=.*");
    /** Rows that a node of an older version added are completed by a task: nothing that an exchange depends on. */
    private static final Pattern COMPLETION =
            Pattern.compile("update APP_KEY_PAIR \\w+ set (?:LAST_USED_FROM|SERVICE_ACCOUNT)=\\(select .*");
    /** With a realm, Keycloak drops all that is cached of it. */
    private static final Pattern WHOLE_REALM = Pattern.compile("delete from .*\\bREALM_ID=\\?\\)?");
    /** The start of a server fills new columns when nothing is cached yet. */
    private static final String START = "main";

    @Test
    void eachWriteHasToldTheCache(KeycloakServer server) {
        TestRealm.enabled(server).linkedPair();
        Transactions transactions = new Transactions();

        Secrets.logsOfTheRun().stream().map(ServerLog::lines).forEach(lines -> lines.forEach(transactions::read));

        assertThat(transactions.untold).isEmpty();
        assertThat(transactions.told).as("transactions with writes").isPositive();
    }

    /** The transactions of each thread, the innermost last, as Keycloak's log tells of them. */
    private static final class Transactions {

        private final Map<String, Deque<Transaction>> open = new HashMap<>();
        private final List<String> untold = new ArrayList<>();
        private long told;

        void read(String line) {
            Matcher matcher = RECORD.matcher(line);
            if (!matcher.matches() || matcher.group(2).equals(START)) {
                return;
            }
            Deque<Transaction> ofThread = open.computeIfAbsent(matcher.group(2), thread -> new ArrayDeque<>());
            String logger = matcher.group(1);
            String message = matcher.group(3);
            if (logger.endsWith(".JtaTransactionWrapper")) {
                boundary(ofThread, message);
            } else if (!ofThread.isEmpty() && logger.endsWith(".CacheEvictions")) {
                ofThread.peek().told = true;
            } else if (!ofThread.isEmpty() && WRITE.matcher(message).matches()
                    && !LAST_USE.matcher(message).matches() && !COMPLETION.matcher(message).matches()
                    && !WHOLE_REALM.matcher(message).matches()) {
                ofThread.peek().write = message;
            }
        }

        private void boundary(Deque<Transaction> ofThread, String message) {
            if (message.startsWith("new JtaTransactionWrapper")) {
                ofThread.push(new Transaction());
            } else if (message.startsWith("JtaTransactionWrapper rollback") && !ofThread.isEmpty()) {
                ofThread.peek().write = null;
            } else if (message.startsWith("JtaTransactionWrapper end") && !ofThread.isEmpty()) {
                Transaction ended = ofThread.pop();
                if (ended.write != null && ended.told) {
                    told++;
                } else if (ended.write != null) {
                    untold.add(ended.write);
                }
            }
        }
    }

    private static final class Transaction {

        private String write;
        private boolean told;
    }
}
