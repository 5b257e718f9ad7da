package io.github.appkeys.admin.settings;

import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.appkeys.admin.http.FieldNames;
import io.github.appkeys.admin.http.JsonBody;
import io.github.appkeys.admin.http.JsonObject;
import io.github.appkeys.admin.passwordgrants.PasswordGrantsRepresentation;
import io.github.appkeys.core.ConflictException;
import io.github.appkeys.core.exchange.HeaderNames;
import io.github.appkeys.core.service.settings.VersionedSettings;
import io.github.appkeys.core.settings.RealmSettings;

/** The settings as JSON, and back. Durations are seconds. */
@JsonInclude
public record SettingsRepresentation(boolean enabled, boolean requireRole, long defaultOverlapSeconds,
        long maxTokenAgeSeconds, long idleDays, long claimLinkSeconds, HeaderNames headerNames,
        PasswordGrantsRepresentation passwordGrants, String version) {

    private static final Set<String> NAMES = FieldNames.of(SettingsRepresentation.class);
    private static final Set<String> NAMES_OF_HEADERS = FieldNames.of(HeaderNames.class);

    /** @param server the names that hold where the realm has none of its own */
    static SettingsRepresentation of(VersionedSettings kept, HeaderNames server) {
        RealmSettings settings = kept.settings();
        return new SettingsRepresentation(settings.enabled(), settings.requireRole(), settings.defaultOverlapSeconds(),
                settings.maxTokenAgeSeconds(), settings.idleDays(), settings.claimLinkSeconds(),
                Optional.ofNullable(settings.headerNames()).orElse(server),
                PasswordGrantsRepresentation.of(settings.passwordGrants()), kept.version());
    }

    /**
     * @param kept    fields that are absent stay as they are here
     * @param server  header names equal to these are not kept, so that the realm goes on following the server
     * @throws ConflictException where the body has a version, and it is not that of the current ones
     */
    static RealmSettings read(InputStream body, VersionedSettings kept, HeaderNames server) {
        JsonObject json = JsonBody.object(body, NAMES);
        RealmSettings current = kept.settings();
        json.text("version").filter(version -> !version.equals(kept.version())).ifPresent(version -> {
            throw new ConflictException("Somebody else changed the settings since version was read. Read them "
                    + "again");
        });
        return new RealmSettings(json.flag("enabled").orElse(current.enabled()),
                json.flag("requireRole").orElse(current.requireRole()),
                json.wholeNumber("defaultOverlapSeconds").orElse(current.defaultOverlapSeconds()),
                json.wholeNumber("maxTokenAgeSeconds").orElse(current.maxTokenAgeSeconds()),
                json.wholeNumber("idleDays").orElse(current.idleDays()),
                json.wholeNumber("claimLinkSeconds").orElse(current.claimLinkSeconds()),
                headerNames(json, current.headerNames(), server),
                json.withPaths().object("passwordGrants", PasswordGrantsRepresentation.NAMES)
                        .map(part -> PasswordGrantsRepresentation.read(part, current.passwordGrants()))
                        .orElse(current.passwordGrants()));
    }

    private static HeaderNames headerNames(JsonObject json, HeaderNames current, HeaderNames server) {
        if (json.isNull("headerNames")) {
            return null;
        }
        return json.object("headerNames", NAMES_OF_HEADERS)
                .map(names -> new HeaderNames(names.text("appKey").orElse(null), names.text("appToken").orElse(null)))
                .map(names -> names.equals(server) ? null : names)
                .orElse(json.field("headerNames").isPresent() ? null : current);
    }
}
