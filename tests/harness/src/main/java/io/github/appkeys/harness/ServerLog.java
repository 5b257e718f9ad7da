package io.github.appkeys.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The log of a server, in a file. */
public final class ServerLog {

    private static final int TAIL_LINES = 120;

    private final Path file;

    ServerLog(Path file) {
        this.file = file;
    }

    /** Where it is. */
    public Path file() {
        return file;
    }

    /** How much there is by now, for {@link #since}. */
    public long mark() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines that came after a mark. */
    public List<String> since(long mark) {
        try (var channel = Files.newByteChannel(file)) {
            var stream = java.nio.channels.Channels.newInputStream(channel.position(mark));
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The SQL statements that requests caused after a mark. Scheduled tasks run in threads of another name. */
    public List<String> statementsSince(long mark) {
        return since(mark).stream().filter(line -> line.contains("[org.hibernate.SQL]") && line.contains("(executor-"))
                .toList();
    }

    /** All lines, read as they are needed. */
    public Stream<String> lines() {
        try {
            return Files.lines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines that say more than TRACE does. */
    public String tail() {
        try (Stream<String> lines = lines()) {
            List<String> telling = lines.filter(line -> !line.contains(" TRACE ") && !line.contains(" DEBUG "))
                    .toList();
            return String.join("\n", telling.subList(Math.max(0, telling.size() - TAIL_LINES), telling.size()));
        }
    }
}
