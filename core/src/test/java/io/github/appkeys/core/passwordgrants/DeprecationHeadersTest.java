package io.github.appkeys.core.passwordgrants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;

import org.junit.jupiter.api.Test;

class DeprecationHeadersTest {

    private static final Cutoff CUTOFF = new Cutoff("2026-11-03T14:00:00-02:00");

    @Test
    void tellSinceWhenUntilWhenAndWhatToRead() {
        assertThat(DeprecationHeaders.of(ruling("https://example.org/"), Instant.parse("2026-10-01T00:00:00.9Z")))
                .containsExactly(entry("Deprecation", "@1790812800"), entry("Sunset", "Tue, 03 Nov 2026 16:00:00 GMT"),
                        entry("Link", "<https://example.org/>; rel=\"deprecation\", "
                                + "<https://example.org/>; rel=\"sunset\""));
    }

    @Test
    void leaveTheLinkOutWhereThereIsNothingToRead() {
        assertThat(DeprecationHeaders.of(ruling(null), CUTOFF.at())).containsOnlyKeys("Deprecation", "Sunset");
    }

    @Test
    void neverPutTheEndBeforeTheDeprecation() {
        String end = "@" + CUTOFF.at().getEpochSecond();

        assertThat(DeprecationHeaders.of(ruling(null), null)).containsEntry("Deprecation", end);
        assertThat(DeprecationHeaders.of(ruling(null), CUTOFF.at().plusSeconds(1))).containsEntry("Deprecation", end);
    }

    private static GrantRuling ruling(String url) {
        return new GrantRuling(GrantRuling.Outcome.DEPRECATED, CUTOFF, url);
    }
}
