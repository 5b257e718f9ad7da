package io.github.appkeys.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

import io.github.appkeys.harness.AdminApi;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The section speaks the administrator's language, all of it. */
@BrowserTest
class LanguagesIT {

    private static final String PASSWORD = "a password";
    static final Map<String, ?> LANGUAGES = Map.of("internationalizationEnabled", true,
            "supportedLocales", List.of("en", "pt-BR", "es"), "defaultLocale", "en");

    /** How a key of ours, or of the console, looks where its words are missing. */
    private static final Pattern KEY = Pattern.compile("appKeys?\\.\\S*|[a-z]+(\\.[a-zA-Z]+)+|[a-z]+([A-Z][a-z]+)+");

    @ParameterizedTest
    @CsvSource({"pt-BR, pt_BR", "es, es"})
    void everyPageSpeaksTheAdministratorsLanguage(String locale, String file, KeycloakServer server, Windows windows)
            throws IOException {
        TestRealm realm = TestRealm.plain(server);
        expect(204, realm.admin.put(realm.path(""), LANGUAGES));
        realm.administrator("speaker", PASSWORD, "realm-admin");
        speak(realm.admin, realm.name, "speaker", locale);
        Map<String, String> english = words("en");
        Map<String, String> own = words(file);
        Set<String> foreign = new TreeSet<>(english.values());
        foreign.removeAll(own.values());
        Console console = windows.own(realm, "speaker", PASSWORD);
        Set<String> heard = new TreeSet<>();
        List<String> found = new ArrayList<>();

        Tour.of(realm).walk(console, stop -> texts(console).forEach(text -> {
            if (KEY.matcher(text).matches() && !own.containsValue(text)) {
                found.add(stop + ", a key: " + text);
            } else if (foreign.contains(text)) {
                found.add(stop + ", in English: " + text);
            } else if (own.containsValue(text)) {
                heard.add(text);
            }
        }));

        assertThat(found).isEmpty();
        assertThat(console.id("nav-item-app-keys")).hasText(own.get("appKeys.title"));
        heard.removeAll(english.values());
        assertThat(heard).as("words that only " + locale + " has").hasSizeGreaterThan(40);
    }

    @Test
    void anAdministratorOfMasterIsSpokenToInTheirLanguageInEveryRealm(KeycloakServer server, Windows windows)
            throws IOException {
        TestRealm realm = TestRealm.enabled(server);
        AdminApi admin = realm.admin;
        Map<String, ?> before = Map.of("internationalizationEnabled", false);
        expect(204, admin.put("/master", LANGUAGES));
        try {
            expect(201, admin.post("/master/users", Map.of("username", "leitora", "enabled", true,
                    "firstName", "Ana", "lastName", "Reis", "email", "leitora@example.org",
                    "credentials", List.of(Map.of("type", "password", "value", PASSWORD)))));
            String user = userId(admin, "master", "leitora");
            expect(204, admin.post("/master/users/" + user + "/role-mappings/realm",
                    List.of(admin.get("/master/roles/admin").json())));
            speak(admin, "master", "leitora", "pt-BR");

            Console console = windows.open(realm, "master", "leitora", PASSWORD, window -> { });
            console.load("/app-keys").id("app-keys-create").waitFor();

            assertThat(console.id("nav-item-app-keys")).hasText(words("pt_BR").get("appKeys.title"));
            assertThat(console.settled().page().locator("main").innerText()).doesNotContain("appKeys.");
        } finally {
            expect(204, admin.put("/master", before));
        }
    }

    /** Gives a user a language of their own. */
    static void speak(AdminApi admin, String realm, String username, String locale) {
        String path = "/" + realm + "/users/" + userId(admin, realm, username);
        com.fasterxml.jackson.databind.node.ObjectNode user =
                (com.fasterxml.jackson.databind.node.ObjectNode) admin.get(path).json();
        user.putObject("attributes").putArray("locale").add(locale);
        expect(204, admin.put(path, user));
    }

    private static String userId(AdminApi admin, String realm, String username) {
        return admin.get("/" + realm + "/users?exact=true&username=" + username).json().path(0).path("id").asText();
    }

    /** The texts of our page, names and placeholders of fields among them; code (appKeys, hints) is in no language. */
    @SuppressWarnings("unchecked")
    private static List<String> texts(Console console) {
        return (List<String>) console.page().evaluate("""
                () => {
                  const found = [];
                  for (const part of document.querySelectorAll('main, .pf-v5-c-backdrop, #nav-item-app-keys')) {
                    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
                    while (walker.nextNode()) {
                      if (!walker.currentNode.parentElement.closest('code')) {
                        found.push(walker.currentNode.data);
                      }
                    }
                    for (const named of part.querySelectorAll('[aria-label], [placeholder], [title]')) {
                      for (const name of ['aria-label', 'placeholder', 'title']) {
                        found.push(named.getAttribute(name) ?? '');
                      }
                    }
                  }
                  return found.map(text => text.trim()).filter(text => text.length > 1);
                }""");
    }

    /** Our words of a language, as the jar has them. */
    private static Map<String, String> words(String locale) throws IOException {
        Properties properties = new Properties();
        try (ZipFile jar = new ZipFile(Path.of(System.getProperty("app-keys.jar")).toFile())) {
            properties.load(new InputStreamReader(jar.getInputStream(jar.getEntry(
                    "theme-resources/messages/messages_" + locale + ".properties")), StandardCharsets.UTF_8));
        }
        return properties.stringPropertyNames().stream()
                .collect(java.util.stream.Collectors.toMap(key -> key, properties::getProperty));
    }
}
