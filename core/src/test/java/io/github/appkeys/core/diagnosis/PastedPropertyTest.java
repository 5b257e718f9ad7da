package io.github.appkeys.core.diagnosis;

import static io.github.appkeys.core.Refusable.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.github.appkeys.core.Texts;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.RepeatableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What an administrator pastes, for any text and for pairs in any wrapping. */
class PastedPropertyTest {

    private static final String KEY = "appkey-shop-7FQ2ZK4M9T";

    @Provide
    Arbitrary<List<UnaryOperator<String>>> wrappings() {
        return Arbitraries.of(List.<UnaryOperator<String>>of(
                text -> " " + text + "\r\n", text -> "\u00A0" + text, text -> "\u200B" + text + "\uFEFF",
                text -> "\"" + text + "\"", text -> "'" + text, text -> "(" + text + ")",
                text -> "\u201C" + text + "\u201D", text -> "Bearer " + text,
                text -> URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20")))
                .list().ofMaxSize(4);
    }

    @Property
    void anyTextHasAnAnswer(@ForAll(supplier = Texts.class) String appKey,
            @ForAll(supplier = Texts.class) String appToken) {
        for (PastedPair pasted : List.of(new PastedPair(appKey, appToken), new PastedPair(appKey, null),
                new PastedPair(null, appToken))) {
            pasted.key().ifPresent(key -> assertThat(new AppKey(key.value())).isEqualTo(key));
            assertThat(pasted.findings()).doesNotContainNull();
            assertThat(pasted.toString()).doesNotContain("apptoken_");
        }
    }

    @Property
    void takingOffAWrappingAlwaysEnds(@ForAll(supplier = Texts.class) String text) {
        String rest = text;
        Optional<Unwrapped> next = Wrapping.first(rest);
        for (int steps = 0; next.isPresent(); steps++) {
            assertThat(next.get().text()).isNotEqualTo(rest);
            assertThat(steps).isLessThan(4 * text.length() + 20);
            rest = next.get().text();
            next = Wrapping.first(rest);
        }
    }

    @Property
    void aWrappedPairIsFound(@ForAll long seed, @ForAll("wrappings") List<UnaryOperator<String>> ofKey,
            @ForAll("wrappings") List<UnaryOperator<String>> ofToken) {
        AppToken token = AppToken.generate(new RepeatableRandom(seed));
        PastedPair pasted = new PastedPair(wrapped(KEY, ofKey), wrapped(token.reveal(), ofToken));

        assertThat(pasted.key()).contains(new AppKey(KEY));
        assertThat(pasted.token()).hasValueSatisfying(read -> assertThat(read.reveal()).isEqualTo(token.reveal()));
        assertThat(pasted.findings().isEmpty()).isEqualTo(wrapped(KEY, ofKey).equals(KEY)
                && wrapped(token.reveal(), ofToken).equals(token.reveal()));
    }

    @Property
    void aWholePairInOneTextIsFound(@ForAll long seed, @ForAll boolean basic) {
        AppToken token = AppToken.generate(new RepeatableRandom(seed));
        String whole = KEY + ":" + token.reveal();
        PastedPair pasted = new PastedPair(basic ? "Basic " + base64(whole) : whole, null);

        assertThat(pasted.key()).contains(new AppKey(KEY));
        assertThat(pasted.token()).hasValueSatisfying(read -> assertThat(read.reveal()).isEqualTo(token.reveal()));
    }

    @Property
    void encodingsAreTakenBack(@ForAll long seed, @ForAll(supplier = Texts.class) String text) {
        String token = AppToken.generate(new RepeatableRandom(seed)).reveal();

        assertThat(Encodings.base64Decoded(base64(token))).contains(token);
        assertThat(Encodings.base64Decoded(Base64.getMimeEncoder(76, new byte[] {'\n'})
                .encodeToString(token.getBytes(StandardCharsets.US_ASCII)))).contains(token);
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        assertThat(Encodings.percentDecoded(encoded).orElse(encoded))
                .isEqualTo(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        Encodings.base64Decoded(text);
        Encodings.percentDecoded(text);
    }

    @Property
    void aQuestionIsAcceptedOrRefused(@ForAll(supplier = Texts.class) String role,
            @ForAll(supplier = Texts.class) String address, @ForAll(supplier = Texts.class) String scope) {
        PastedPair none = new PastedPair(null, null);
        accepted(() -> new Question(none, List.of(role), address, scope)).ifPresent(question ->
                assertThat(new Question(none, question.requiredRoles(), question.address(), question.scope()))
                        .isEqualTo(question));
    }

    @Property
    void lookAlikesAreBoundedAndContainTheKey(@ForAll(supplier = Texts.class) String text) {
        accepted(() -> new AppKey(text)).ifPresent(key -> assertThat(LookAlikes.of(key))
                .contains(text.toLowerCase(Locale.ROOT)).hasSizeLessThanOrEqualTo(3 * text.length() + 1));
    }

    private static String wrapped(String text, List<UnaryOperator<String>> wrappings) {
        String wrapped = text;
        for (UnaryOperator<String> wrapping : wrappings) {
            wrapped = wrapping.apply(wrapped);
        }
        return wrapped;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
