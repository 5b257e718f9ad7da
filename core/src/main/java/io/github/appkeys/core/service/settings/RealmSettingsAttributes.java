package io.github.appkeys.core.service.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.exchange.ExchangeSettings;
import io.github.appkeys.core.exchange.HeaderNames;
import io.github.appkeys.core.leaks.CleartextAction;
import io.github.appkeys.core.settings.Bound;
import io.github.appkeys.core.settings.RealmSettings;
import org.keycloak.models.RealmModel;

/**
 * Keeps {@link RealmSettings} as texts by name; {@link SettingsHome} says where. The names are those of the realm
 * attributes of version 0.1.0.
 */
public final class RealmSettingsAttributes {

    private static final String ENABLED = "appKeys.enabled";
    private static final String REQUIRE_ROLE = "appKeys.requireRole";
    private static final String OVERLAP = "appKeys.defaultOverlapSeconds";
    private static final String TOKEN_AGE = "appKeys.maxTokenAgeSeconds";
    private static final String IDLE_DAYS = "appKeys.idleDays";
    private static final String CLAIM_LINK = "appKeys.claimLinkSeconds";
    private static final String GATEWAY_MAX_AGE = "appKeys.gatewayMaxAge";
    private static final String GUARD_ADMINISTRATORS = "appKeys.guardAdministrators";
    private static final String SHORT_HEADER_NAMES = "appKeys.shortHeaderNames";
    private static final String STRICT_ROLES = "appKeys.strictRoles";
    private static final String SELF_RENEWAL = "appKeys.selfRenewal";
    private static final String CLEARTEXT = "appKeys.cleartext";
    private static final String APP_KEY_HEADER = "appKeys.appKeyHeader";
    private static final String APP_TOKEN_HEADER = "appKeys.appTokenHeader";

    private RealmSettingsAttributes() {
    }

    /** What holds in a realm, from Keycloak's cache; see {@link #read(UnaryOperator)}. */
    public static RealmSettings read(RealmModel realm) {
        return read(SettingsHome.values(realm));
    }

    /**
     * Never throws: it runs for every client authentication of the realm. An invalid value falls back to the default.
     *
     * @param attributes the value of an attribute of the realm; null where there is none
     */
    static RealmSettings read(UnaryOperator<String> attributes) {
        RealmSettings none = RealmSettings.DEFAULT;
        ExchangeSettings exchange = exchange(attributes);
        return new RealmSettings(exchange.enabled(), exchange.requireRole(),
                number(attributes.apply(OVERLAP), RealmSettings.OVERLAP, none.defaultOverlapSeconds()),
                number(attributes.apply(TOKEN_AGE), RealmSettings.TOKEN_AGE, none.maxTokenAgeSeconds()),
                number(attributes.apply(IDLE_DAYS), RealmSettings.IDLE_DAYS, none.idleDays()),
                number(attributes.apply(CLAIM_LINK), RealmSettings.CLAIM_LINK, none.claimLinkSeconds()),
                gatewayMaxAge(attributes),
                flag(attributes.apply(GUARD_ADMINISTRATORS), none.guardAdministrators()),
                exchange.shortHeaderNames(), exchange.headerNames(), PasswordGrantsAttributes.read(attributes),
                flag(attributes.apply(STRICT_ROLES), none.strictRoles()),
                flag(attributes.apply(SELF_RENEWAL), none.selfRenewal()),
                LeakAttributes.read(attributes), cleartext(attributes));
    }

    /** What becomes of an appToken that was sent without TLS, from Keycloak's cache. Never throws. */
    public static CleartextAction cleartext(RealmModel realm) {
        return cleartext(SettingsHome.values(realm));
    }

    private static CleartextAction cleartext(UnaryOperator<String> attributes) {
        return CleartextAction.END.name().equals(attributes.apply(CLEARTEXT)) ? CleartextAction.END
                : CleartextAction.TELL;
    }

    /** What an exchange needs in a realm, from Keycloak's cache. Never throws, like {@link #read(UnaryOperator)}. */
    public static ExchangeSettings exchange(RealmModel realm) {
        return exchange(SettingsHome.values(realm));
    }

