package io.github.appkeys.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * Every appToken, and every code of a claim link, that any test ever saw. Each virtual machine of a run keeps them in a
 * file of its own folder, beside the log of its server, so that a last one can look for all of them.
 */
public final class Secrets {

    private static final List<String> SEEN = new CopyOnWriteArrayList<>();
    private static final String FILE = "secrets.txt";
    /** Of a server of a distribution, and of one in a container. */
    private static final List<String> LOGS = List.of("server/data/server.log", "container.log");

    private Secrets() {
    }

    /** Adds one. */
    public static void remember(String secret) {
        SEEN.add(secret);
        Path folder = folder();
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(FILE), secret + "\n", StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of this virtual machine, the first first. */
    public static List<String> seen() {
        return List.copyOf(SEEN);
    }

    /** Those of all virtual machines of the run. */
    public static Set<String> ofTheRun() {
        Set<String> all = new HashSet<>(SEEN);
        for (Path folder : folders()) {
            try (Stream<String> lines = Files.lines(folder.resolve(FILE))) {
                lines.forEach(all::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    /** The logs of all servers that the virtual machines of the run shared. */
    public static List<ServerLog> logsOfTheRun() {
        return folders().stream().flatMap(folder -> LOGS.stream().map(folder::resolve)).filter(Files::exists)
                .map(ServerLog::new).toList();
    }

    /** Forgets what an earlier run left in this folder. */
    static void begin() {
        try {
            Files.deleteIfExists(folder().resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> folders() {
        try (Stream<Path> siblings = Files.list(folder().getParent())) {
            return siblings.filter(sibling -> Files.exists(sibling.resolve(FILE))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        return Path.of(System.getProperty("keycloak.work")).toAbsolutePath();
    }
}
