package io.github.appkeys.it.leaks;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClock;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Leaks;
import io.github.appkeys.it.support.Mailbox;
import io.github.appkeys.it.support.Notices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The e-mails about leaked appTokens. */
@ExtendWith(KeycloakExtension.class)
class LeakMailIT {

    private static final String PLACE = "https://github.com/acme/shop/blob/main/.env";

    private final String contact = Mailbox.newAddress();
    private TestRealm realm;
    private TestPair pair;

    @BeforeEach
    void realm(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        Leaks.allow(realm, Map.of());
        pair = realm.createPair(Map.of("label", "ERP", "contact", contact));
        realm.administrator("keys", "a password", "manage-app-keys");
        realm.administrator("boss", "a password", "realm-admin");
        realm.administrator("viewer", "a password", "view-app-keys");
    }

    @Test
    void contactAndKeyManagersAreToldOnceADay(KeycloakServer server) throws Exception {
        try (Mailbox mailbox = new Mailbox(); TestClock clock = new TestClock(server)) {
            mailbox.connect(realm, "en");
            Leaks.found(realm, pair.appToken(), PLACE);
            Leaks.await(() -> mailbox.of("boss@example.org").size() == 1, "the e-mails");

            Mailbox.Mail mail = mailbox.of(contact).get(0);
            assertThat(mail.subject()).contains("ERP", "leaked");
            assertThat(mail.text()).contains(pair.appKey(), realm.name, "https[:]//github[.]com/acme/shop/blob")
                    .doesNotContain("apptoken_", PLACE, "works until");
            assertThat(mail.html()).doesNotContain("href", PLACE);
            assertThat(mailbox.of("keys@example.org")).hasSize(1);
            assertThat(mailbox.of("viewer@example.org")).isEmpty();

            Leaks.found(realm, pair.appToken(), PLACE);
            Leaks.await(() -> Leaks.alarm(pair, "LEAKED").path("times").asInt() == 2, "the second report");
            clock.run("app-key-alarms");
            assertThat(mailbox.of(contact)).hasSize(1);

            clock.set(Duration.ofHours(25));
            Leaks.found(realm, pair.appToken(), PLACE);
            Leaks.await(() -> mailbox.of(contact).size() == 2, "the e-mail of the next day");
            assertThat(Notices.of(pair)).containsExactly("LEAKED", "LEAKED");
        }
    }

    @Test
    void theLanguageIsTheRealms() throws Exception {
        for (String locale : List.of("es", "pt-BR")) {
            try (Mailbox mailbox = new Mailbox()) {
                TestPair other = realm.createPair(Map.of("label", "ERP", "contact", contact));
                mailbox.connect(realm, locale);
                Leaks.found(realm, other.appToken(), PLACE);
                Leaks.await(() -> mailbox.of(contact).size() == 1, "the e-mail in " + locale);
                assertThat(mailbox.of(contact).get(0).subject()).contains(locale.equals("es") ? "filtrado" : "vazado");
                assertThat(mailbox.of(contact).get(0).text()).doesNotContain("{", "appKeyAlarm");
            }
        }
    }

    @Test
    void anEMailThatCouldNotBeSentIsTriedAgain(KeycloakServer server) throws Exception {
        Leaks.found(realm, pair.appToken(), PLACE);
        Leaks.awaitAlarm(pair, "LEAKED");
        try (Mailbox mailbox = new Mailbox(); TestClock clock = new TestClock(server)) {
            mailbox.connect(realm, "en");
            clock.run("app-key-alarms");
            Leaks.await(() -> mailbox.of(contact).size() == 1, "the e-mail");
            clock.run("app-key-alarms");
            assertThat(mailbox.of(contact)).hasSize(1);
        }
        expect(200, realm.admin.get(pair.path("")));
    }
}
