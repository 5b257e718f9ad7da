package io.github.appkeys.authenticator.passwordgrants;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.passwordgrants.Cutoff;
import io.github.appkeys.core.reason.ErrorPage;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;

/**
 * What a client profile says to {@link PasswordGrantExecutor}. Keycloak asks whether it is valid before it saves it,
 * and fills it in again at each event: what it is then never fails, since all of the realm's clients would feel it.
 */
public final class PasswordGrantExecutorConfig extends ClientPolicyExecutorConfigurationRepresentation {

    static final String CUTOFF = "cutoff";
    static final String DOCUMENTATION_URL = "documentation-url";

    @JsonProperty(CUTOFF)
    private JsonNode cutoff;

    @JsonProperty(DOCUMENTATION_URL)
    private JsonNode documentationUrl;

    /** Whether both are what they should be, or not there. */
    @Override
    public boolean validateConfig() {
        return (isAbsent(cutoff) || cutoff().isPresent())
                && (isAbsent(documentationUrl) || documentationUrl().isPresent());
    }

    /** The end that the profile sets by itself; empty where it follows the realm. */
    Optional<Cutoff> cutoff() {
        try {
            return isAbsent(cutoff) ? Optional.empty() : Optional.of(new Cutoff(cutoff.textValue()));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    /** The page that the profile names by itself; empty where it follows the realm. */
    Optional<String> documentationUrl() {
        return isAbsent(documentationUrl) ? Optional.empty()
                : ErrorPage.of(documentationUrl.textValue()).map(ErrorPage::url);
    }

    /** The console sends an empty text for a field that is left empty. */
    private static boolean isAbsent(JsonNode value) {
        return value == null || value.isNull() || value.isTextual() && value.textValue().isEmpty();
    }
}
