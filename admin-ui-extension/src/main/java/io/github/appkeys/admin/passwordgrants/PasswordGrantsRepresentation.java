package io.github.appkeys.admin.passwordgrants;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.appkeys.admin.http.FieldNames;
import io.github.appkeys.admin.http.JsonObject;
import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.passwordgrants.Cutoff;
import io.github.appkeys.core.passwordgrants.GrantExemption;
import io.github.appkeys.core.passwordgrants.GrantScope;
import io.github.appkeys.core.passwordgrants.PasswordGrants;

/** A realm's settings for password grants as JSON, and back. Moments are the texts that were entered. */
@JsonInclude
public record PasswordGrantsRepresentation(boolean observe, String cutoff, GrantScope scope, List<String> clients,
        List<Excepted> exceptions, String documentationUrl, int retentionDays) {

    /** The names of its fields. */
    public static final Set<String> NAMES = FieldNames.of(PasswordGrantsRepresentation.class);
    private static final Set<String> NAMES_OF_EXCEPTION = FieldNames.of(Excepted.class);

    /** A client that may use password grants after the cutoff. */
    public record Excepted(String clientId, String reason, String until) {
    }

    public static PasswordGrantsRepresentation of(PasswordGrants grants) {
        return new PasswordGrantsRepresentation(grants.observe(),
                Optional.ofNullable(grants.cutoff()).map(Cutoff::text).orElse(null), grants.scope(), grants.clients(),
                grants.exceptions().stream()
                        .map(each -> new Excepted(each.clientId(), each.reason(), each.until().text())).toList(),
                grants.documentationUrl(), grants.retentionDays());
    }

    /** @param current the values of absent fields */
    public static PasswordGrants read(JsonObject json, PasswordGrants current) {
        return json.made(() -> new PasswordGrants(json.flag("observe").orElse(current.observe()),
                json.isNull("cutoff") ? null : cutoff(json, "cutoff").orElse(current.cutoff()),
                json.text("scope").map(PasswordGrantsRepresentation::scope).orElse(current.scope()),
                json.texts("clients").orElse(current.clients()),
                json.objects("exceptions", NAMES_OF_EXCEPTION)
                        .map(all -> all.stream().map(PasswordGrantsRepresentation::exception).toList())
                        .orElse(current.exceptions()),
                json.isNull("documentationUrl") ? null
                        : json.text("documentationUrl").orElse(current.documentationUrl()),
                json.wholeNumber("retentionDays").map(PasswordGrantsRepresentation::days)
                        .orElse(current.retentionDays())));
    }

    private static GrantExemption exception(JsonObject json) {
        return json.made(() -> new GrantExemption(json.text("clientId").orElse(null),
                json.text("reason").orElse(null), cutoff(json, "until").orElse(null)));
    }

    private static Optional<Cutoff> cutoff(JsonObject json, String name) {
        return json.text(name).map(text -> {
            try {
                return new Cutoff(text);
            } catch (InvalidValueException e) {
                throw new InvalidValueException(name + " " + e.getMessage());
            }
        });
    }

    private static GrantScope scope(String text) {
        try {
            return GrantScope.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException("scope must be one of ALL, API_CLIENTS and SELECTED");
        }
    }

    /** Narrows to an int; a value out of bounds stays out of bounds. */
    private static int days(long days) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, days));
    }
}
