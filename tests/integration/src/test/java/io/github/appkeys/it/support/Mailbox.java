package io.github.appkeys.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.github.appkeys.harness.TestRealm;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;

/** A real SMTP server on this host that keeps what it takes. */
public final class Mailbox implements AutoCloseable {

    public static final String SENDER = "keycloak@example.org";

    /**
     * An e-mail that was received.
     *
     * @param from    who sent it
     * @param subject its subject, decoded
     * @param text    its part in plain text
     * @param html    its part in HTML
     */
    public record Mail(String from, String subject, String text, String html) {
    }

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    public Mailbox() {
        server.start();
    }

    /** An address that no other test uses. */
    public static String newAddress() {
        return "Ops-" + UUID.randomUUID() + "@example.org";
    }

    /** Lets a realm send its e-mails here, in a language. */
    public void connect(TestRealm realm, String locale) {
        connect(realm, locale, server.getSmtp().getPort());
    }

    /** Lets a realm send its e-mails to a port of this host, with or without a mail server. */
    public static void connect(TestRealm realm, String locale, int port) {
        TestRealm.expect(204, realm.admin.put(realm.path(""), Map.of(
                "smtpServer", Map.of("host", "127.0.0.1", "port", String.valueOf(port), "from", SENDER),
                "internationalizationEnabled", true, "supportedLocales", List.of("en", "pt-BR", "es"),
                "defaultLocale", locale)));
    }

    /** What came for an address, in the order in which it came. */
    public List<Mail> of(String address) {
        return Stream.of(server.getReceivedMessages()).filter(message -> isTo(message, address)).map(Mailbox::mail)
                .toList();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return message.getRecipients(Message.RecipientType.TO)[0].toString().equals(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Mail mail(MimeMessage message) {
        try {
            Multipart parts = (Multipart) message.getContent();
            return new Mail(message.getFrom()[0].toString(), message.getSubject(),
                    text(parts.getBodyPart(0), "text/plain"), text(parts.getBodyPart(1), "text/html"));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(BodyPart part, String type) throws MessagingException, IOException {
        if (!part.isMimeType(type)) {
            throw new AssertionError("Not " + type + " but " + part.getContentType());
        }
        return (String) part.getContent();
    }
}
