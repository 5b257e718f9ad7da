package io.github.appkeys.core.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.PairCharacters;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;

/**
 * A pair as an integrator sent it, pasted by somebody who wants to know what is wrong with it. Looks at the text only.
 * Holds a secret, so it has no text form.
 */
public final class PastedPair {

    static final String APP_KEY = "appKey";
    static final String APP_TOKEN = "appToken";

    /** Far more than any mistake makes of a pair. */
    public static final int MAX_LENGTH = 4096;

    private final List<Finding> findings = new ArrayList<>();
    private AppKey key;
    private AppToken token;

    /**
     * @param appKey   the first half as it was sent; null where only the other one is at hand
     * @param appToken the second half as it was sent; null where only the other one is at hand
     * @throws InvalidValueException where one is longer than {@value #MAX_LENGTH} characters
     */
    public PastedPair(String appKey, String appToken) {
        PastedHalf first = half(APP_KEY, appKey);
        PastedHalf other = half(APP_TOKEN, appToken);
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(APP_KEY, text(first, other));
        texts.put(APP_TOKEN, text(other, first));
        if (first != null && AppToken.looksLikeOne(texts.get(APP_KEY))) {
            findings.add(Finding.error(first.occurrence(Reason.SWAPPED)));
            String second = texts.put(APP_TOKEN, texts.get(APP_KEY));
            texts.put(APP_KEY, second == null || second.isEmpty() || AppToken.looksLikeOne(second) ? null : second);
        }
        key = key(texts.get(APP_KEY));
        token = token(texts.get(APP_TOKEN));
    }

    /** What is wrong with the text, in the order in which a person would find it. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** The appKey that was meant, where it can be read. */
    public Optional<AppKey> key() {
        return Optional.ofNullable(key);
    }

    /** The appToken that was meant, where it can be read. */
    public Optional<AppToken> token() {
        return Optional.ofNullable(token);
    }

    @Override
    public String toString() {
        return "pasted pair";
    }

    private PastedHalf half(String name, String pasted) {
        if (pasted == null) {
            return null;
        }
        if (pasted.length() > MAX_LENGTH) {
            throw new InvalidValueException(name + " has more than " + MAX_LENGTH + " characters");
        }
        PastedHalf half = new PastedHalf(name, pasted.codePoints().allMatch(PairCharacters::isSpace) ? "" : pasted);
        half.found().values().forEach(occurrence -> findings.add(Finding.error(occurrence)));
        return half;
    }

    /** A half's own text, or what the other half held of it. */
    private static String text(PastedHalf half, PastedHalf other) {
        boolean none = half == null || half.text().isEmpty();
        return none && other != null && other.otherHalf() != null ? other.otherHalf()
                : half == null || half.found().containsKey(Reason.PLACEHOLDER) ? null : half.text();
    }

    private AppKey key(String text) {
        if (text == null || isRefused(APP_KEY, text)) {
            return null;
        }
        if (!AppKey.isWellFormed(text)) {
            findings.add(Finding.error(occurrence(Reason.BAD_CHARACTERS, APP_KEY).variant("form")
                    .with("max", AppKey.MAX_LENGTH)));
            return null;
        }
        return new AppKey(text);
    }

    private AppToken token(String text) {
        if (text == null || isRefused(APP_TOKEN, text)) {
            return null;
        }
        try {
            return AppToken.parse(text);
        } catch (InvalidValueException e) {
            Occurrence checksum = occurrence(Reason.CHECKSUM, APP_TOKEN);
            boolean whole = text.length() == AppToken.LENGTH || !text.startsWith(AppToken.PREFIX);
            findings.add(Finding.error(whole ? checksum : checksum.variant("length").with("count", text.length())));
            return null;
        }
    }

    private boolean isRefused(String name, String text) {
        if (text.isEmpty()) {
            findings.add(Finding.error(occurrence(Reason.MISSING_HEADER, name)));
        } else if (!text.codePoints().allMatch(PairCharacters::isAllowed)) {
            findings.add(Finding.error(occurrence(Reason.BAD_CHARACTERS, name).variant("where")
                    .with("characters", Characters.names(text, Predicate.not(PairCharacters::isAllowed)))));
        } else {
            return false;
        }
        return true;
    }

    private static Occurrence occurrence(Reason reason, String half) {
        return Occurrence.of(reason).with("half", half);
    }
}
