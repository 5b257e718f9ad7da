package io.github.appkeys.authenticator.passwordgrants;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.passwordgrants.Cutoff;
import io.github.appkeys.core.reason.ErrorPage;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;

/**
 * The configuration of {@link PasswordGrantExecutor} in a client profile. Keycloak validates it before saving and reads
 * it again at each event. Reading never throws: an error would fail the requests of all clients of the realm.
 */
public final class PasswordGrantExecutorConfig extends ClientPolicyExecutorConfigurationRepresentation {

    static final String CUTOFF = "cutoff";
    static final String DOCUMENTATION_URL = "documentation-url";

    @JsonProperty(CUTOFF)
    private JsonNode cutoff;

    @JsonProperty(DOCUMENTATION_URL)
    private JsonNode documentationUrl;

    /** Whether each value is absent or valid. */
    @Override
    public boolean validateConfig() {
        return (isAbsent(cutoff) || cutoff().isPresent())
                && (isAbsent(documentationUrl) || documentationUrl().isPresent());
    }

    /** The cutoff that the profile sets; empty where the realm's holds. */
    Optional<Cutoff> cutoff() {
        try {
            return isAbsent(cutoff) ? Optional.empty() : Optional.of(new Cutoff(cutoff.textValue()));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    /** The documentation page that the profile sets; empty where the realm's holds. */
    Optional<String> documentationUrl() {
        return isAbsent(documentationUrl) ? Optional.empty()
                : ErrorPage.of(documentationUrl.textValue()).map(ErrorPage::url);
    }

    /** The console sends an empty text for an empty field. */
    private static boolean isAbsent(JsonNode value) {
        return value == null || value.isNull() || value.isTextual() && value.textValue().isEmpty();
    }
}
