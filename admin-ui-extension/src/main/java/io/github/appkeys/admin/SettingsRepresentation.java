package io.github.appkeys.admin;

import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.appkeys.core.HeaderNames;
import io.github.appkeys.core.service.RealmSettings;

/** The settings as JSON, and back. Durations are seconds. */
@JsonInclude
record SettingsRepresentation(boolean enabled, boolean requireRole, long defaultOverlapSeconds, long maxTokenAgeSeconds,
        long idleDays, long claimLinkSeconds, HeaderNames headerNames) {

    private static final Set<String> NAMES = Set.of("enabled", "requireRole", "defaultOverlapSeconds",
            "maxTokenAgeSeconds", "idleDays", "claimLinkSeconds", "headerNames");

    /** @param server the names that hold where the realm has none of its own */
    static SettingsRepresentation of(RealmSettings settings, HeaderNames server) {
        return new SettingsRepresentation(settings.enabled(), settings.requireRole(), settings.defaultOverlapSeconds(),
                settings.maxTokenAgeSeconds(), settings.idleDays(), settings.claimLinkSeconds(),
                Optional.ofNullable(settings.headerNames()).orElse(server));
    }

    /**
     * @param current fields that are absent stay as they are here
     * @param server  header names equal to these are not kept, so that the realm goes on following the server
     */
    static RealmSettings read(InputStream body, RealmSettings current, HeaderNames server) {
        JsonObject json = JsonBody.object(body, NAMES);
        return new RealmSettings(json.flag("enabled").orElse(current.enabled()),
                json.flag("requireRole").orElse(current.requireRole()),
                json.wholeNumber("defaultOverlapSeconds").orElse(current.defaultOverlapSeconds()),
                json.wholeNumber("maxTokenAgeSeconds").orElse(current.maxTokenAgeSeconds()),
                json.wholeNumber("idleDays").orElse(current.idleDays()),
                json.wholeNumber("claimLinkSeconds").orElse(current.claimLinkSeconds()),
                headerNames(json, current.headerNames(), server), current.passwordGrants());
    }

    private static HeaderNames headerNames(JsonObject json, HeaderNames current, HeaderNames server) {
        if (json.isNull("headerNames")) {
            return null;
        }
        return json.object("headerNames", Set.of("appKey", "appToken"))
                .map(names -> new HeaderNames(names.text("appKey").orElse(null), names.text("appToken").orElse(null)))
                .map(names -> names.equals(server) ? null : names)
                .orElse(json.field("headerNames").isPresent() ? null : current);
    }
}
