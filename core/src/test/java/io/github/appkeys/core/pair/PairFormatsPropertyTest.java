package io.github.appkeys.core.pair;

import static io.github.appkeys.core.Refusable.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import io.github.appkeys.core.Texts;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** appKey, appToken and its hash, for any text. */
class PairFormatsPropertyTest {

    @Property
    void anAppKeyIsItsText(@ForAll(supplier = Texts.class) String text) {
        Optional<AppKey> appKey = accepted(() -> new AppKey(text));

        appKey.ifPresent(key -> {
            assertThat(key.toString()).isEqualTo(text).matches("[A-Za-z0-9][A-Za-z0-9._-]{2,254}");
            assertThat(new AppKey(key.value())).isEqualTo(key);
            assertThat(AppToken.looksLikeOne(text)).isFalse();
        });
        assertThat(appKey.isPresent()).isEqualTo(AppKey.isWellFormed(text) && !AppToken.looksLikeOne(text));
    }

    @Property
    void aChosenAppKeyIsOne(@ForAll(supplier = Texts.class) String text) {
        accepted(() -> AppKey.chosen(text)).ifPresent(key -> assertThat(key).isEqualTo(new AppKey(text)));
    }

    @Property
    void aMadeAppKeyIsOneWhateverTheRealmIsCalled(@ForAll(supplier = Texts.class) String realm,
            @ForAll(supplier = Texts.class) String prefix, @ForAll long seed) {
        Optional<AppKeyGenerator> generator = accepted(() -> new AppKeyGenerator(prefix, new RepeatableRandom(seed)));

        generator.ifPresent(made -> assertThat(AppKey.chosen(made.generate(realm).value()).value()).startsWith(prefix));
    }

    @Property
    void theCheckCharacterFindsEachWrongCharacter(@ForAll long seed, @ForAll @IntRange(max = 8) int place,
            @ForAll @IntRange(min = 1, max = 31) int shift) {
        String text = Alphabet.CROCKFORD32.random(9, new RepeatableRandom(seed));
        String digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        char other = digits.charAt((digits.indexOf(text.charAt(place)) + shift) % digits.length());
        String wrong = text.substring(0, place) + other + text.substring(place + 1);

        assertThat(Alphabet.CROCKFORD32.checkCharacter(wrong)).isNotEqualTo(Alphabet.CROCKFORD32.checkCharacter(text));
    }

    @Property
    void aMadeAppTokenIsReadAgain(@ForAll long seed) {
        AppToken token = AppToken.generate(new RepeatableRandom(seed));

        AppToken read = AppToken.parse(token.reveal());
        assertThat(read.reveal()).isEqualTo(token.reveal()).hasSize(AppToken.LENGTH).contains(token.hint());
        assertThat(token.hash().isSame(read.hash())).isTrue();
        assertThat(AppToken.looksLikeOne("x" + token.reveal())).isTrue();
        assertThat(token.toString()).doesNotContain(token.reveal().substring(9, 15));
    }

    @Property
    void theChecksumFindsEachWrongCharacter(@ForAll long seed, @ForAll @IntRange(min = 9, max = 57) int place,
            @ForAll @IntRange(min = 1, max = 61) int shift) {
        String token = AppToken.generate(new RepeatableRandom(seed)).reveal();
        String digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        char other = digits.charAt((digits.indexOf(token.charAt(place)) + shift) % digits.length());

        assertThat(accepted(() -> AppToken.parse(token.substring(0, place) + other + token.substring(place + 1))))
                .isEmpty();
    }

    @Property
    void theChecksumFindsNeighboursThatChangedPlaces(@ForAll long seed,
            @ForAll @IntRange(min = 9, max = 50) int place) {
        String token = AppToken.generate(new RepeatableRandom(seed)).reveal();
        Assume.that(token.charAt(place) != token.charAt(place + 1));

        assertThat(accepted(() -> AppToken.parse(token.substring(0, place) + token.charAt(place + 1)
                + token.charAt(place) + token.substring(place + 2)))).isEmpty();
    }

    @Property
    void anAppTokenIsItsText(@ForAll(supplier = Texts.class) String text) {
        accepted(() -> AppToken.parse(text)).ifPresent(token -> assertThat(token.reveal()).isEqualTo(text));
        assertThat(AppToken.looksLikeOne(text)).isEqualTo(AppToken.indexOf(text) >= 0);
    }

    @Property
    void aHashMatchesItsOwnTokenOnly(@ForAll long seed, @ForAll long otherSeed) {
        AppToken token = AppToken.generate(new RepeatableRandom(seed));
        AppToken other = AppToken.generate(new RepeatableRandom(otherSeed));
        AppTokenHash hash = AppTokenHash.imported(token.hash().algorithm(), token.hash().hex());

        assertThat(hash).isEqualTo(token.hash());
        assertThat(hash.isSame(other.hash())).isEqualTo(token.reveal().equals(other.reveal()));
        assertThat(hash.toString()).doesNotContain(hash.hex().substring(0, 8));
    }

    @Property
    void aHashThatIsImportedIsItsText(@ForAll(supplier = Texts.class) String algorithm,
            @ForAll(supplier = Texts.class) String hex) {
        assertThat(accepted(() -> AppTokenHash.imported(algorithm, hex))).isEmpty();
        accepted(() -> AppTokenHash.imported("SHA-256", hex)).ifPresent(hash -> assertThat(hash.hex()).isEqualTo(hex));
    }

    @Property
    void aClientSecretMatchesItselfOnly(@ForAll(supplier = Texts.class) String secret,
            @ForAll(supplier = Texts.class) String other) {
        Assume.that(!AppToken.looksLikeOne(secret));
        AppTokenHash hash = AppTokenHash.ofClientSecret(secret);

        Assume.that(!AppToken.looksLikeOne(other));
        assertThat(hash.isSame(AppTokenHash.ofClientSecret(other))).isEqualTo(secret.equals(other));
    }
}
