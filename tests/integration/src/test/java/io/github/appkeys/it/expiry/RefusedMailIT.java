package io.github.appkeys.it.expiry;

import static io.github.appkeys.harness.TestRealm.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Http;
import io.github.appkeys.harness.KeycloakExtension;
import io.github.appkeys.harness.KeycloakServer;
import io.github.appkeys.harness.TestClock;
import io.github.appkeys.harness.TestPair;
import io.github.appkeys.harness.TestRealm;
import io.github.appkeys.it.support.Mailbox;
import io.github.appkeys.it.support.Notices;
import io.github.appkeys.it.support.ScriptedSmtp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An SMTP server that refuses the e-mail to one contact: the others get theirs. */
@ExtendWith(KeycloakExtension.class)
class RefusedMailIT {

    private ScriptedSmtp smtp;
    private TestRealm realm;
    private TestClock clock;

    @BeforeEach
    void prepare(KeycloakServer server) throws IOException {
        smtp = new ScriptedSmtp();
        clock = new TestClock(server);
        realm = TestRealm.enabled(server);
        Mailbox.connect(realm, "en", smtp.port());
    }

    @AfterEach
    void stop() throws IOException {
        smtp.close();
    }

    @ParameterizedTest
    @CsvSource({"RCPT, 550 no such user, 550", "RCPT, 554 relay access denied, 554",
        "DATA, 554 no valid recipients, 554", "., 554 rejected by content filter, 554", "., 552 mailbox full, 552"})
    void aRefusalForGoodIsToldOnceAndHoldsUpNoOther(String moment, String reply, String code, KeycloakServer server) {
        String refused = Mailbox.newAddress();
        smtp.reply(refused, moment, reply);
        TestPair pair = pair(refused);
        List<String> others = others();
        long mark = server.log().mark();

        clock.run(Notices.TASK);
        clock.run(Notices.TASK);

        assertThat(others).allSatisfy(other -> assertThat(smtp.accepted(other)).isEqualTo(1));
        assertThat(smtp.tried(refused)).isEqualTo(1);
        assertThat(errors(pair)).singleElement().satisfies(event -> {
            assertThat(event.path("error").asText()).isEqualTo("app_key_mail_refused");
            assertThat(event.path("details").path("app_key_notice").asText()).isEqualTo(Notices.name(7));
            assertThat(event.path("details").path("app_key_smtp_reply").asText()).isEqualTo(code);
            assertThat(event.toString()).doesNotContain(refused);
        });
        assertThat(server.log().since(mark)).filteredOn(line -> line.contains("WARN")
                && line.contains("was refused") && line.contains(pair.appKey())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"RCPT, 450 greylisted", "RCPT, 421 too many connections", "DATA, 451 try later", "., 450 greylisted",
        "., 452 mailbox busy", "., ''"})
    void aRefusalForNowIsTriedAgainAndHoldsUpNoOther(String moment, String reply) {
        String refused = Mailbox.newAddress();
        smtp.reply(refused, moment, reply);
        TestPair pair = pair(refused);
        List<String> others = others();

        clock.run(Notices.TASK);
        clock.run(Notices.TASK);

        assertThat(others).allSatisfy(other -> assertThat(smtp.accepted(other)).isEqualTo(1));
        assertThat(smtp.tried(refused)).isEqualTo(2);
        assertThat(errors(pair)).isEmpty();

        smtp.accept(refused);
        clock.run(Notices.TASK);
        clock.run(Notices.TASK);

        assertThat(smtp.accepted(refused)).isEqualTo(1);
    }

    /** Several, since it depends on their ids in which order they are sent. */
    private List<String> others() {
        return Stream.generate(Mailbox::newAddress).limit(4).peek(this::pair).toList();
    }

    private TestPair pair(String contact) {
        return Notices.pair(realm, Instant.now().plus(Duration.ofDays(6)), contact);
    }

    private JsonNode errors(TestPair pair) {
        return expect(200, realm.admin.get(realm.path("/events?type=CLIENT_UPDATE_ERROR&client="
                + Http.encode(pair.appKey())))).json();
    }
}
