package io.github.appkeys.core.service.tasks;

import java.util.Optional;
import java.util.Set;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.keycloak.email.EmailException;

/**
 * What an SMTP server refused about one e-mail: its recipient, or its message. That says nothing about the next e-mail.
 * A server that refuses the sender, the login or the connection would refuse all e-mails, so that is none.
 *
 * @param code the reply of the server (RFC 5321), or {@link #INVALID_ADDRESS}
 */
record MailRefusal(int code) {

    /** The reply that a server would give to an address to which Keycloak does not even try to send. */
    static final int INVALID_ADDRESS = 553;

    /** Replies that ask for a login or for TLS (RFC 4954, RFC 3207), at whichever command they come. */
    private static final Set<Integer> ABOUT_LOGIN = Set.of(454, 530, 534, 535, 538);
    private static final String SENDER_COMMAND = "MAIL";
    private static final int FIRST_PERMANENT = 500;

    /** What was refused; empty if the error may be about all e-mails. */
    static Optional<MailRefusal> of(EmailException e) {
        if (e.getCause() == null) {
            // the address of the sender was validated before
            return Optional.of(new MailRefusal(INVALID_ADDRESS));
        }
        Throwable cause = e.getCause();
        while (cause instanceof MessagingException failed) {
            if (failed instanceof SMTPSendFailedException message) {
                return message.getCommand().startsWith(SENDER_COMMAND) ? Optional.empty() : of(message.getReturnCode());
            }
            if (failed instanceof SMTPAddressFailedException recipient) {
                return of(recipient.getReturnCode());
            }
            cause = failed.getNextException();
        }
        return Optional.empty();
    }

    private static Optional<MailRefusal> of(int code) {
        return code <= 0 || ABOUT_LOGIN.contains(code) ? Optional.empty() : Optional.of(new MailRefusal(code));
    }

    /** Whether another attempt may succeed, as with greylisting. */
    boolean isTemporary() {
        return code < FIRST_PERMANENT;
    }
}
