package io.github.appkeys.admin.settings;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.appkeys.core.settings.SettingsWarning;

/** What ends to hold when settings are saved, as JSON. */
public record SettingsWarnings(List<Warning> warnings) {

    /**
     * One of them.
     *
     * @param code    what it is; never changes
     * @param message in English
     * @param count   how many pairs or clients; absent where there is nothing to count
     * @param name    the client profile or the client; absent where there is none to name
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Warning(String code, String message, Long count, String name) {
    }

    static SettingsWarnings of(List<SettingsWarning> warnings) {
        return new SettingsWarnings(warnings.stream()
                .map(warning -> new Warning(warning.kind().name(), warning.message(), warning.count(), warning.name()))
                .toList());
    }
}
