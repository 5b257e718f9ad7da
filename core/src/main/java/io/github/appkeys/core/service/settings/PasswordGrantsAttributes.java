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
import io.github.appkeys.core.passwordgrants.Cutoff;
import io.github.appkeys.core.passwordgrants.GrantExemption;
import io.github.appkeys.core.passwordgrants.GrantScope;
import io.github.appkeys.core.passwordgrants.PasswordGrants;
import io.github.appkeys.core.reason.ErrorPage;
import org.keycloak.models.RealmModel;
import org.keycloak.util.JsonSerialization;

/** Keeps {@link PasswordGrants} in attributes of the realm. */
public final class PasswordGrantsAttributes {

    private static final String OBSERVE = "appKeys.passwordGrants.observe";
    private static final String CUTOFF = "appKeys.passwordGrants.cutoff";
    private static final String SCOPE = "appKeys.passwordGrants.scope";
    private static final String CLIENTS = "appKeys.passwordGrants.clients";
    private static final String EXCEPTIONS = "appKeys.passwordGrants.exceptions";
    private static final String DOCUMENTATION_URL = "appKeys.documentationUrl";
    private static final String RETENTION_DAYS = "appKeys.passwordGrants.retentionDays";

    /** An exception as it is kept. */
    record KeptException(String clientId, String reason, String until) {
    }

    private PasswordGrantsAttributes() {
    }

    /** The page to which a realm's refusals point; empty where there is none. Never throws. */
    public static Optional<ErrorPage> errorPage(RealmModel realm) {
        return ErrorPage.of(SettingsHome.values(realm).apply(DOCUMENTATION_URL));
    }

    /**
     * Never throws: it runs for every password grant of the realm. An invalid value counts as not set.
     *
     * @param attributes the value of an attribute of the realm; null where there is none
     */
    public static PasswordGrants read(UnaryOperator<String> attributes) {
        PasswordGrants none = PasswordGrants.DEFAULT;
        String observe = attributes.apply(OBSERVE);
        PasswordGrants simple = new PasswordGrants(observe == null ? none.observe() : Boolean.parseBoolean(observe),
                valid(attributes.apply(CUTOFF), Cutoff::new).orElse(none.cutoff()),
                valid(attributes.apply(SCOPE), GrantScope::valueOf).orElse(none.scope()),
                none.clients(), none.exceptions(),
                ErrorPage.of(attributes.apply(DOCUMENTATION_URL)).map(ErrorPage::url).orElse(null),
                valid(attributes.apply(RETENTION_DAYS), Integer::valueOf)
                        .filter(PasswordGrants::isRetention).orElse(none.retentionDays()));
        PasswordGrants withClients = valid(attributes.apply(CLIENTS), text -> simple.withClients(clients(text)))
                .orElse(simple);
        return valid(attributes.apply(EXCEPTIONS), text -> withClients.withExceptions(exceptions(text)))
                .orElse(withClients);
    }

    /** The attributes that keep the settings; those with null are none. */
    static Map<String, String> of(PasswordGrants grants) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(OBSERVE, String.valueOf(grants.observe()));
        attributes.put(CUTOFF, grants.cutoff() == null ? null : grants.cutoff().text());
        attributes.put(SCOPE, grants.scope().name());
        attributes.put(CLIENTS, json(grants.clients()));
        attributes.put(EXCEPTIONS, json(grants.exceptions().stream()
                .map(each -> new KeptException(each.clientId(), each.reason(), each.until().text())).toList()));
        attributes.put(RETENTION_DAYS, String.valueOf(grants.retentionDays()));
        attributes.put(DOCUMENTATION_URL, grants.documentationUrl());
        return attributes;
    }

    private static List<String> clients(String text) {
        return List.of(parse(text, String[].class));
    }

    private static List<GrantExemption> exceptions(String text) {
        return Stream.of(parse(text, KeptException[].class))
                .map(kept -> new GrantExemption(kept.clientId(), kept.reason(), new Cutoff(kept.until())))
                .toList();
    }

    private static <T> T parse(String text, Class<T> type) {
        try {
            return JsonSerialization.readValue(text, type);
        } catch (IOException e) {
            throw new IllegalArgumentException("Not the JSON that was written", e);
        }
    }

    private static String json(List<?> values) {
        try {
            return values.isEmpty() ? null : JsonSerialization.writeValueAsString(values);
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
