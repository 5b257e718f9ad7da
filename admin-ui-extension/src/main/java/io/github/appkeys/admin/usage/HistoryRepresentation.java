package io.github.appkeys.admin.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.appkeys.core.history.Act;
import io.github.appkeys.core.history.HistoryEntry;

/** One thing that happened to a pair as JSON; without token and detail where there are none. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryRepresentation(String at, String by, Act act, Token token, String detail) {

    /** The appToken that it is about; the hint is null where it is not known. */
    @JsonInclude
    public record Token(String id, String hint) {
    }

    static HistoryRepresentation of(HistoryEntry entry) {
        return new HistoryRepresentation(entry.at().toString(), entry.by(), entry.act(),
                entry.tokenId() == null ? null : new Token(entry.tokenId(), entry.hint()), entry.detail());
    }
}
