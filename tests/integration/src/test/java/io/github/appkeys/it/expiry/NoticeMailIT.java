package io.github.appkeys.it.expiry;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClock;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Mailbox;
import io.github.appkeys.it.support.Notices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The e-mail of a notice, over a real SMTP server: its text, and what happens where it cannot be sent. */
@ExtendWith(KeycloakExtension.class)
class NoticeMailIT {

    private static Mailbox mailbox;
    private static TestRealm realm;
    private TestClock clock;

    @BeforeAll
    static void prepare(KeycloakServer server) {
        mailbox = new Mailbox();
        realm = TestRealm.enabled(server);
        mailbox.connect(realm, "en");
    }

    @AfterAll
    static void stop() {
        mailbox.close();
    }

    @BeforeEach
    void createClock(KeycloakServer server) {
        clock = new TestClock(server);
    }

    @ParameterizedTest
    @CsvSource({
        "en, The appToken of, From that moment on it is refused, because your address is the contact",
        "pt-BR, O appToken de, A partir desse momento ele será recusado, porque seu endereço é o contato",
        "es, El appToken de, A partir de ese momento será rechazado, porque su dirección es el contacto"})
    void theMailIsInTheLanguageOfTheRealm(String locale, String subject, String what, String why,
            KeycloakServer server) {
        TestRealm own = TestRealm.enabled(server);
        mailbox.connect(own, locale);
        String contact = Mailbox.newAddress();
        String label = "ERP <b>& \"Söhne\"</b> {0} 'n";
        TestPair pair = TestPair.of(own, expect(201, own.admin.post(own.path("/app-keys"), Map.of("label", label,
                "contact", contact, "expiresAt", Instant.now().plus(Duration.ofDays(5)).toString()))).json());

        run();

        assertThat(mailbox.of(contact)).singleElement().satisfies(mail -> {
            assertThat(mail.from()).isEqualTo(Mailbox.SENDER);
            assertThat(mail.subject()).startsWith(subject).contains("\"" + label + "\"").endsWith(" UTC");
            assertThat(mail.text()).contains("\"" + label + "\"", "appKey " + pair.appKey(), what, why)
                    .doesNotContain("&amp;", "apptoken_", "appKeyExpiry");
            assertThat(mail.html()).contains("ERP &lt;b&gt;&amp; &quot;Söhne&quot;&lt;/b&gt;", pair.appKey(), what, why)
                    .doesNotContain("<b>", "apptoken_", "appKeyExpiry");
        });
    }

    @Test
    void aBrokenMailServerLosesNoMailAndDelaysNoOtherRealm(KeycloakServer server) throws IOException {
        TestRealm broken = TestRealm.enabled(server);
        Mailbox.connect(broken, "en", unusedPort());
        String contact = Mailbox.newAddress();
        String other = Mailbox.newAddress();
        TestPair waiting = Notices.pair(broken, Instant.now().plus(Duration.ofDays(6)), contact);
        Notices.pair(realm, Instant.now().plus(Duration.ofDays(6)), other);
        long mark = server.log().mark();

        run();

        assertThat(Notices.of(waiting)).containsExactly(Notices.name(7));
        assertThat(mailbox.of(contact)).isEmpty();
        assertThat(mailbox.of(other)).hasSize(1);
        assertThat(server.log().since(mark))
                .filteredOn(line -> line.contains("WARN") && line.contains("cannot be sent"))
                .singleElement().asString().doesNotContain("@");

        mailbox.connect(broken, "en");
        run();
        run();
        assertThat(mailbox.of(contact)).hasSize(1);
        assertThat(mailbox.of(other)).hasSize(1);
        assertThat(Notices.of(waiting)).containsExactly(Notices.name(7));
    }

    @Test
    void anUndeliverableAddressDelaysNoOtherMail(KeycloakServer server) {
        List<TestPair> wrong = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            wrong.add(Notices.pair(realm, Instant.now().plus(Duration.ofDays(6)), "jürgen" + i + "@example.org"));
        }
        String contact = Mailbox.newAddress();
        Notices.pair(realm, Instant.now().plus(Duration.ofDays(6)), contact);
        long mark = server.log().mark();

        run();
        run();

        assertThat(mailbox.of(contact)).hasSize(1);
        assertThat(wrong).allSatisfy(pair -> assertThat(Notices.of(pair)).containsExactly(Notices.name(7)));
        assertThat(server.log().since(mark)).filteredOn(line -> line.contains("WARN") && line.contains("was refused"))
                .hasSize(5);
    }

    @Test
    void aContactAddedLaterGetsTheMailThen() {
        TestPair pair = Notices.pair(realm, Instant.now().plus(Duration.ofDays(6)), null);
        run();
        String contact = Mailbox.newAddress();
        pair.update(Map.of("contact", contact));
        assertThat(Notices.of(pair)).containsExactly(Notices.name(7));

        run();
        pair.update(Map.of("contact", "successor-" + contact));
        run();

        assertThat(mailbox.of(contact)).hasSize(1);
        assertThat(mailbox.of("successor-" + contact)).isEmpty();
        assertThat(Notices.of(pair)).containsExactly(Notices.name(7));
    }

    private void run() {
        clock.run(Notices.TASK);
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
