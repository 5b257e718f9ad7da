package io.github.appkeys.admin.settings;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.appkeys.core.settings.SettingsProblem;

/** What a realm lacks while app keys are enabled in it, as JSON. */
public record SettingsProblems(List<Problem> problems) {

    /**
     * One of them.
     *
     * @param code     what it is; never changes
     * @param message  in English
     * @param fix      what to do, in English
     * @param mendable whether {@code POST settings/repair} puts it right
     * @param name     the flow or the authenticator; absent where there is none to name
     * @param count    how many clients; absent where there is nothing to count
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Problem(String code, String message, String fix, boolean mendable, String name, Long count) {
    }

    static SettingsProblems of(List<SettingsProblem> problems) {
        return new SettingsProblems(problems.stream()
                .map(problem -> new Problem(problem.kind().name(), problem.message(), problem.fix(),
                        problem.isMendable(), problem.detail(), problem.count()))
                .toList());
    }
}