    /** Whether {@link RealmSettings#strictRoles} holds in a realm, from Keycloak's cache. Never throws. */
    public static boolean strictRoles(RealmModel realm) {
        return flag(SettingsHome.values(realm).apply(STRICT_ROLES), RealmSettings.DEFAULT.strictRoles());
    }

    /** Whether {@link RealmSettings#selfRenewal} holds in a realm, from Keycloak's cache. Never throws. */
    public static boolean selfRenewal(RealmModel realm) {
        return flag(SettingsHome.values(realm).apply(SELF_RENEWAL), RealmSettings.DEFAULT.selfRenewal());
    }

    private static ExchangeSettings exchange(UnaryOperator<String> attributes) {
        RealmSettings none = RealmSettings.DEFAULT;
        return new ExchangeSettings(flag(attributes.apply(ENABLED), none.enabled()),
                flag(attributes.apply(REQUIRE_ROLE), none.requireRole()),
                flag(attributes.apply(SHORT_HEADER_NAMES), none.shortHeaderNames()), headerNames(attributes));
    }

    /** For how many seconds a gateway may keep an answer, from Keycloak's cache. Never throws. */
    public static long gatewayMaxAge(RealmModel realm) {
        return gatewayMaxAge(SettingsHome.values(realm));
    }

    private static long gatewayMaxAge(UnaryOperator<String> attributes) {
        return number(attributes.apply(GATEWAY_MAX_AGE), RealmSettings.GATEWAY_MAX_AGE,
                RealmSettings.DEFAULT.gatewayMaxAge());
    }

    /** The names of all that may be kept. */
    static List<String> names() {
        return Stream.concat(of(RealmSettings.DEFAULT).keySet().stream(),
                Stream.of(Announcement.ATTRIBUTE, IdleSince.ATTRIBUTE)).toList();
    }

    /** The attributes that keep the settings; those with null are none. */
    static Map<String, String> of(RealmSettings settings) {
        HeaderNames names = settings.headerNames();
        Map<String, String> attributes = new LinkedHashMap<>(PasswordGrantsAttributes.of(settings.passwordGrants()));
        attributes.putAll(LeakAttributes.of(settings.leaks()));
        attributes.put(ENABLED, String.valueOf(settings.enabled()));
        attributes.put(REQUIRE_ROLE, String.valueOf(settings.requireRole()));
        attributes.put(OVERLAP, String.valueOf(settings.defaultOverlapSeconds()));
        attributes.put(TOKEN_AGE, String.valueOf(settings.maxTokenAgeSeconds()));
        attributes.put(IDLE_DAYS, String.valueOf(settings.idleDays()));
        attributes.put(CLAIM_LINK, String.valueOf(settings.claimLinkSeconds()));
        attributes.put(GATEWAY_MAX_AGE, String.valueOf(settings.gatewayMaxAge()));
        attributes.put(GUARD_ADMINISTRATORS, String.valueOf(settings.guardAdministrators()));
        attributes.put(SHORT_HEADER_NAMES, String.valueOf(settings.shortHeaderNames()));
        attributes.put(STRICT_ROLES, String.valueOf(settings.strictRoles()));
        attributes.put(SELF_RENEWAL, String.valueOf(settings.selfRenewal()));
        attributes.put(CLEARTEXT, settings.cleartext().name());
        attributes.put(APP_KEY_HEADER, names == null ? null : names.appKey());
        attributes.put(APP_TOKEN_HEADER, names == null ? null : names.appToken());
        return attributes;
    }

    private static boolean flag(String text, boolean none) {
        return text == null ? none : Boolean.parseBoolean(text);
    }

    private static long number(String text, Bound bound, long none) {
        try {
            long number = text == null ? none : Long.parseLong(text);
            return bound.contains(number) ? number : none;
        } catch (NumberFormatException e) {
            return none;
        }
    }

    private static HeaderNames headerNames(UnaryOperator<String> attributes) {
        try {
            String appKey = attributes.apply(APP_KEY_HEADER);
            return appKey == null ? null : new HeaderNames(appKey, attributes.apply(APP_TOKEN_HEADER));
        } catch (InvalidValueException e) {
            return null;
        }
    }
}
