package io.github.appkeys.core.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.PairCharacters;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;

/**
 * A pair as an integrator sent it, pasted by an administrator to find out what is wrong with it. Looks at the text
 * only. Holds a secret, so it has no text form.
 */
public final class PastedPair {

    /**
     * The most characters (UTF-16 units) that each half may have. This is the only bound on the text before it is
     * examined: a {@link Question} holds a pair that was examined already.
     */
    public static final int MAX_LENGTH = 4096;

    private final List<Finding> findings;
    private final AppKey key;
    private final AppToken token;

    /** What was read from one half, or why it cannot be read; both are null if there was nothing to read. */
    private record Read<T>(T value, Occurrence refusal) {

        static <T> Read<T> of(T value) {
            return new Read<>(value, null);
        }

        static <T> Read<T> refused(Occurrence refusal) {
            return new Read<>(null, refusal);
        }
    }

    /**
     * @param appKey   the first half as it was sent; null if only the other one is known
     * @param appToken the second half as it was sent; null if only the other one is known
     * @throws InvalidValueException if one is longer than {@value #MAX_LENGTH} characters
     */
    public PastedPair(String appKey, String appToken) {
        PastedHalf first = half(Half.APP_KEY, appKey);
        PastedHalf second = half(Half.APP_TOKEN, appToken);
        String keyText = text(first, second);
        String tokenText = text(second, first);
        List<Occurrence> found = new ArrayList<>(first.found());
        found.addAll(second.found());
        if (AppToken.looksLikeOne(keyText)) {
            found.add(Half.APP_KEY.occurrence(Reason.SWAPPED));
            String swapped = tokenText == null || tokenText.isEmpty() || AppToken.looksLikeOne(tokenText)
                    ? null : tokenText;
            tokenText = keyText;
            keyText = swapped;
        }
        Read<AppKey> readKey = keyText == null ? Read.of(null) : key(keyText);
        Read<AppToken> readToken = tokenText == null ? Read.of(null) : token(tokenText);
        this.key = readKey.value();
        this.token = readToken.value();
        this.findings = Stream.concat(found.stream(), Stream.of(readKey.refusal(), readToken.refusal()))
                .filter(Objects::nonNull).map(Finding::error).toList();
    }

    /** What is wrong with the text, in the order in which a person would notice it. */
    public List<Finding> findings() {
        return findings;
    }

    /** The appKey that was meant, if it can be read. */
    public Optional<AppKey> key() {
        return Optional.ofNullable(key);
    }

    /** The appToken that was meant, if it can be read. */
    public Optional<AppToken> token() {
        return Optional.ofNullable(token);
    }

    @Override
    public String toString() {
        return "pasted pair";
    }

    private static PastedHalf half(Half half, String pasted) {
        if (pasted == null) {
            return PastedHalf.of(half, null);
        }
        if (pasted.length() > MAX_LENGTH) {
            throw new InvalidValueException(half + " has more than " + MAX_LENGTH + " characters");
        }
        return PastedHalf.of(half, pasted.codePoints().allMatch(PairCharacters::isSpace) ? "" : pasted);
    }

    /** A half's own text, or what the other half held of it. */
    private static String text(PastedHalf half, PastedHalf other) {
        boolean none = half.text() == null || half.text().isEmpty();
        if (none && other.otherHalf() != null) {
            return other.otherHalf();
        }
        return half.has(Reason.PLACEHOLDER) ? null : half.text();
    }

    private static Read<AppKey> key(String text) {
        return refusal(Half.APP_KEY, text).<Read<AppKey>>map(Read::refused).orElseGet(() -> AppKey.isWellFormed(text)
                ? Read.of(new AppKey(text))
                : Read.refused(Half.APP_KEY.occurrence(Reason.BAD_CHARACTERS).variant("form")
                        .with("max", AppKey.MAX_LENGTH)));
    }

    private static Read<AppToken> token(String text) {
        return refusal(Half.APP_TOKEN, text).<Read<AppToken>>map(Read::refused).orElseGet(() -> {
            try {
                return Read.of(AppToken.parse(text));
            } catch (InvalidValueException e) {
                Occurrence checksum = Half.APP_TOKEN.occurrence(Reason.CHECKSUM);
                boolean whole = text.length() == AppToken.LENGTH || !text.startsWith(AppToken.PREFIX);
                return Read.refused(whole ? checksum : checksum.variant("length").with("count", text.length()));
            }
        });
    }

    /** What is wrong with the characters of a half, whichever half it is. */
    private static Optional<Occurrence> refusal(Half half, String text) {
        if (text.isEmpty()) {
            return Optional.of(half.occurrence(Reason.MISSING_HEADER));
        }
        return text.codePoints().allMatch(PairCharacters::isAllowed) ? Optional.empty()
                : Optional.of(half.occurrence(Reason.BAD_CHARACTERS).variant("where")
                        .with("characters", Characters.names(text, Predicate.not(PairCharacters::isAllowed))));
    }
}
