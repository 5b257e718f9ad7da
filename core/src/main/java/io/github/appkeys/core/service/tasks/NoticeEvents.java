package io.github.appkeys.core.service.tasks;

import io.github.appkeys.core.expiry.NoticeStore;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Events of the realm about a pair, for everybody who listens to them. Of Keycloak's types, {@code CLIENT_UPDATE} comes
 * closest of those that a realm keeps unless told otherwise.
 */
final class NoticeEvents {

    /** Detail: what the notice is about. */
    static final String NOTICE = "app_key_notice";
    /** Detail: when the pair expires. */
    static final String EXPIRES_AT = "app_key_expires_at";
    /** Detail: which token it is. */
    static final String TOKEN = "app_key_token";

    private NoticeEvents() {
    }

    static EventBuilder of(KeycloakSession session, RealmModel realm, NoticeStore.Token token, String notice) {
        return new EventBuilder(realm, session).event(EventType.CLIENT_UPDATE)
                .client(token.appKey())
                .detail(NOTICE, notice)
                .detail(TOKEN, token.id());
    }
}
