package io.github.appkeys.core.service.tasks;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.appkeys.core.expiry.NoticeStore;
import jakarta.mail.SendFailedException;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Sends one e-mail over the SMTP server of the realm, in its e-mail theme and its default language. */
final class NoticeMail {

    /** The result of sending an e-mail. */
    enum Outcome {
        /** The SMTP server accepted it. */
        SENT,
        /** The address of the contact is invalid, so another attempt would fail too. */
        NOT_ACCEPTED,
        /** An error in the settings, the SMTP server or the theme; another attempt may succeed. */
        UNSENT
    }

    private static final Logger LOG = Logger.getLogger(NoticeMail.class);
    /** A resource outside of all themes, so each e-mail theme finds it. */
    private static final String TEMPLATE = "app-key-expiry.ftl";
    private static final String SUBJECT = "appKeyExpirySubject";

    private final KeycloakSession session;
    private final RealmModel realm;

    NoticeMail(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    Outcome send(NoticeStore.Token token) {
        try {
            session.getProvider(EmailSenderProvider.class).validate(realm.getSmtpConfig());
        } catch (EmailException e) {
            return Outcome.UNSENT;
        }
        UserModel recipient = new MailRecipient(session, realm, token.contact());
        String expiresAt = text(token.expiresAt(), session.getContext().resolveLocale(recipient));
        // a name that was changed through Keycloak's own API may contain line breaks
        String label = token.label() == null ? token.appKey() : token.label().replaceAll("\\p{Cntrl}+", " ");
        Map<String, Object> attributes = new HashMap<>(Map.of("appKey", token.appKey(), "label", label,
                "expiresAt", expiresAt));
        try {
            session.getProvider(EmailTemplateProvider.class).setRealm(realm).setUser(recipient)
                    .send(SUBJECT, List.of(label, expiresAt), TEMPLATE, attributes);
            return Outcome.SENT;
        } catch (EmailException e) {
            LOG.debugf(e, "The e-mail about appKey %s was not sent", token.appKey());
            return isAboutAddress(e) ? Outcome.NOT_ACCEPTED : Outcome.UNSENT;
        }
    }

    /** With the time zone, since the one of the reader is not known. */
    private static String text(Instant moment, Locale locale) {
        return new DateTimeFormatterBuilder().appendLocalized(FormatStyle.LONG, null).appendPattern(", HH:mm 'UTC'")
                .toFormatter(locale).format(moment.atOffset(ZoneOffset.UTC));
    }

    /** An exception without a cause is about the address of the recipient: that of the sender was validated before. */
    private static boolean isAboutAddress(EmailException e) {
        return e.getCause() == null || e.getCause() instanceof SendFailedException refused
                && refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0;
    }
}
