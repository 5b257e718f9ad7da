package io.github.appkeys.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test the server that all classes of a run share, and shows the end of its log when a test fails.
 *
 * <p>System properties, set by the build: {@code keycloak.home} (the unpacked distribution), {@code app-keys.jar},
 * {@code keycloak.work} (a folder for the run), {@code backend} (distribution or container), {@code test.database} and
 * {@code server.log-level} (all there is, where it is not set).
 */
public final class KeycloakExtension implements ParameterResolver, AfterTestExecutionCallback {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(KeycloakServer.class);

    /** All that our code and Keycloak say, and every statement. */
    private static final String LOG_LEVEL = "info,io.github.appkeys:trace,org.keycloak:trace,org.hibernate.SQL:debug";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == KeycloakServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return server(context);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        context.getExecutionException().ifPresent(e -> System.err.println("Server log at the failure of "
                + context.getDisplayName() + ":\n" + server(context).log().tail()));
    }

    private static KeycloakServer server(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE)
                .getOrComputeIfAbsent(Shared.class, key -> new Shared(start()), Shared.class).server;
    }

    private static KeycloakServer start() {
        Path work = Path.of(System.getProperty("keycloak.work")).toAbsolutePath();
        Path home = work.resolve("server");
        Path jar = Path.of(System.getProperty("app-keys.jar"));
        List<String> options = List.of("--log-level=" + System.getProperty("server.log-level", LOG_LEVEL));
        deleteRecursively(home);
        if ("container".equals(System.getProperty("backend", "distribution"))) {
            return ContainerServer.start(jar, work, options);
        }
        Database database = Database.chosen(home.resolve("data/h2"));
        return DistributionServer.start(Path.of(System.getProperty("keycloak.home")), home, jar, database, 0, options);
    }

    private static void deleteRecursively(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JUnit closes it when the run is over. */
    private record Shared(KeycloakServer server) implements AutoCloseable {

        @Override
        public void close() {
            server.close();
        }
    }
}
