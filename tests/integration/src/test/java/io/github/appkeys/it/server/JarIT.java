package io.github.appkeys.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The one jar has everything of ours and nothing else. */
@ExtendWith(KeycloakExtension.class)
class JarIT {

    @Test
    void holdsOurClassesOnly() throws IOException {
        try (JarFile jar = jar()) {
            List<String> names = jar.stream().map(JarEntry::getName).toList();

            assertThat(names).filteredOn(name -> name.endsWith(".class")).isNotEmpty()
                    .allMatch(name -> name.startsWith("io/github/appkeys/"));
            assertThat(names).contains("META-INF/LICENSE", "META-INF/beans.xml", "META-INF/app-keys-changelog.xml",
                    "io/github/appkeys/core/reason/reasons_es.properties",
                    "theme-resources/messages/messages_pt_BR.properties", "theme/app-keys/admin/theme.properties");
            assertThat(jar.getManifest().getMainAttributes().getValue("Implementation-Version")).isNotBlank();
        }
    }

    @Test
    void everyRegisteredServiceHasAPublicConstructor() throws Exception {
        List<String> made = new ArrayList<>();
        try (JarFile jar = jar()) {
            for (JarEntry entry : jar.stream().filter(e -> e.getName().startsWith("META-INF/services/")
                    && !e.isDirectory()).toList()) {
                Class<?> service = Class.forName(entry.getName().substring("META-INF/services/".length()));
                for (String name : lines(jar, entry)) {
                    assertThat(service).isAssignableFrom(Class.forName(name));
                    made.add(Class.forName(name).getDeclaredConstructor().newInstance().getClass().getSimpleName());
                }
            }
        }
        assertThat(made).containsExactlyInAnyOrder("AppKeyAuthenticatorFactory", "AppKeysResourceProviderFactory",
                "AppKeyEntityProviderFactory", "JpaAppKeyStoreFactory", "AppKeyStoreSpi", "AdminThemeSelectorFactory",
                "AppKeysRealmResourceProviderFactory", "PasswordGrantListenerFactory", "PasswordGrantExecutorFactory",
                "AppKeyGuardFactory", "StrictRolesExecutorFactory", "SecrecyListenerFactory", "AppKeySettingsSpi",
                "SettingsComponentFactory");
    }

    @Test
    void theServerShowsTheOptionsInItsInfo(KeycloakServer server) {
        JsonNode info = Http.get(server.url() + "/admin/serverinfo")
                .header("Authorization", "Bearer " + AdminApi.of(server).accessToken()).send().json();

        assertThat(info.findValuesAsText("appKeyHeader")).contains("X-VTEX-API-AppKey");
        assertThat(info.findValuesAsText("keyPrefix")).contains("appkey");
    }

    private static JarFile jar() throws IOException {
        return new JarFile(System.getProperty("app-keys.jar"));
    }

    private static List<String> lines(JarFile jar, JarEntry entry) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(jar.getInputStream(entry),
                StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        }
    }
}
