package io.github.appkeys.core.service.tasks;

import io.github.appkeys.core.expiry.NoticeStore;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * User events of a realm about a pair. Their type is {@code CLIENT_UPDATE}, which is the closest of the types that a
 * realm saves by default.
 */
final class NoticeEvents {

    /** Event detail: what happened, the name of an {@code ExpiryNotice} or {@code AlarmKind}, or {@code IDLE}. */
    static final String NOTICE = "app_key_notice";
    /** Event detail: when the pair expires (ISO 8601, UTC). */
    static final String EXPIRES_AT = "app_key_expires_at";
    /** Event detail: the id of the token. */
    static final String TOKEN = "app_key_token";

    /** Event detail: where a leaked appToken was found. */
    static final String LEAK = "app_key_leak";
    /** Event detail: what that report does, the name of a {@code LeakAction} or {@link #ENDED}. */
    static final String LEAK_ACTION = "app_key_leak_action";
    /** Event detail: the name of the partner who reported it. */
    static final String LEAK_PARTNER = "app_key_leak_partner";
    /** The appToken has ended. */
    static final String ENDED = "ENDED";

    /** Event detail: the code with which the SMTP server refused the e-mail (RFC 5321). */
    static final String SMTP_REPLY = "app_key_smtp_reply";
    /** Event error: the e-mail about a notice was refused for good. */
    static final String MAIL_REFUSED = "app_key_mail_refused";

    private NoticeEvents() {
    }

    static EventBuilder of(KeycloakSession session, RealmModel realm, NoticeStore.Token token, String notice) {
        return new EventBuilder(realm, session).event(EventType.CLIENT_UPDATE)
                .client(token.appKey())
                .detail(NOTICE, notice)
                .detail(TOKEN, token.id());
    }
}
