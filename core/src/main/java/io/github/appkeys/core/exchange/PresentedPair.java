package io.github.appkeys.core.exchange;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.appkeys.core.InvalidValueException;
import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.PairCharacters;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;

/**
 * A pair as it was sent in a request, and the checks that need only the request: they read no database.
 *
 * @param appKey   where and how the first half was sent
 * @param appToken where and how the second half was sent
 */
public record PresentedPair(Half appKey, Half appToken) {

    /** A part of an appToken that is long enough to be one: most of its random characters. */
    private static final Pattern RANDOM = Pattern.compile("[0-9A-Za-z]{40}");

    /**
     * One half of what was sent.
     *
     * @param place  where it was sent, as the integrator reads it, such as {@code header X-VTEX-API-AppKey}
     * @param values every value found there, as received; empty if there is none
     */
    public record Half(String place, List<String> values) {

        /** Hides the values: one of them is a secret. */
        @Override
        public String toString() {
            return place;
        }

        private Occurrence occurrence(Reason reason) {
            return Occurrence.of(reason).with("half", place);
        }

        private Verdict refused(Reason reason) {
            return Verdict.refused(occurrence(reason));
        }

        private String value() {
            return values.get(0);
        }

        private boolean isMissing() {
            return values.stream().allMatch(String::isEmpty);
        }

        /** A proxy may join the values of a repeated header with commas (RFC 9110, section 5.3). */
        private boolean isDoubled() {
            return values.size() > 1 || value().indexOf(',') >= 0;
        }

        private boolean hasWhiteSpace() {
            return value().codePoints().anyMatch(PairCharacters::isSpace);
        }

        private boolean hasBadCharacters() {
            return !value().codePoints().allMatch(PairCharacters::isAllowed);
        }
    }

    /**
     * Checks the form only, in the order in which a person would notice the mistakes.
     *
     * @return accepted if {@link #key()} and {@link #token()} can be read; else exactly what is wrong
     */
    public Verdict checkForm() {
        for (Half half : List.of(appKey, appToken)) {
            if (half.isMissing()) {
                return half.refused(Reason.MISSING_HEADER);
            }
        }
        for (Half half : List.of(appKey, appToken)) {
            if (half.isDoubled()) {
                return half.refused(Reason.DUPLICATE_HEADER);
            }
        }
        for (Half half : List.of(appKey, appToken)) {
            if (half.hasWhiteSpace()) {
                return half.refused(Reason.WHITESPACE);
            }
        }
        if (AppToken.looksLikeOne(appKey.value())) {
            return appKey.refused(Reason.SWAPPED);
        }
        for (Half half : List.of(appKey, appToken)) {
            if (half.hasBadCharacters()) {
                return half.refused(Reason.BAD_CHARACTERS);
            }
        }
        if (!AppKey.isWellFormed(appKey.value())) {
            return Verdict.refused(appKey.occurrence(Reason.BAD_CHARACTERS).variant("form")
                    .with("max", AppKey.MAX_LENGTH));
        }
        return checkToken();
    }

    /** The appKey. Only after {@link #checkForm()} has accepted the pair. */
    public AppKey key() {
        return new AppKey(appKey.value());
    }

    /** The appToken. Only after {@link #checkForm()} has accepted the pair. */
    public AppToken token() {
        return AppToken.parse(appToken.value());
    }

    /** The second half as it was sent. It may be the client secret of an adopted client. */
    public String secret() {
        return appToken.value();
    }

    /** Whether each half was sent once and is not empty. */
    public boolean isWhole() {
        return Stream.of(appKey, appToken).allMatch(half -> half.values().size() == 1 && !half.isMissing());
    }

    /** Whether another pair has the same values. Compares secrets, but only those of one request with each other. */
    public boolean hasSameValues(PresentedPair other) {
        return isWhole() && other.appToken.values.equals(appToken.values)
                && (other.appKey.isMissing() || other.appKey.values.equals(appKey.values));
    }

    /** The appKey, if the first half is well-formed and cannot be a part of an appToken. Safe to log. */
    public Optional<AppKey> nameableKey() {
        boolean nameable = appKey.values().size() == 1 && AppKey.isWellFormed(appKey.value())
                && !AppToken.looksLikeOne(appKey.value()) && !RANDOM.matcher(appKey.value()).find();
        return nameable ? Optional.of(key()) : Optional.empty();
    }

    private Verdict checkToken() {
        try {
            token();
            return Verdict.accepted();
        } catch (InvalidValueException e) {
            return appToken.refused(Reason.CHECKSUM);
        }
    }
}
