package io.github.appkeys.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dasniko.testcontainers.keycloak.KeycloakContainer;
import org.testcontainers.containers.Container;
import org.testcontainers.utility.MountableFile;

/** Keycloak's image in a container, for machines with a Docker engine. Its embedded database is out of reach. */
final class ContainerServer implements KeycloakServer {

    private final KeycloakContainer container;
    private final ServerLog log;

    private ContainerServer(KeycloakContainer container, ServerLog log) {
        this.container = container;
        this.log = log;
    }

    static KeycloakServer start(List<Path> jars, Path work, List<String> options) {
        try {
            Path logFile = Files.createDirectories(work).resolve("container.log");
            Files.writeString(logFile, "");
            String version = System.getProperty("keycloak.version");
            KeycloakContainer container = new KeycloakContainer("quay.io/keycloak/keycloak:" + version)
                    .withAdminUsername(ADMIN)
                    .withAdminPassword(ADMIN)
                    .withCustomCommand(String.join(" ", options))
                    .withLogConsumer(frame -> append(logFile, frame.getUtf8String()));
            jars.forEach(jar -> container.withCopyFileToContainer(MountableFile.forHostPath(jar),
                    "/opt/keycloak/providers/" + jar.getFileName()));
            container.start();
            Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
            return new ContainerServer(container, new ServerLog(logFile));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String url() {
        return container.getAuthServerUrl();
    }

    @Override
    public String managementUrl() {
        return container.getMgmtServerUrl();
    }

    @Override
    public ServerLog log() {
        return log;
    }

    @Override
    public Optional<Database> database() {
        return Optional.empty();
    }

    @Override
    public CommandResult kcadm(String... arguments) {
        List<String> command = new ArrayList<>(List.of("/opt/keycloak/bin/kcadm.sh"));
        command.addAll(List.of(arguments));
        command.addAll(KeycloakServer.kcadmLogin("http://localhost:8080"));
        try {
            Container.ExecResult result = container.execInContainer(command.toArray(String[]::new));
            return new CommandResult(result.getExitCode(), result.getStdout() + result.getStderr());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        container.stop();
    }

    private static void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
