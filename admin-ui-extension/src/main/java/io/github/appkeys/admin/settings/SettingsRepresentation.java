package io.github.appkeys.admin.settings;

import java.io.InputStream;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.appkeys.admin.http.FieldNames;
import io.github.appkeys.admin.http.JsonBody;
import io.github.appkeys.admin.http.JsonObject;
import io.github.appkeys.admin.passwordgrants.PasswordGrantsRepresentation;
import io.github.appkeys.core.ConflictException;
import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.exchange.HeaderNames;
import io.github.appkeys.core.leaks.CleartextAction;
import io.github.appkeys.core.service.settings.ServerOptions;
import io.github.appkeys.core.service.settings.VersionedSettings;
import io.github.appkeys.core.settings.RealmSettings;
import io.github.appkeys.core.settings.SettingsProblem;

/** A realm's settings as JSON, and back. Durations are in seconds. */
@JsonInclude
public record SettingsRepresentation(boolean enabled, boolean requireRole, long defaultOverlapSeconds,
        long maxTokenAgeSeconds, long idleDays, long claimLinkSeconds, long gatewayMaxAge,
        boolean guardAdministrators, boolean shortHeaderNames, HeaderNames headerNames,
        PasswordGrantsRepresentation passwordGrants, boolean strictRoles, boolean selfRenewal,
        LeaksRepresentation leaks, CleartextAction cleartext, String version,
        List<SettingsProblems.Problem> problems) {

    private static final Set<String> NAMES = FieldNames.of(SettingsRepresentation.class);
    private static final Set<String> NAMES_OF_HEADERS = FieldNames.of(HeaderNames.class);

    /**
     * @param server   the server's options, whose header names apply if the realm has none
     * @param problems what the realm lacks
     */
    static SettingsRepresentation of(VersionedSettings kept, ServerOptions server, List<SettingsProblem> problems) {
        RealmSettings settings = kept.settings();
        return new SettingsRepresentation(settings.enabled(), settings.requireRole(), settings.defaultOverlapSeconds(),
                settings.maxTokenAgeSeconds(), settings.idleDays(), settings.claimLinkSeconds(),
                settings.gatewayMaxAge(), settings.guardAdministrators(), settings.shortHeaderNames(),
                server.effectiveHeaderNames(settings.headerNames()),
                PasswordGrantsRepresentation.of(settings.passwordGrants()), settings.strictRoles(),
                settings.selfRenewal(), LeaksRepresentation.of(settings.leaks()), settings.cleartext(), kept.version(),
                SettingsProblems.of(problems).problems());
    }

    /**
     * Reads changed settings. The problems of the body are ignored, so that it may be what GET returned.
     *
     * @param kept   the current settings, for absent fields
     * @param server the server's header names: names equal to these are not stored, so that a later change of the
     *               server's names applies to the realm
     * @throws ConflictException if the body has a version other than that of the current settings
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
                json.wholeNumber("gatewayMaxAge").orElse(current.gatewayMaxAge()),
                json.flag("guardAdministrators").orElse(current.guardAdministrators()),
                json.flag("shortHeaderNames").orElse(current.shortHeaderNames()),
                headerNames(json, current.headerNames(), server),
                json.withPaths().object("passwordGrants", PasswordGrantsRepresentation.NAMES)
                        .map(part -> PasswordGrantsRepresentation.read(part, current.passwordGrants()))
                        .orElse(current.passwordGrants()),
                json.flag("strictRoles").orElse(current.strictRoles()),
                json.flag("selfRenewal").orElse(current.selfRenewal()),
                json.withPaths().object("leaks", LeaksRepresentation.NAMES)
                        .map(part -> LeaksRepresentation.read(part, current.leaks())).orElse(current.leaks()),
                json.text("cleartext").map(SettingsRepresentation::cleartext).orElse(current.cleartext()));
    }

    private static CleartextAction cleartext(String name) {
        try {
            return CleartextAction.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException("cleartext must be TELL or END");
        }
    }

    private static HeaderNames headerNames(JsonObject json, HeaderNames current, HeaderNames server) {
        if (json.isNull("headerNames")) {
            return null;
        }
        return json.object("headerNames", NAMES_OF_HEADERS)
                .map(names -> new HeaderNames(names.text("appKey").orElse(null), names.text("appToken").orElse(null)))
                .map(names -> names.equals(current) || names.equals(server) ? names : names.requirePassable())
                .map(names -> names.equals(server) ? null : names)
                .orElse(json.field("headerNames").isPresent() ? null : current);
    }
}
