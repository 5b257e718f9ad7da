package io.github.appkeys.core.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.PairCharacters;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;

/**
 * What is put around one half of a pair by mistake. Each constant recognizes one kind and takes it off; they are tried
 * in this order. Each takes time that is linear in the length of the text.
 */
enum Wrapping {

    /** White space at both ends. White space inside may separate a name or a prefix from the value. */
    OUTER_SPACE(Wrapping::outerSpace),
    /** Characters without a glyph. */
    INVISIBLE(text -> without(Occurrence.of(Reason.INVISIBLE_CHARACTERS), Characters::isInvisible, text)),
    /** A variable that was never replaced by its value. Nothing is left of it. */
    PLACEHOLDER(Wrapping::placeholder),
    /** The name of the header, variable or field in front of the value. */
    NAME(Wrapping::name),
    /** Bearer or Basic in front of the value. */
    AUTHORIZATION_PREFIX(Wrapping::authorizationPrefix),
    /** One quotation mark or bracket at either end or at both. */
    QUOTES(Wrapping::quotes),
    /** Percent-encoding. */
    PERCENT_ENCODING(text -> Encodings.percentDecoded(text).map(plain -> Unwrapped.of(Reason.URL_ENCODED, plain))),
    /** Base64 of a half or of a whole pair. */
    BASE64(Wrapping::base64),
    /** The appKey, a separator and the appToken. */
    WHOLE_PAIR(Wrapping::wholePair),
    /** Values joined with commas, as a proxy may join a repeated header (RFC 9110, section 5.3). */
    REPETITION(Wrapping::repetition),
    /** White space inside, when nothing else has explained it. */
    INNER_SPACE(text -> without(spaceWhere(), PairCharacters::isSpace, text));

    private static final Pattern VARIABLE = Pattern.compile(
            "\\{\\{.*}}|[$#]\\{.*}|\\$\\(?[A-Za-z_]\\w*\\)?|%[A-Za-z_]\\w*%"
            + "|<(?i:your\\b.*|[^> ]*+ [^>]*+|(your[-_])?(app[-_]?)?(key|token)|secret)>", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile("(?:(?:-H|--header|export|set)\\s+)?[\"']?"
            + "(?:(?:x-[\\w-]+|app[_-]?key|app[_-]?token|api[_-]?key|client_id|client_secret|authorization)"
            + "[\"']?\\s*[:=]"
            + "|[a-z]\\w*_(?:key|token|id|secret)\\s*=)\\s*(.+)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern PREFIXED = Pattern.compile("(bearer|basic)[\\s:]+(.+)",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final String OPENING = "\"'`<([{\u2018\u201A\u201C\u201E\u00AB\u2039";
    private static final String CLOSING = "\"'`>)]}\u2019\u2018\u201D\u201C\u00BB\u203A";
    private static final String SEPARATORS = ":;,|/&\n\t\r ";
    private static final String ASCII_SPACE = " \t\n\u000B\f\r";

    private final Function<String, Optional<Unwrapped>> step;

    Wrapping(Function<String, Optional<Unwrapped>> step) {
        this.step = step;
    }

    /** Takes this wrapping off; empty if the text does not have it. What is left always differs from the text. */
    Optional<Unwrapped> unwrap(String text) {
        return step.apply(text);
    }

    /** Takes off the first wrapping that a text has; empty if it has none. */
    static Optional<Unwrapped> first(String text) {
        return Arrays.stream(values()).flatMap(wrapping -> wrapping.unwrap(text).stream()).findFirst();
    }

    private static Optional<Unwrapped> outerSpace(String text) {
        int[] points = text.codePoints().toArray();
        int from = 0;
        int to = points.length;
        while (from < to && PairCharacters.isSpace(points[from])) {
            from++;
        }
        while (to > from && PairCharacters.isSpace(points[to - 1])) {
            to--;
        }
        return to - from == points.length ? Optional.empty() : Optional.of(Unwrapped.of(
                named(spaceWhere(), PairCharacters::isSpace, text), new String(points, from, to - from)));
    }

    private static Optional<Unwrapped> without(Occurrence found, Predicate<Integer> unwanted, String text) {
        return text.codePoints().noneMatch(unwanted::test) ? Optional.empty()
                : Optional.of(Unwrapped.of(named(found, unwanted, text), Characters.without(text, unwanted)));
    }

    private static Occurrence named(Occurrence found, Predicate<Integer> unwanted, String text) {
        return found.with("characters", Characters.names(text, unwanted));
    }

    private static Occurrence spaceWhere() {
        return Occurrence.of(Reason.WHITESPACE).variant("where");
    }

    private static Optional<Unwrapped> placeholder(String text) {
        boolean variable = VARIABLE.matcher(text).matches()
                && !AppToken.looksLikeOne(text.replaceAll("(?i)apptoken_?[>}]", ""));
        return variable ? Optional.of(Unwrapped.of(Reason.PLACEHOLDER, "")) : Optional.empty();
    }

    private static Optional<Unwrapped> name(String text) {
        Matcher named = NAMED.matcher(text);
        return !named.matches() ? Optional.empty() : Optional.of(Unwrapped.of(Reason.NAME_INCLUDED,
                named.group(1).replaceFirst("[,;]\\s*$", "")));
    }

    private static Optional<Unwrapped> authorizationPrefix(String text) {
        Matcher prefixed = PREFIXED.matcher(text);
        return !prefixed.matches() ? Optional.empty() : Optional.of(Unwrapped.of(
                Occurrence.of(Reason.AUTHORIZATION_PREFIX).with("prefix", prefixed.group(1)), prefixed.group(2)));
    }

    private static Optional<Unwrapped> quotes(String text) {
        int from = !text.isEmpty() && OPENING.indexOf(text.charAt(0)) >= 0 ? 1 : 0;
        int to = text.length() - (text.length() > from && CLOSING.indexOf(text.charAt(text.length() - 1)) >= 0 ? 1 : 0);
        return to - from == text.length() ? Optional.empty()
                : Optional.of(Unwrapped.of(Reason.QUOTED, text.substring(from, to)));
    }

    /** HTTP Basic sends a whole pair this way, so that alone is no further finding. */
    private static Optional<Unwrapped> base64(String text) {
        return (AppToken.looksLikeOne(text) ? Optional.<String>empty() : Encodings.base64Decoded(text)).map(decoded -> {
            String plain = decoded.strip();
            Occurrence found = Occurrence.of(Reason.BASE64);
            boolean clean = plain.equals(decoded) && text.indexOf('\n') < 0;
            return wholePair(plain).orElseGet(() -> Unwrapped.of(found, plain)).with(clean
                    ? List.of(found) : List.of(found, Occurrence.of(Reason.WHITESPACE)));
        });
    }

    private static Optional<Unwrapped> wholePair(String text) {
        int mark = AppToken.indexOf(text);
        if (mark < 0) {
            return Optional.empty();
        }
        String before = text.substring(0, mark);
        String key = withoutEnd(before, SEPARATORS);
        return key.isEmpty() || key.equals(before) ? Optional.empty() : Optional.of(
                new Unwrapped(key, text.substring(mark), List.of(Occurrence.of(Reason.BOTH_IN_ONE))));
    }

    private static Optional<Unwrapped> repetition(String text) {
        int comma = text.indexOf(',');
        return comma < 0 ? Optional.empty() : Optional.of(Unwrapped.of(Reason.DUPLICATE_HEADER,
                withoutEnd(text.substring(0, comma), ASCII_SPACE)));
    }

    private static String withoutEnd(String text, String characters) {
        int end = text.length();
        while (end > 0 && characters.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }
}
