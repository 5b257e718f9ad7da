package io.github.appkeys.core.exchange;

import io.github.appkeys.core.service.settings.RealmSettingsAttributes;
import io.github.appkeys.core.settings.RealmSettings;
import org.keycloak.models.RealmModel;

/**
 * What an exchange has to know of {@link RealmSettings}. Read each time that a client of the realm authenticates, stock
 * clients too, so it is cheap: nothing is parsed but two names.
 *
 * @param enabled     whether pairs can be exchanged
 * @param requireRole whether a pair without a linked role is refused
 * @param headerNames the headers of the realm; null for the server's
 */
public record ExchangeSettings(boolean enabled, boolean requireRole, HeaderNames headerNames) {

    /** What holds in a realm, from Keycloak's cache. Never fails. */
    public static ExchangeSettings of(RealmModel realm) {
        return RealmSettingsAttributes.exchange(realm::getAttribute);
    }
}
