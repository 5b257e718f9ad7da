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
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test the server that all classes of a virtual machine share, and shows the end of its log when a test fails.
 *
 * <p>System properties, set by the build: {@code keycloak.home} (the unpacked distribution), {@code app-keys.jar} and
 * {@code test-provider.jar} (see {@link TestClock}), {@code keycloak.work} (a folder of this virtual machine's, since
 * others run at the same time), {@code lane} (its number), {@code backend} (distribution or container),
 * {@code test.database}, {@code server.log-level} (all there is, where it is not set) and {@code server.java-options}
 * (those for a quick start, where they are not set).
 */
public final class KeycloakExtension
        implements ParameterResolver, AfterTestExecutionCallback, LifecycleMethodExecutionExceptionHandler {

    /** All that our code and Keycloak say, and every statement. */
    private static final String LOG_LEVEL = "info,io.github.appkeys:trace,org.keycloak:trace,org.hibernate.SQL:debug";

    /** Each call of an {@link AdminApi} signs in anew, and the passwords of tests need no protection. */
    private static final List<String> CHEAP_PASSWORDS = List.of("--spi-password-hashing--argon2--iterations=1",
            "--spi-password-hashing--argon2--memory=8");

    /** A server of tests lives for minutes, in which the best code costs more than it saves. */
    private static final String QUICK_START = System.getProperty("server.java-options", "-XX:TieredStopAtLevel=1");

    /** Not in JUnit's store, which lives for one class only where several virtual machines share the classes. */
    private static KeycloakServer shared;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == KeycloakServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return shared();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        context.getExecutionException().ifPresent(e -> showLog(context));
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable e) throws Throwable {
        showLog(context);
        throw e;
    }

    private static void showLog(ExtensionContext context) {
        System.err.println("Server log at the failure of " + context.getDisplayName() + ":\n"
                + shared().log().tail());
    }

    private static synchronized KeycloakServer shared() {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    private static KeycloakServer start() {
        Path work = Path.of(System.getProperty("keycloak.work")).toAbsolutePath();
        Path home = work.resolve("server");
        List<String> options = withCheapPasswords("--metrics-enabled=true",
                // all classes of a run share the server, and its default caches would overflow in the middle of one
                "--cache-embedded-realms-max-count=400000", "--cache-embedded-users-max-count=100000",
                "--log-level=" + System.getProperty("server.log-level", LOG_LEVEL));
        deleteRecursively(home);
        Secrets.begin();
        if ("container".equals(System.getProperty("backend", "distribution"))) {
            return ContainerServer.start(jars(), work, options);
        }
        Database database = Database.chosen(home.resolve("data/h2"));
        return DistributionServer.start(Path.of(System.getProperty("keycloak.home")), home, jars(), database, 0,
                options, QUICK_START);
    }

    /**
     * A server of a test's own, that the test closes. It is new, but for what the database holds.
     *
     * @param name     of its folder
     * @param database what it works on; null for an embedded one in its folder
     * @param options  more options of {@code kc.sh start-dev}
     */
    public static DistributionServer startOwn(String name, Database database, String... options) {
        deleteRecursively(home(name));
        return start(name, jars(), database, options);
    }

    /**
     * The same, with all of Java's compilers and another heap than the one of {@code kc.sh}.
     *
     * @param heap at most, in MB
     */
    public static DistributionServer startLarge(String name, int heap, Database database, String... options) {
        deleteRecursively(home(name));
        return DistributionServer.start(Path.of(System.getProperty("keycloak.home")), home(name), jars(), database, 0,
                withCheapPasswords(options), "-Xmx" + heap + "m");
    }

    /** The same server once more, with what it kept in its folder and its database. It must be stopped. */
    public static DistributionServer startAgain(String name, Database database, String... options) {
        return start(name, jars(), database, options);
    }

    /** The same server once more, without our jar. It must be stopped. */
    public static DistributionServer startStock(String name, Database database, String... options) {
        Path providers = home(name).resolve("providers");
        jars().forEach(jar -> {
            try {
                Files.deleteIfExists(providers.resolve(jar.getFileName()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return start(name, List.of(), database, options);
    }

    private static DistributionServer start(String name, List<Path> jars, Database database, String... options) {
        return DistributionServer.start(Path.of(System.getProperty("keycloak.home")), home(name), jars,
                database == null ? Database.h2(home(name).resolve("data/h2")) : database, 0,
                withCheapPasswords(options), QUICK_START);
    }

    private static Path home(String name) {
        return Path.of(System.getProperty("keycloak.work")).toAbsolutePath().resolve(name);
    }

    private static List<String> withCheapPasswords(String... options) {
        return Stream.concat(CHEAP_PASSWORDS.stream(), Stream.of(options)).toList();
    }

    private static List<Path> jars() {
        return List.of(Path.of(System.getProperty("app-keys.jar")), Path.of(System.getProperty("test-provider.jar")));
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
}
