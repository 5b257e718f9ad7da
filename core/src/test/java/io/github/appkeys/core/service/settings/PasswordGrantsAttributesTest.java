package io.github.appkeys.core.service.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.appkeys.core.passwordgrants.Cutoff;
import io.github.appkeys.core.passwordgrants.GrantExemption;
import io.github.appkeys.core.passwordgrants.GrantScope;
import io.github.appkeys.core.passwordgrants.PasswordGrants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordGrantsAttributesTest {

    private static final PasswordGrants GRANTS = new PasswordGrants(false, new Cutoff("2026-11-13T14:00:00-02:00"),
            GrantScope.SELECTED, List.of("erp", "a \"quoted\", one"), List.of(new GrantExemption("old", "é 😀 reason",
            new Cutoff("2027-01-01T00:00Z"))), "https://example.org/", 1);

    @Test
    void keepEverything() {
        assertThat(read(Map.of())).isEqualTo(GRANTS);
        assertThat(PasswordGrantsAttributes.read(name -> null)).isEqualTo(PasswordGrants.DEFAULT);
        assertThat(PasswordGrantsAttributes.read(PasswordGrantsAttributes.of(PasswordGrants.DEFAULT)::get))
                .isEqualTo(PasswordGrants.DEFAULT);
    }

    /** And everything else stays. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "passwordGrants.cutoff | soon", "passwordGrants.cutoff | 2026-11-13T14:00:00", "passwordGrants.scope | all",
        "passwordGrants.clients | erp", "passwordGrants.clients | [\"a\",\"a\"]", "passwordGrants.clients | [null]",
        "passwordGrants.exceptions | {}", "passwordGrants.exceptions | [{\"clientId\":\"a\",\"reason\":\"b\"}]",
        "passwordGrants.exceptions | [null]", "passwordGrants.exceptions | null",
        "passwordGrants.retentionDays | 0", "passwordGrants.retentionDays | ninety", "documentationUrl | example.org"})
    void countAsNotSetWhereSomebodyBrokeThem(String attribute, String value) {
        assertThat(read(Map.of("appKeys." + attribute, value)))
                .isEqualTo(read(Map.of("appKeys." + attribute, "")))
                .isNotEqualTo(GRANTS).isNotEqualTo(PasswordGrants.DEFAULT)
                .extracting(PasswordGrants::observe).isEqualTo(false);
    }

    private static PasswordGrants read(Map<String, String> broken) {
        Map<String, String> attributes = new HashMap<>(PasswordGrantsAttributes.of(GRANTS));
        attributes.putAll(broken);
        return PasswordGrantsAttributes.read(attributes::get);
    }
}
