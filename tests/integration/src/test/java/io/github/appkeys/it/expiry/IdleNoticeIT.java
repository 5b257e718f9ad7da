package io.github.appkeys.it.expiry;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClock;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Archives;
import io.github.appkeys.it.support.LastUses;
import io.github.appkeys.it.support.Mailbox;
import io.github.appkeys.it.support.Notices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No appToken is switched off as a surprise: its time starts anew with the setting and an import, and it is told. */
@ExtendWith(KeycloakExtension.class)
class IdleNoticeIT {

    private static final Duration DAY = Duration.ofDays(1);

    private TestRealm realm;
    private TestClock clock;

    @BeforeEach
    void prepare(KeycloakServer server) {
        realm = TestRealm.enabled(server);
        clock = new TestClock(server);
    }

    @AfterEach
    void resetClock() {
        clock.close();
    }

    @Test
    void theTimeBeforeTheSettingDoesNotCount() {
        TestPair pair = realm.linkedPair();
        at(365);
        realm.settings(Map.of("idleDays", 400));
        at(366);
        realm.settings(Map.of("idleDays", 30));

        run();
        at(366 + 22);
        run();
        assertThat(Notices.of(pair)).isEmpty();
        at(366 + 24);
        run();
        at(366 + 29);
        run();
        assertThat(Notices.of(pair)).containsExactly("IDLE_SOON");
        at(366 + 31);
        run();
        assertThat(Notices.of(pair)).containsExactly("IDLE_SOON", "IDLE");
        expect(401, pair.exchange());
    }

    @Test
    void theTimeBeforeAnImportDoesNotCount(KeycloakServer server) {
        TestPair pair = TestRealm.enabled(server).linkedPair();
        String file = Archives.json(pair.realm(), "").body();
        realm.settings(Map.of("idleDays", 30));
        at(365);
        expect(200, Archives.imports(realm, file, false));
        TestPair imported = new TestPair(realm, pair.appKey(), pair.appToken(), pair.created());

        run();
        at(365 + 22);
        run();
        assertThat(Notices.of(imported)).isEmpty();
        at(365 + 24);
        run();

        assertThat(Notices.of(imported)).containsExactly("IDLE_SOON");
        expect(200, imported.exchange());
    }

    /** The server was off, or this version is new. */
    @Test
    void nothingIsSwitchedOffWithoutANotice() {
        TestPair pair = realm.linkedPair();
        realm.settings(Map.of("idleDays", 30));
        at(40);
        run();
        run();
        assertThat(Notices.of(pair)).containsExactly("IDLE_SOON");
        clock.set(DAY.multipliedBy(41).plusSeconds(60));
        run();
        assertThat(Notices.of(pair)).containsExactly("IDLE_SOON", "IDLE");
    }

    @Test
    void theContactGetsAnEMail() throws Exception {
        String contact = Mailbox.newAddress();
        TestPair pair = realm.createPair(Map.of("label", "ERP", "contact", contact));
        pair.link("orders:read");
        realm.settings(Map.of("idleDays", 30));
        try (Mailbox mailbox = new Mailbox()) {
            at(24);
            run();
            assertThat(mailbox.of(contact)).isEmpty();
            mailbox.connect(realm, "pt-BR");
            run();
            run();

            List<Mailbox.Mail> mails = mailbox.of(contact);
            assertThat(mails).hasSize(1);
            assertThat(mails.get(0).subject()).contains("ERP", "não é usado");
            assertThat(mails.get(0).text()).contains(pair.appKey(), realm.name, "UTC").doesNotContain("apptoken_");
            expect(200, pair.exchange());
            LastUses.await(pair);
            at(31);
            run();
            assertThat(mailbox.of(contact)).hasSize(1);
            expect(200, pair.exchange());
        }
    }

    @Test
    void unusedAppTokensAreCountedBeforeTheSettingIsSaved() {
        realm.linkedPair();
        realm.linkedPair();
        at(31);
        realm.linkedPair();

        assertThat(idle("30").json().path("appTokens").asInt()).isEqualTo(2);
        assertThat(idle("32").json().path("appTokens").asInt()).isZero();
        assertThat(idle("30").json().path("days").asInt()).isEqualTo(30);
        expect(403, realm.administrator("viewer", "a password", "view-app-keys", "manage-app-keys")
                .get(realm.path("/app-keys/settings/idle?days=30")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "3651", "30d", "99999999999999999999"})
    void theNumberOfDaysHasBounds(String days) {
        assertThat(expect(400, idle(days)).field("errorMessage")).contains("between 1 and 3650");
    }

    private Http.Response idle(String days) {
        return realm.admin.get(realm.path("/app-keys/settings/idle?days=" + days));
    }

    private void at(int days) {
        clock.set(DAY.multipliedBy(days));
    }

    private void run() {
        clock.run(Notices.TASK);
    }
}
