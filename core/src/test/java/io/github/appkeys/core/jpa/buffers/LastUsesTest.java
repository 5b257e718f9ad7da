package io.github.appkeys.core.jpa.buffers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import io.github.appkeys.core.diagnosis.DiagnosisStore.Use;
import org.junit.jupiter.api.Test;

class LastUsesTest {

    private static final Instant NOON = Instant.parse("2027-01-31T12:00:00Z");

    private final LastUses uses = new LastUses();

    @Test
    void theLatestUseOfATokenCounts() {
        uses.add("token", NOON, "192.0.2.1");
        uses.add("token", NOON.plusSeconds(1), "192.0.2.2");
        uses.add("token", NOON.minusSeconds(1), "192.0.2.3");

        assertThat(uses.of("token")).contains(new Use(NOON.plusSeconds(1), "192.0.2.2"));
        assertThat(uses.of("other")).isEmpty();
    }

    @Test
    void aUseWhileAnEarlierOneIsWrittenStays() {
        uses.add("token", NOON, "192.0.2.1");

        uses.pending().drain(batch -> uses.add("token", NOON.plusSeconds(1), "192.0.2.1"));
        assertThat(uses.of("token")).contains(new Use(NOON.plusSeconds(1), "192.0.2.1"));

        uses.pending().drain(batch -> { });
        assertThat(uses.of("token")).isEmpty();
    }

    @Test
    void anAddressIsCutToTheLengthOfTheColumn() {
        uses.add("token", NOON, "x".repeat(100));

        assertThat(uses.of("token").orElseThrow().address()).hasSize(45);
    }
}
