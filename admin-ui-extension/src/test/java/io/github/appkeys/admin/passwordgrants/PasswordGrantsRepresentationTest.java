package io.github.appkeys.admin.passwordgrants;

import static io.github.appkeys.admin.http.Requests.assertBadRequest;
import static io.github.appkeys.admin.http.Requests.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.appkeys.core.passwordgrants.Cutoff;
import io.github.appkeys.core.passwordgrants.GrantExemption;
import io.github.appkeys.core.passwordgrants.GrantScope;
import io.github.appkeys.core.passwordgrants.PasswordGrants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordGrantsRepresentationTest {

    private static final PasswordGrants CURRENT = new PasswordGrants(false, new Cutoff("2026-11-13T14:00-02:00"),
            GrantScope.SELECTED, List.of("erp"), List.of(new GrantExemption("shop", "why",
            new Cutoff("2027-01-01T00:00Z"))), "https://example.org/", 30);

    @Test
    void staysTheSameWhereItsAnswerIsSentBack() throws JsonProcessingException {
        for (PasswordGrants grants : List.of(CURRENT, PasswordGrants.DEFAULT)) {
            String answer = new ObjectMapper().writeValueAsString(PasswordGrantsRepresentation.of(grants));

            assertThat(read(answer, grants)).isEqualTo(grants);
            assertThat(read(answer, CURRENT)).isEqualTo(grants);
        }
    }

    @Test
    void leavesWhatIsAbsentAndClearsWhatMayBeNone() {
        assertThat(read("{}", CURRENT)).isEqualTo(CURRENT);
        assertThat(read("{\"observe\":null,\"scope\":null,\"clients\":null,\"exceptions\":null,\"retentionDays\":null}",
                CURRENT)).isEqualTo(CURRENT);
        PasswordGrants cleared = read("{\"cutoff\":null,\"documentationUrl\":null}", CURRENT);
        assertThat(cleared.cutoff()).isNull();
        assertThat(cleared.documentationUrl()).isNull();
        assertThat(cleared.exceptions()).isEqualTo(CURRENT.exceptions());
    }

    /** Each field by its whole path; what the rules of the values say is theirs to test. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"observe\":1} | passwordGrants.observe must be true or false",
        "{\"cutoff\":true} | passwordGrants.cutoff must be a text",
        "{\"clients\":[\"a\",null]} | passwordGrants.clients[1] must be a text",
        "{\"exceptions\":[[]]} | passwordGrants.exceptions[0] must be an object",
        "{\"exceptions\":[{\"clientId\":\"a\",\"reason\":1}]} | passwordGrants.exceptions[0].reason must be a text",
        "{\"exceptions\":[{\"clientId\":\"a\",\"reason\":\"b\"}]} "
            + "| passwordGrants.exceptions[0].until is missing or empty",
        "{\"clients\":[\"a\",\"a\"]} | passwordGrants.clients[1] is there twice",
        "{\"retentionDays\":9223372036854775807} | passwordGrants.retentionDays must be between 1 and 3650",
        "{\"exceptions\":[{\"x\":1}]} | 'Unknown field. Allowed are: passwordGrants.exceptions[0].clientId, "
                + "passwordGrants.exceptions[0].reason, passwordGrants.exceptions[0].until'"})
    void namesWhatIsBad(String json, String message) {
        assertBadRequest(() -> read(json, CURRENT), message);
    }

    private static PasswordGrants read(String json, PasswordGrants current) {
        return object("{\"passwordGrants\":" + json + "}", "passwordGrants")
                .withPaths().object("passwordGrants", PasswordGrantsRepresentation.NAMES)
                .map(part -> PasswordGrantsRepresentation.read(part, current)).orElseThrow();
    }
}
