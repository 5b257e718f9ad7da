package io.github.appkeys.admin.settings;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.appkeys.admin.http.FieldNames;
import io.github.appkeys.admin.http.JsonObject;
import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.leaks.LeakAction;
import io.github.appkeys.core.leaks.LeakPartner;
import io.github.appkeys.core.leaks.LeakSettings;

/** A realm's settings for reports of leaked appTokens as JSON, and back. */
@JsonInclude
public record LeaksRepresentation(boolean reports, LeakAction action, long afterHours, List<Partner> partners) {

    static final Set<String> NAMES = FieldNames.of(LeaksRepresentation.class);
    private static final Set<String> NAMES_OF_PARTNER = FieldNames.of(Partner.class);

    /** A partner whose signed reports are answered. */
    public record Partner(String name, String keyId, String publicKey) {
    }

    static LeaksRepresentation of(LeakSettings leaks) {
        return new LeaksRepresentation(leaks.reports(), leaks.action(), leaks.afterHours(), leaks.partners().stream()
                .map(each -> new Partner(each.name(), each.keyId(), each.publicKey())).toList());
    }

    /** @param current the values of absent fields */
    static LeakSettings read(JsonObject json, LeakSettings current) {
        return json.made(() -> new LeakSettings(json.flag("reports").orElse(current.reports()),
                json.text("action").map(LeaksRepresentation::action).orElse(current.action()),
                json.wholeNumber("afterHours").orElse(current.afterHours()),
                json.objects("partners", NAMES_OF_PARTNER)
                        .map(all -> all.stream().map(LeaksRepresentation::partner).toList())
                        .orElse(current.partners())));
    }

    private static LeakPartner partner(JsonObject json) {
        return json.made(() -> new LeakPartner(json.text("name").orElse(null), json.text("keyId").orElse(null),
                json.text("publicKey").orElse(null)));
    }

    private static LeakAction action(String text) {
        try {
            return LeakAction.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException("action must be one of TELL, END_AFTER and END");
        }
    }
}
