package io.github.appkeys.it.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.appkeys.harness.Secrets;

/** What must hold for each answer, and how often each kind of request had which answer. */
final class Findings {

    private static final Pattern TOKEN = Pattern.compile("apptoken_[0-9A-Za-z]{49}");
    /** So many of each kind are shown. */
    private static final int MOST = 6;

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final Map<String, Queue<String>> faults = new ConcurrentHashMap<>();

    /** @param number of the request, to send it again */
    void judge(long number, Sent sent, Wire.Answer answer) {
        counts.merge(sent.kind() + " " + answer.status(), 1, Integer::sum);
        Matcher token = TOKEN.matcher(answer.text());
        if (token.find()) {
            if (sent.creates() && answer.isSuccess()) {
                Secrets.remember(token.group());
            } else {
                fault("an appToken in the answer", number, sent, answer);
            }
        }
        Optional<KeycloaksOwn> own = KeycloaksOwn.of(sent);
        if (answer.status() >= 500 && own.isPresent()) {
            counts.merge("Keycloak's own: " + own.get(), 1, Integer::sum);
        } else if (answer.status() >= 500) {
            fault("an error of the server", number, sent, answer);
        }
        if (answer.status() < 0) {
            fault("no answer", number, sent, answer);
        }
        if (answer.isSuccess() && !sent.mayPass()) {
            fault("a success without the right", number, sent, answer);
        }
    }

    List<String> faults() {
        return faults.values().stream().flatMap(kind -> kind.stream().limit(MOST)).toList();
    }

    /** How often a kind of request had an answer of a status. */
    Map<String, Integer> counts() {
        return counts;
    }

    /** Errors that the server logged, where our code is in the stack trace. */
    static List<String> ofOurs(Stream<String> log) {
        List<String> found = new ArrayList<>();
        String[] error = {null};
        log.forEach(line -> {
            if (!line.startsWith("\t") && !line.startsWith("Caused by:")) {
                error[0] = line.contains(" ERROR [") ? line : null;
            } else if (error[0] != null && line.contains("io.github.appkeys.")) {
                found.add(error[0] + "\n" + line);
                error[0] = null;
            }
        });
        return found;
    }

    /** Whether some answer came from behind the check of rights, so that fuzzing did not end at it. */
    boolean reached(String kind) {
        return Stream.of("200", "201", "204", "400", "404", "409").anyMatch(status ->
                counts.containsKey(kind + " " + status));
    }

    boolean succeeded(String kind) {
        return counts.keySet().stream().anyMatch(key -> key.startsWith(kind + " 2"));
    }

    private void fault(String what, long number, Sent sent, Wire.Answer answer) {
        String text = answer.text();
        faults.computeIfAbsent(what, kind -> new ConcurrentLinkedQueue<>()).add("\n### " + what + ", request "
                + number + "\n" + sent + "\n--- " + answer.status() + "\n"
                + text.substring(0, Math.min(text.length(), 1200)));
    }
}
