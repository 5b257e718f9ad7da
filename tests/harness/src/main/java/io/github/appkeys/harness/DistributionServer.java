package io.github.appkeys.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keycloak's own distribution as a process, in development mode. */
public final class DistributionServer implements KeycloakServer {

    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(30);
    /** The last line of a class histogram: instances and bytes. */
    private static final Pattern TOTAL = Pattern.compile("Total +\\d+ +(\\d+)");

    private final Path home;
    private final Database database;
    private final ServerLog log;
    private final int port;
    private final int managementPort;
    private final Process process;

    private DistributionServer(Path home, Database database, int port, List<String> options, String java)
            throws IOException {
        this.home = home;
        this.database = database;
        this.port = port == 0 ? freePort() : port;
        this.log = new ServerLog(Files.createDirectories(home.resolve("data")).resolve("server.log"));
        this.managementPort = freePort();
        this.process = start(options, java);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        awaitReady();
    }

    /**
     * Starts a server and waits until it is ready.
     *
     * @param distribution the unpacked distribution, which is copied
     * @param home         where to; its data is kept where it is there already
     * @param jars         what is put into its providers/
     * @param database     what it works on
     * @param port         0 for a free one
     * @param options      more options of {@code kc.sh start-dev}
     */
    public static DistributionServer start(Path distribution, Path home, List<Path> jars, Database database, int port,
            List<String> options) {
        return start(distribution, home, jars, database, port, options, "");
    }

    /** @param java more options of the virtual machine, as {@code kc.sh} takes them */
    static DistributionServer start(Path distribution, Path home, List<Path> jars, Database database, int port,
            List<String> options, String java) {
        try {
            copy(distribution, home);
            Path providers = home.resolve("providers");
            for (Path jar : jars) {
                Prepared.copyJar(jar, providers);
            }
            List<String> all = Stream.concat(database.serverOptions().stream(), options.stream()).toList();
            Prepared prepared = Prepared.of(distribution, providers, all);
            boolean newDatabase = database.h2File().filter(file -> !Files.exists(file)).isPresent();
            prepared.giveTo(home, database);
            DistributionServer server = new DistributionServer(home, database, port, all, java);
            prepared.keepFrom(home, database, newDatabase);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String url() {
        return "http://localhost:" + port;
    }

    @Override
    public String managementUrl() {
        return "http://localhost:" + managementPort;
    }

    @Override
    public ServerLog log() {
        return log;
    }

    @Override
    public Optional<Database> database() {
        return Optional.of(database);
    }

    @Override
    public CommandResult kcadm(String... arguments) {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/kcadm.sh").toString()));
        command.addAll(List.of(arguments));
        command.addAll(KeycloakServer.kcadmLogin(url()));
        return CommandResult.of(home, command);
    }

    /** How much of the processors' time the server has had. */
    public Duration cpuTime() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(handle -> handle.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * How many bytes of the heap are in use after a full garbage collection.
     *
     * @throws IllegalStateException where the tool {@code jcmd} of the Java that runs it cannot be asked
     */
    public long liveBytes() {
        long pid = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .filter(handle -> handle.info().command().orElse("").endsWith("java"))
                .findFirst().orElseThrow().pid();
        CommandResult histogram = CommandResult.of(home, List.of(System.getProperty("java.home") + "/bin/jcmd",
                Long.toString(pid), "GC.class_histogram"));
        Matcher total = TOTAL.matcher(histogram.output());
        if (!total.find()) {
            throw new IllegalStateException(histogram.output());
        }
        return Long.parseLong(total.group(1));
    }

    /** Waits until the server is stopped. */
    public void join() {
        process.onExit().join();
    }

    /** Ends the server as {@code kill -9} does. */
    public void kill() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process start(List<String> options, String java) throws IOException {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/kc.sh").toString(), "start-dev",
                "--http-port=" + port, "--http-management-port=" + managementPort, "--health-enabled=true"));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile())
                .redirectErrorStream(true).redirectOutput(log.file().toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN);
        if (!java.isEmpty()) {
            builder.environment().put("JAVA_OPTS_APPEND", java);
        }
        return builder.start();
    }

    private void awaitReady() {
        Http.Request ready = Http.get(managementUrl() + "/health/ready");
        Instant end = Instant.now().plus(START);
        while (!isUp(ready)) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                close();
                throw new IllegalStateException("Keycloak did not start:\n" + log.tail());
            }
        }
    }

    /** Waits a moment where there is no answer, since a refused connection is refused at once. */
    private boolean isUp(Http.Request ready) {
        try {
            return ready.send().status() == 200;
        } catch (UncheckedIOException e) {
            try {
                process.waitFor(200, TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.exists(to.resolve("bin/kc.sh"))) {
            return;
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (file.toString().endsWith(".jar") && !file.getParent().endsWith("quarkus")) {
                    link(target, file);
                } else {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    /** No server writes into these. */
    private static void link(Path link, Path file) throws IOException {
        try {
            Files.createLink(link, file);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(file, link, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
