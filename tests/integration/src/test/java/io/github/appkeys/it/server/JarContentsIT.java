package io.github.appkeys.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Http;
import org.junit.jupiter.api.Test;

/** Nothing is in the jar that is not listed here or, of npm packages, in {@code bundled.json} of the console page. */
class JarContentsIT {

    private static final Path PAGE = Path.of(System.getProperty("docs"), "../admin-ui-extension/src/main/ui");
    private static final String BUNDLED = "theme/app-keys/admin/bundled.json";

    /** All that may be in the jar: our classes and texts, and the two scripts and styles of the console page. */
    private static final Pattern LISTED = Pattern.compile("io/github/appkeys/[\\w/$-]+\\.class"
            + "|io/github/appkeys/core/reason/reasons(_\\w+)?\\.properties"
            + "|META-INF/(MANIFEST\\.MF|LICENSE|THIRD-PARTY-NOTICES\\.txt|beans\\.xml|keycloak-themes\\.json"
            + "|app-keys-changelog[\\w.-]*\\.xml)"
            + "|META-INF/services/[\\w.]+"
            + "|theme-resources/(messages/messages_\\w+\\.properties|templates/[\\w/-]+\\.ftl"
            + "|resources/(css|js)/app-keys[\\w-]*\\.(css|js))"
            + "|theme/app-keys/admin/(theme\\.properties|bundled\\.json"
            + "|resources/assets/(app-keys|Shell)-[\\w-]+\\.(js|css))");

    @Test
    void holdsWhatIsListedOnly() throws IOException {
        try (JarFile jar = jar()) {
            Set<String> others = jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName)
                    .filter(name -> !LISTED.matcher(name).matches()).collect(Collectors.toSet());

            assertThat(others).isEmpty();
        }
    }

    /** The build of the page writes what it bundles; the lock file says which versions were installed. */
    @Test
    void theConsolePageBundlesThePackagesThatAreListed() throws IOException {
        try (JarFile jar = jar(); InputStream written = jar.getInputStream(jar.getEntry(BUNDLED))) {
            Map<String, String> bundled = texts(Http.JSON.readTree(written));

            assertThat(bundled).isNotEmpty()
                    .isEqualTo(texts(Http.JSON.readTree(PAGE.resolve("bundled.json").toFile())));
            JsonNode locked = Http.JSON.readTree(PAGE.resolve("package-lock.json").toFile()).path("packages");
            bundled.forEach((name, version) -> {
                JsonNode entry = locked.path("node_modules/" + name);
                assertThat(entry.path("version").asText()).as(name).isEqualTo(version);
                assertThat(entry.path("integrity").asText()).as("checksum of " + name).startsWith("sha512-");
                assertThat(entry.path("dev").asBoolean()).as(name + " is for the build only").isFalse();
            });
        }
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        object.fields().forEachRemaining(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    private static JarFile jar() throws IOException {
        return new JarFile(System.getProperty("app-keys.jar"));
    }
}
