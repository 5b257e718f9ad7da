package io.github.appkeys.core.exchange;

import static io.github.appkeys.core.Refusable.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import io.github.appkeys.core.Texts;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.RepeatableRandom;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Header names and what was sent in them, for any text. */
class ExchangePropertyTest {

    @Provide
    Arbitrary<String> texts() {
        return new Texts().get();
    }

    @Property
    void namesThatWereAcceptedAreNamesAgain(@ForAll("texts") String appKey, @ForAll("texts") String appToken) {
        accepted(() -> new HeaderNames(appKey, appToken)).ifPresent(names -> {
            assertThat(new HeaderNames(names.appKey(), names.appToken())).isEqualTo(names);
            assertThat(names.appKey()).matches("(?i)x-[!-~]+").doesNotContain(":").hasSizeLessThanOrEqualTo(100);
            accepted(names::requirePassable).ifPresent(passable -> assertThat(passable).isEqualTo(names));
        });
    }

    @Property
    void oneNameIsNotEnough(@ForAll("texts") String name) {
        accepted(() -> new HeaderNames(name, "X-Second")).ifPresent(names ->
                assertThat(accepted(() -> new HeaderNames(name, name.toUpperCase(Locale.ROOT)))).isEmpty());
    }

    @Property
    void whatHasTheRightFormCanBeRead(@ForAll @Size(max = 3) List<@From("texts") String> appKey,
            @ForAll @Size(max = 3) List<@From("texts") String> appToken) {
        PresentedPair pair = pair(appKey, appToken);

        if (pair.checkForm().isAccepted()) {
            assertThat(List.of(pair.key().value())).isEqualTo(appKey);
            assertThat(List.of(pair.token().reveal())).isEqualTo(appToken);
        }
        assertThat(pair.toString()).isEqualTo(pair(List.of(), List.of()).toString());
        pair.nameableKey().ifPresent(key -> assertThat(AppToken.looksLikeOne(key.value())).isFalse());
        assertThat(pair.hasSameValues(pair)).isEqualTo(pair.isWhole());
    }

    @Property
    void aMadeTokenHasTheRightForm(@ForAll long seed) {
        String token = AppToken.generate(new RepeatableRandom(seed)).reveal();

        assertThat(pair(List.of("appkey-shop-1"), List.of(token)).checkForm().isAccepted()).isTrue();
        assertThat(pair(List.of(token), List.of("appkey-shop-1")).checkForm().isAccepted()).isFalse();
        assertThat(pair(List.of("appkey-shop-1"), List.of(token, token)).checkForm().isAccepted()).isFalse();
        assertThat(pair(List.of(token), List.of(token)).nameableKey()).isEmpty();
    }

    private static PresentedPair pair(List<String> appKey, List<String> appToken) {
        return new PresentedPair(new PresentedPair.Half("header X-One", appKey),
                new PresentedPair.Half("header X-Two", appToken));
    }
}
