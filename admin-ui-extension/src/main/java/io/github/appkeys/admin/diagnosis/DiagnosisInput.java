package io.github.appkeys.admin.diagnosis;

import java.io.InputStream;
import java.util.List;
import java.util.Set;

import io.github.appkeys.admin.http.ErrorResponses;
import io.github.appkeys.admin.http.JsonBody;
import io.github.appkeys.admin.http.JsonObject;
import io.github.appkeys.core.diagnosis.PastedPair;
import io.github.appkeys.core.diagnosis.Question;

/** Reads the bodies of diagnosis requests. */
public final class DiagnosisInput {

    /** Not those of {@link Question}: it holds the appKey and the appToken as one value. */
    private static final Set<String> OF_PAIR = Set.of("appToken", "requiredRoles", "address", "scope");
    private static final Set<String> PASTED = Set.of("appKey", "appToken", "requiredRoles", "address", "scope");

    private DiagnosisInput() {
    }

    /** The question about the pair that the path names. The body may be absent. */
    public static Question ofPair(InputStream body) {
        return question(JsonBody.objectOrNone(body, OF_PAIR), null);
    }

    /** The question about pasted text. At least one half of a pair is required. */
    public static Question pasted(InputStream body) {
        JsonObject json = JsonBody.object(body, PASTED);
        if (json.field("appKey").isEmpty() && json.field("appToken").isEmpty()) {
            throw ErrorResponses.badRequest("appKey or appToken is missing: paste at least one of them");
        }
        return question(json, json.pasted("appKey"));
    }

    private static Question question(JsonObject json, String appKey) {
        return new Question(new PastedPair(appKey, json.pasted("appToken")),
                json.texts("requiredRoles").orElse(List.of()), json.text("address").orElse(null),
                json.text("scope").orElse(null));
    }
}
