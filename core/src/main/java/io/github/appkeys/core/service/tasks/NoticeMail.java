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
import io.github.appkeys.core.leaks.AlarmStore;
import io.github.appkeys.core.pair.Pair;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Sends one e-mail over the SMTP server of the realm, in its e-mail theme and its default language. */
final class NoticeMail {

    /**
     * The result of sending an e-mail.
     *
     * @param sent    whether the SMTP server accepted it
     * @param refusal what the SMTP server refused about this e-mail only; null if it was sent, or if an error in the
     *                settings, the SMTP server or the theme hinders all e-mails
     */
    record Outcome(boolean sent, MailRefusal refusal) {

        static final Outcome SENT = new Outcome(true, null);
        static final Outcome HINDERED = new Outcome(false, null);

        /** Whether another attempt may succeed. */
        boolean isOpen() {
            return !sent && (refusal == null || refusal.isTemporary());
        }
    }

    private static final Logger LOG = Logger.getLogger(NoticeMail.class);
    /** A resource outside of all themes, so each e-mail theme finds it. */
    private static final String TEMPLATE = "app-key-expiry.ftl";
    private static final String SUBJECT = "appKeyExpirySubject";
    private static final String IDLE_TEMPLATE = "app-key-idle.ftl";
    private static final String IDLE_SUBJECT = "appKeyIdleSubject";
    private static final String RENEWED_TEMPLATE = "app-key-renewed.ftl";
    private static final String RENEWED_SUBJECT = "appKeyRenewedSubject";
    private static final String ALARM_TEMPLATE = "app-key-alarm.ftl";
    /** Begins the key of the subject; the kind of the alarm ends it. */
    private static final String ALARM_SUBJECT = "appKeyAlarmSubject.";

    private final KeycloakSession session;
    private final RealmModel realm;

    NoticeMail(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** The e-mail that the appToken expires. */
    Outcome send(NoticeStore.Token token) {
        return send(token, SUBJECT, TEMPLATE);
    }

    /** The e-mail that the appToken will be switched off, since it is not used. */
    Outcome sendIdle(NoticeStore.Token token) {
        return send(token, IDLE_SUBJECT, IDLE_TEMPLATE);
    }

    /** The e-mail that the holder of the appToken has renewed it. */
    Outcome sendRenewed(SelfRenewalMails.Renewed renewed) {
        UserModel recipient = new MailRecipient(session, realm, renewed.contact());
        String label = label(renewed.label(), renewed.appKey());
        return send(recipient, RENEWED_SUBJECT, List.of(label), RENEWED_TEMPLATE, new HashMap<>(Map.of("appKey",
                renewed.appKey(), "label", label, "hint", renewed.hint(), "address", renewed.address(),
                "renewedAt", text(renewed.at(), session.getContext().resolveLocale(recipient)))));
    }

    /** The e-mail about something that was seen of an appToken. */
    Outcome sendAlarm(AlarmStore.Due due, String address) {
        UserModel recipient = new MailRecipient(session, realm, address);
        Locale locale = session.getContext().resolveLocale(recipient);
        Pair.Alarm alarm = due.alarm();
        Map<String, Object> attributes = new HashMap<>(Map.of("kind", alarm.kind().name(), "appKey", due.appKey(),
                "label", label(due.label(), due.appKey()), "hint", due.hint() == null ? "" : due.hint(),
                "lastAt", text(alarm.lastAt(), locale), "place", unlinked(alarm.place()),
                "address", alarm.address() == null ? "" : alarm.address(),
                "endsAt", alarm.endsAt() == null ? "" : text(alarm.endsAt(), locale)));
        return send(recipient, ALARM_SUBJECT + alarm.kind().name(), List.of(attributes.get("label")), ALARM_TEMPLATE,
                attributes);
    }

    /** No mail program makes a link of it: what was reported is not to be trusted. */
    private static String unlinked(String place) {
        return place == null ? "" : place.replace("://", "[:]//").replace(".", "[.]");
    }

    private Outcome send(NoticeStore.Token token, String subject, String template) {
        UserModel recipient = new MailRecipient(session, realm, token.contact());
        String expiresAt = text(token.expiresAt(), session.getContext().resolveLocale(recipient));
        String label = label(token.label(), token.appKey());
        return send(recipient, subject, List.of(label, expiresAt), template,
                new HashMap<>(Map.of("appKey", token.appKey(), "label", label, "expiresAt", expiresAt)));
    }

    /** A name that was changed through Keycloak's own API may contain line breaks. */
    private static String label(String label, String appKey) {
        return label == null ? appKey : label.replaceAll("\\p{Cntrl}+", " ");
    }

    private Outcome send(UserModel recipient, String subject, List<Object> subjectAttributes, String template,
            Map<String, Object> attributes) {
        try {
            session.getProvider(EmailSenderProvider.class).validate(realm.getSmtpConfig());
        } catch (EmailException e) {
            return Outcome.HINDERED;
        }
        try {
            session.getProvider(EmailTemplateProvider.class).setRealm(realm).setUser(recipient)
                    .send(subject, subjectAttributes, template, attributes);
            return Outcome.SENT;
        } catch (EmailException e) {
            LOG.debugf(e, "The e-mail about appKey %s was not sent", attributes.get("appKey"));
            return MailRefusal.of(e).map(refusal -> new Outcome(false, refusal)).orElse(Outcome.HINDERED);
        }
    }

    /** With the time zone, since the one of the reader is not known. */
    private static String text(Instant moment, Locale locale) {
        return new DateTimeFormatterBuilder().appendLocalized(FormatStyle.LONG, null).appendPattern(", HH:mm 'UTC'")
                .toFormatter(locale).format(moment.atOffset(ZoneOffset.UTC));
    }
}
