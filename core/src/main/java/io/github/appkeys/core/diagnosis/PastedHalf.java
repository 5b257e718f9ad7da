package io.github.appkeys.core.diagnosis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.appkeys.core.pair.AppToken;
import io.github.appkeys.core.pair.PairCharacters;
import io.github.appkeys.core.reason.Occurrence;
import io.github.appkeys.core.reason.Reason;

/**
 * One half of a pair as somebody sent it, with what got around it taken off layer by layer: what remains is what was
 * meant, and each layer is a finding. Holds a secret, so it has no text form.
 */
final class PastedHalf {

    /** More layers than anybody wraps by mistake. */
    private static final int MAX_LAYERS = 12;

    private static final Pattern PLACEHOLDER = Pattern.compile(
            "\\{\\{.*}}|[$#]\\{.*}|\\$\\(?[A-Za-z_]\\w*\\)?|%[A-Za-z_]\\w*%"
            + "|<(?i:your\\b.*|[^>]* [^>]*|(your[-_])?(app[-_]?)?(key|token)|secret)>", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("(?:(?:-H|--header|export|set)\\s+)?[\"']?"
            + "(?:(?:x-[\\w-]+|app[_-]?key|app[_-]?token|api[_-]?key|client_id|client_secret|authorization)"
            + "[\"']?\\s*[:=]"
            + "|[a-z]\\w*_(?:key|token|id|secret)\\s*=)\\s*(.+)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern PREFIX = Pattern.compile("(bearer|basic)[\\s:]+(.+)",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final String OPENING = "\"'`<([{\u2018\u201A\u201C\u201E\u00AB\u2039";
    private static final String CLOSING = "\"'`>)]}\u2019\u2018\u201D\u201C\u00BB\u203A";
    private static final String SEPARATORS = ":;,|/&\n\t\r ";

    private final String name;
    private final Map<Reason, Occurrence> found = new LinkedHashMap<>();
    private String text;
    private String otherHalf;

    /** @param name {@code appKey} or {@code appToken} */
    PastedHalf(String name, String pasted) {
        this.name = name;
        this.text = pasted;
        List<Runnable> layers = List.of(this::ends, this::invisible, this::placeholder, this::name, this::prefix,
                this::quotes, this::percents, this::base64, this::both, this::doubled, this::inside);
        for (int i = 0; i < MAX_LAYERS && peel(layers); i++) {
            // until nothing comes off any more
        }
    }

    /** What is left, as it should have been sent. */
    String text() {
        return text;
    }

    /** The other half, where this one held both; else null. */
    String otherHalf() {
        return otherHalf;
    }

    Map<Reason, Occurrence> found() {
        return found;
    }

    Occurrence occurrence(Reason reason) {
        return Occurrence.of(reason).with("half", name);
    }

    private boolean peel(List<Runnable> layers) {
        String before = text;
        for (Runnable layer : layers) {
            layer.run();
            if (!text.equals(before)) {
                return true;
            }
        }
        return false;
    }

    private void note(Occurrence occurrence, String rest) {
        found.putIfAbsent(occurrence.reason(), occurrence);
        text = rest;
    }

    private void note(Reason reason, String rest) {
        note(occurrence(reason), rest);
    }

    /** White space at the ends alone: inside it may part a prefix or a name from the value. */
    private void ends() {
        int[] points = text.codePoints().toArray();
        int from = 0;
        int to = points.length;
        while (from < to && PairCharacters.isSpace(points[from])) {
            from++;
        }
        while (to > from && PairCharacters.isSpace(points[to - 1])) {
            to--;
        }
        if (from > 0 || to < points.length) {
            note(where(Reason.WHITESPACE, PairCharacters::isSpace), new String(points, from, to - from));
        }
    }

    private void inside() {
        remove(Reason.WHITESPACE, PairCharacters::isSpace);
    }

    private void invisible() {
        remove(Reason.INVISIBLE_CHARACTERS, Characters::isInvisible);
    }

    private void remove(Reason reason, Predicate<Integer> unwanted) {
        if (text.codePoints().anyMatch(unwanted::test)) {
            note(where(reason, unwanted), Characters.without(text, unwanted));
        }
    }

    private Occurrence where(Reason reason, Predicate<Integer> unwanted) {
        Occurrence occurrence = occurrence(reason).with("characters", Characters.names(text, unwanted));
        return reason == Reason.WHITESPACE ? occurrence.variant("where") : occurrence;
    }

    private void placeholder() {
        if (PLACEHOLDER.matcher(text).matches() && !AppToken.looksLikeOne(text.replaceAll("(?i)apptoken_?[>}]", ""))) {
            note(Reason.PLACEHOLDER, "");
        }
    }

    private void name() {
        Matcher named = NAME.matcher(text);
        if (named.matches()) {
            note(Reason.NAME_INCLUDED, named.group(1).replaceFirst("[,;]\\s*$", ""));
        }
    }

    private void prefix() {
        Matcher prefixed = PREFIX.matcher(text);
        if (prefixed.matches()) {
            note(occurrence(Reason.AUTHORIZATION_PREFIX).with("prefix", prefixed.group(1)), prefixed.group(2));
        }
    }

    /** A single one counts, too: who copies with one quotation mark, forgot the other. */
    private void quotes() {
        int from = !text.isEmpty() && OPENING.indexOf(text.charAt(0)) >= 0 ? 1 : 0;
        int to = text.length() - (text.length() > from && CLOSING.indexOf(text.charAt(text.length() - 1)) >= 0 ? 1 : 0);
        if (from > 0 || to < text.length()) {
            note(Reason.QUOTED, text.substring(from, to));
        }
    }

    private void percents() {
        Encodings.percentDecoded(text).ifPresent(decoded -> note(Reason.URL_ENCODED, decoded));
    }

    private void base64() {
        if (!AppToken.looksLikeOne(text)) {
            Encodings.base64Decoded(text).ifPresent(decoded -> {
                note(Reason.BASE64, decoded.strip());
                if (!decoded.equals(decoded.strip())) {
                    found.putIfAbsent(Reason.WHITESPACE, occurrence(Reason.WHITESPACE));
                }
                split();
            });
        }
    }

    private void both() {
        if (split()) {
            found.putIfAbsent(Reason.BOTH_IN_ONE, occurrence(Reason.BOTH_IN_ONE));
        }
    }

    private boolean split() {
        int mark = text.toLowerCase(java.util.Locale.ROOT).indexOf(AppToken.PREFIX);
        int end = mark;
        while (end > 0 && SEPARATORS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end <= 0 || end == mark) {
            return false;
        }
        String key = text.substring(0, end);
        String token = text.substring(mark);
        boolean isKey = name.equals(PastedPair.APP_KEY);
        otherHalf = isKey ? token : key;
        text = isKey ? key : token;
        return true;
    }

    /** As a proxy joins a header that comes twice. */
    private void doubled() {
        String[] values = text.split("\\s*,\\s*");
        if (text.indexOf(',') >= 0) {
            note(Reason.DUPLICATE_HEADER, values.length == 0 ? "" : values[0]);
        }
    }
}
