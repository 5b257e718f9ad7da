package io.github.appkeys.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a server makes out of its distribution and its jars when it starts for the first time, kept beside the
 * distribution for the next server of that kind: Keycloak's build, and an embedded database with its tables. Both
 * take longer than the rest of a start.
 *
 * <p>Keycloak itself compares a build with its options and with the names and times of the jars, and builds anew where
 * they differ. So that it sees other contents, too, a jar's time is made out of them.
 */
final class Prepared {

    private static final String BUILD = "lib/quarkus";

    /** What the first content of a database depends on. */
    private static final List<String> FEATURES = List.of("--features");

    /** What a build depends on. Others need not be told apart: Keycloak does. */
    private static final List<String> BUILD_OPTIONS = List.of("--features", "--cache=", "--db=", "--metrics-enabled",
            "--health-enabled", "--vault=");

    private final Path build;
    private final Path h2;

    private Prepared(Path build, Path h2) {
        this.build = build;
        this.h2 = h2;
    }

    /**
     * @param distribution the unpacked distribution
     * @param providers    the folder with all jars of the server
     * @param options      of {@code kc.sh}
     */
    static Prepared of(Path distribution, Path providers, List<String> options) throws IOException {
        Path folder = Files.createDirectories(distribution.toAbsolutePath().resolveSibling("prepared"));
        String kind = distribution.getFileName() + "\n";
        for (Path jar : jars(providers)) {
            kind += jar.getFileName() + " " + Files.getLastModifiedTime(jar).toMillis() + "\n";
        }
        return new Prepared(folder.resolve("build-" + key(kind, options, BUILD_OPTIONS)),
                folder.resolve("h2-" + key(kind, options, FEATURES) + ".zip"));
    }

    /** Copies a jar to a folder. Its time there tells its content. */
    static void copyJar(Path jar, Path providers) throws IOException {
        byte[] hash = sha256().digest(Files.readAllBytes(jar));
        long seconds = ((hash[0] & 0x3fL) << 24) | ((hash[1] & 0xffL) << 16) | ((hash[2] & 0xffL) << 8)
                | (hash[3] & 0xffL);
        Path copy = providers.resolve(jar.getFileName());
        Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(copy, FileTime.from(Instant.ofEpochSecond(seconds)));
    }

    /** Gives a server that is to start what there is for it. A database that it has is left alone. */
    void giveTo(Path home, Database database) throws IOException {
        if (Files.isDirectory(build)) {
            copyFiles(build, home.resolve(BUILD));
        }
        Optional<Path> file = database.h2File();
        if (file.isPresent() && !Files.exists(file.get()) && Files.exists(h2)) {
            Files.createDirectories(file.get().getParent());
            try (FileSystem zip = FileSystems.newFileSystem(h2)) {
                Files.copy(zip.getPath(file.get().getFileName().toString()), file.get());
            }
        }
    }

    /** Keeps what a server has made, which is ready and was not used yet. Another may be doing the same. */
    void keepFrom(Path home, Database database, boolean newDatabase) throws IOException {
        if (!Files.exists(build)) {
            Path part = part(build);
            copyFiles(home.resolve(BUILD), part);
            keep(part, build);
        }
        if (newDatabase && database.isOpenToTests() && !Files.exists(h2)) {
            Path part = part(h2);
            try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
                statement.execute("BACKUP TO '" + part + "'");
            } catch (SQLException e) {
                throw new IllegalStateException("The new database cannot be kept", e);
            }
            keep(part, h2);
        }
    }

    private static Path part(Path whole) {
        return whole.resolveSibling(whole.getFileName() + "-part-" + ProcessHandle.current().pid());
    }

    /** The one who comes second leaves its part where it is. */
    private static void keep(Path part, Path whole) throws IOException {
        try {
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.exists(whole)) {
                throw e;
            }
        }
    }

    private static String key(String kind, List<String> options, List<String> telling) {
        String all = kind + options.stream().filter(option -> telling.stream().anyMatch(option::startsWith)).sorted()
                .collect(Collectors.joining("\n"));
        return HexFormat.of().formatHex(sha256().digest(all.getBytes(StandardCharsets.UTF_8)), 0, 8);
    }

    private static List<Path> jars(Path providers) throws IOException {
        try (Stream<Path> files = Files.list(providers)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    /** The folder then holds nothing else. */
    private static void copyFiles(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (DirectoryStream<Path> old = Files.newDirectoryStream(to)) {
            for (Path file : old) {
                Files.delete(file);
            }
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from)) {
            for (Path file : files) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
