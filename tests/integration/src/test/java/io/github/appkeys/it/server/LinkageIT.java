package io.github.appkeys.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.github.appkeys.it.support.Linkage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One jar links in each Keycloak: what it uses is in the server that the tests run. */
@Tag("smoke")
class LinkageIT {

    @ParameterizedTest
    @ValueSource(strings = {"app-keys.jar", "test-provider.jar"})
    void theServerHasWhatTheJarUses(String jar) throws IOException {
        Path libraries = Path.of(System.getProperty("keycloak.home"), "lib");
        assumeThat(libraries).as("the server of the tests as files").isDirectory();

        assertThat(Linkage.missing(Path.of(System.getProperty(jar)), jars(libraries))).isEmpty();
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }
}
