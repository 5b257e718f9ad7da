package io.github.appkeys.it.issuance;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClaim;
import io.github.appkeys.harness.TestRealm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a claim link: headers, themes, languages, and what people write into labels. */
@ExtendWith(KeycloakExtension.class)
class ClaimPageIT {

    private static final Map<String, ?> LANGUAGES = Map.of("internationalizationEnabled", true,
            "supportedLocales", List.of("en", "pt-BR", "es"), "defaultLocale", "es");

    private static TestRealm languages;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        languages = TestRealm.enabled(server);
        expect(204, languages.admin.put(languages.path(""), LANGUAGES));
    }

    @Test
    void everyPageHasStrictSecurityHeaders(KeycloakServer server) {
        TestClaim claim = TestRealm.enabled(server).claimablePair("headers");

        List<Http.Response> pages = List.of(claim.open(), claim.reveal(), claim.reveal(), claim.open());

        assertThat(pages).extracting(Http.Response::status).containsExactly(200, 200, 410, 410);
        claim.pair(pages.get(1));
        assertThat(pages).allSatisfy(page -> {
            assertThat(page.headers().allValues("Content-Security-Policy")).singleElement().asString()
                    .contains("default-src 'none'", "script-src 'self';", "style-src 'self';", "form-action 'self'",
                            "base-uri 'none'", "frame-ancestors 'none'").doesNotContain("unsafe");
            assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
            assertThat(page.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
            assertThat(page.headers().allValues("X-Frame-Options")).containsExactly("DENY");
            assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(page.header("X-Robots-Tag")).isEqualTo("none");
            assertThat(page.header("Content-Type")).startsWith("text/html");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"keycloak", "keycloak.v2", "base"})
    void thePageHasTheLoginThemeOfTheRealm(String theme, KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        expect(204, realm.admin.put(realm.path(""), Map.of("loginTheme", theme, "displayName", "The Shop")));
        TestClaim claim = realm.claimablePair("themed");

        String page = expect(200, claim.open()).body();

        assertThat(page).contains("/login/" + theme + "/js/app-keys-claim.js", "The Shop", "themed",
                "<title>Claim your appToken</title>").doesNotContain("appKeysClaim.");
        for (String file : List.of("js/app-keys-claim.js", "css/app-keys-claim.css")) {
            int end = page.indexOf(file) + file.length();
            expect(200, Http.get(server.url() + page.substring(page.lastIndexOf('"', end - 1) + 1, end)).send());
        }
        claim.revealed();
        assertThat(expect(410, claim.open()).body()).contains("already used");
    }

    @Test
    void labelsAreEscaped(KeycloakServer server) {
        TestRealm realm = TestRealm.enabled(server);
        TestClaim claim = realm.claimablePair("<img src=x onerror=alert(1)> ${7*7} {0} 'it' & \"all\"");

        for (Http.Response page : List.of(claim.open(), claim.reveal())) {
            assertThat(expect(200, page).body()).doesNotContain("<img src=x")
                    .contains("&lt;img src=x onerror=alert(1)&gt; ${7*7} {0} ", "&amp; &quot;all&quot;");
        }
    }

    @ParameterizedTest
    @CsvSource({"?kc_locale=pt-BR, , pt-BR, Receba seu appToken, Seu appToken, Este link já foi usado",
        ", pt-BR, pt-BR, Receba seu appToken, Seu appToken, Este link já foi usado",
        "?kc_locale=es, pt-BR, es, Reciba su appToken, Su appToken, Este enlace ya se usó",
        ", , es, Reciba su appToken, Su appToken, Este enlace ya se usó",
        "?kc_locale=en, , en, Claim your appToken, Your appToken, This link was already used",
        "?kc_locale=xx, en, en, Claim your appToken, Your appToken, This link was already used"})
    void thePageIsInTheLanguageOfTheReader(String query, String accepted, String language, String pending,
            String revealed, String claimed) {
        TestClaim claim = languages.claimablePair("languages");

        assertPage(request("GET", claim, query, accepted), 200, language, pending);
        Http.Response page = request("POST", claim, query, accepted);
        claim.pair(page);
        assertPage(page, 200, language, revealed);
        assertPage(request("POST", claim, query, accepted), 410, language, claimed);
    }

    /** Choosing another language there would lose the appToken. */
    @Test
    void theRevealPageOffersNoOtherLanguage() {
        TestClaim claim = languages.claimablePair("languages");

        assertThat(claim.open().body()).contains("/app-keys/claim/" + claim.code() + "?kc_locale=pt-BR");
        Http.Response page = claim.reveal();
        claim.pair(page);
        assertThat(page.body()).doesNotContain("kc_locale=");
    }

    private static Http.Response request(String method, TestClaim claim, String query, String accepted) {
        Http.Request request = Http.request(method, claim.url() + (query == null ? "" : query));
        if (accepted != null) {
            request.header("Accept-Language", accepted);
        }
        return method.equals("POST") ? request.body(TestRealm.FORM, "").send() : request.send();
    }

    private static void assertPage(Http.Response page, int status, String language, String title) {
        assertThat(expect(status, page).body()).contains("lang=\"" + language + "\"", "<title>" + title + "</title>")
                .doesNotContain("appKeysClaim.");
        assertThat(page.header("Content-Language")).isEqualTo(language);
    }
}
