package io.github.appkeys.core.service.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.email.EmailException;

class MailRefusalTest {

    @ParameterizedTest
    @CsvSource({"554, false", "552, false", "450, true", "421, true"})
    void isAboutTheMessageOrTheRecipient(int code, boolean temporary) throws MessagingException {
        SMTPAddressFailedException recipient = new SMTPAddressFailedException(new InternetAddress("a@example.org"),
                "RCPT TO:<a@example.org>", code, "no");

        for (MessagingException failed : new MessagingException[] {message("DATA", code), message(".", code),
                new SendFailedException("Invalid Addresses", recipient)}) {
            MailRefusal refusal = MailRefusal.of(sending(failed)).orElseThrow();
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.isTemporary()).isEqualTo(temporary);
        }
    }

    @Test
    void isAboutAnAddressThatKeycloakDoesNotTry() {
        assertThat(MailRefusal.of(new EmailException("Invalid address"))).contains(
                new MailRefusal(MailRefusal.INVALID_ADDRESS));
    }

    /** Otherwise, one wrong setting would lose all e-mails. */
    @Test
    void isNotAboutWhatConcernsAllMails() {
        assertThat(MailRefusal.of(sending(message("MAIL FROM:<keycloak@example.org>", 550)))).isEmpty();
        assertThat(MailRefusal.of(sending(message("DATA", 530)))).isEmpty();
        assertThat(MailRefusal.of(sending(message(".", -1)))).isEmpty();
        assertThat(MailRefusal.of(sending(new AuthenticationFailedException("535")))).isEmpty();
        assertThat(MailRefusal.of(sending(new MessagingException("?", new ConnectException())))).isEmpty();
        assertThat(MailRefusal.of(new EmailException("template", new IllegalStateException()))).isEmpty();
    }

    private static SMTPSendFailedException message(String command, int code) {
        return new SMTPSendFailedException(command, code, "no", null, null, null, null);
    }

    private static EmailException sending(MessagingException failed) {
        return new EmailException("Error when attempting to send the email to the server", failed);
    }
}
