package io.github.appkeys.core.issuance;

import static io.github.appkeys.core.Refusable.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.appkeys.core.Texts;
import io.github.appkeys.core.pair.RepeatableRandom;
import io.github.appkeys.core.settings.RealmSettings;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Claim codes and overlaps, for any value. */
class IssuancePropertyTest {

    @Property
    void aMadeCodeIsReadAgain(@ForAll long seed) {
        ClaimCode code = ClaimCode.generate(new RepeatableRandom(seed));

        assertThat(ClaimCode.read(code.reveal())).hasValueSatisfying(read -> {
            assertThat(read.reveal()).isEqualTo(code.reveal());
            assertThat(read.hash()).isEqualTo(code.hash()).matches("[0-9a-f]{64}");
        });
        assertThat(code.toString()).doesNotContain(code.reveal());
    }

    @Property
    void aCodeIsItsText(@ForAll(supplier = Texts.class) String text) {
        ClaimCode.read(text).ifPresent(code -> assertThat(code.reveal()).isEqualTo(text).matches("[0-9A-Za-z]{43}"));
    }

    @Property
    void anOverlapIsWithinItsBounds(@ForAll long seconds) {
        assertThat(accepted(() -> new Overlap(seconds)).isPresent()).isEqualTo(RealmSettings.OVERLAP.contains(seconds));
    }
}
