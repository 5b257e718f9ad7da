package io.github.appkeys.core.service.settings;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.leaks.LeakAction;
import io.github.appkeys.core.leaks.LeakPartner;
import io.github.appkeys.core.leaks.LeakSettings;
import org.keycloak.models.RealmModel;
import org.keycloak.util.JsonSerialization;

/** Keeps {@link LeakSettings} as texts by name, as {@link SettingsHome} keeps them. */
public final class LeakAttributes {

    private static final String REPORTS = "appKeys.leaks.reports";
    private static final String ACTION = "appKeys.leaks.action";
    private static final String AFTER_HOURS = "appKeys.leaks.afterHours";
    private static final String PARTNERS = "appKeys.leaks.partners";

    /** A partner as it is kept. */
    record KeptPartner(String name, String keyId, String publicKey) {
    }

    private LeakAttributes() {
    }

    /** What holds in a realm, from Keycloak's cache. Never throws. */
    public static LeakSettings read(RealmModel realm) {
        return read(SettingsHome.values(realm));
    }

    /** Never throws. An invalid value counts as not set. */
    static LeakSettings read(UnaryOperator<String> attributes) {
        LeakSettings none = LeakSettings.DEFAULT;
        LeakSettings simple = new LeakSettings(Boolean.parseBoolean(attributes.apply(REPORTS)),
                valid(attributes.apply(ACTION), LeakAction::valueOf).orElse(none.action()),
                valid(attributes.apply(AFTER_HOURS), Long::valueOf)
                        .filter(hours -> hours >= 1 && hours <= LeakSettings.MAX_HOURS).orElse(none.afterHours()),
                none.partners());
        return valid(attributes.apply(PARTNERS), text -> new LeakSettings(simple.reports(), simple.action(),
                simple.afterHours(), partners(text))).orElse(simple);
    }

    /** The attributes that keep the settings; those with null are none. */
    static Map<String, String> of(LeakSettings leaks) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(REPORTS, String.valueOf(leaks.reports()));
        attributes.put(ACTION, leaks.action().name());
        attributes.put(AFTER_HOURS, String.valueOf(leaks.afterHours()));
        attributes.put(PARTNERS, leaks.partners().isEmpty() ? null : json(leaks.partners()));
        return attributes;
    }

    private static List<LeakPartner> partners(String text) {
        try {
            return Stream.of(JsonSerialization.readValue(text, KeptPartner[].class))
                    .map(kept -> new LeakPartner(kept.name(), kept.keyId(), kept.publicKey()))
                    .toList();
        } catch (IOException e) {
            throw new IllegalArgumentException("Not the JSON that was written", e);
        }
    }

    private static String json(List<LeakPartner> partners) {
        try {
            return JsonSerialization.writeValueAsString(partners.stream()
                    .map(each -> new KeptPartner(each.name(), each.keyId(), each.publicKey())).toList());
        } catch (IOException e) {
            throw new IllegalStateException("Texts can always be written as JSON", e);
        }
    }

    private static <T> Optional<T> valid(String text, Function<String, T> read) {
        try {
            return Optional.ofNullable(text).map(read);
        } catch (InvalidValueException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }
}
