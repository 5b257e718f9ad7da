package io.github.appkeys.core.reason;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of the catalogue in one language. They are in {@code reasons.properties} beside this class and its
 * translations; what is read by programs stays English.
 */
public final class ReasonMessages {

    /** What {@code error_description} is written in. */
    public static final ReasonMessages ENGLISH = new ReasonMessages(Locale.ENGLISH, "");

    /** Every language there is, English first. */
    public static final List<ReasonMessages> ALL = List.of(ENGLISH,
            new ReasonMessages(Locale.forLanguageTag("pt-BR"), "_pt_BR"),
            new ReasonMessages(Locale.forLanguageTag("es"), "_es"));

    private static final Pattern DETAIL = Pattern.compile("\\{([a-z]\\w*)}", Pattern.CASE_INSENSITIVE);

    private final Locale locale;
    private final Properties words;

    private ReasonMessages(Locale locale, String suffix) {
        this.locale = locale;
        this.words = load("reasons" + suffix + ".properties");
    }

    /** @param wished languages, the best one first; English where we have none of them */
    public static ReasonMessages in(List<Locale> wished) {
        return wished.stream()
                .flatMap(locale -> ALL.stream()
                        .filter(words -> words.locale.getLanguage().equals(locale.getLanguage())))
                .findFirst()
                .orElse(ENGLISH);
    }

    /** The language. */
    public Locale locale() {
        return locale;
    }

    /** What the reason is, in general. */
    public String cause(Reason reason) {
        return text(reason + ".cause");
    }

    /** What it is in one case. */
    public String says(Occurrence occurrence) {
        String key = key(occurrence, ".says");
        return words.containsKey(key) ? filled(key, occurrence.details()) : cause(occurrence.reason());
    }

    /** That all is well with what the reason is about. */
    public String ok(Occurrence occurrence) {
        return filled(key(occurrence, ".ok"), occurrence.details());
    }

    /** What to do about it. */
    public String fix(Reason reason) {
        return text(reason + ".fix");
    }

    /** Who can do it. */
    public String fixedBy(Reason reason) {
        return text("fixedBy." + reason.fixedBy());
    }

    /**
     * Any of the words.
     *
     * @throws IllegalArgumentException where there are none under this key
     */
    public String text(String key) {
        String text = words.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("No words for " + key + " in " + locale);
        }
        return text;
    }

    Map<Object, Object> all() {
        return words;
    }

    private String filled(String key, Map<String, String> details) {
        return DETAIL.matcher(text(key)).replaceAll(match -> Matcher.quoteReplacement(
                details.getOrDefault(match.group(1), match.group())));
    }

    private static String key(Occurrence occurrence, String kind) {
        return occurrence.reason() + kind + (occurrence.variant().isEmpty() ? "" : "." + occurrence.variant());
    }

    private static Properties load(String file) {
        Properties words = new Properties();
        try (InputStream stream = ReasonMessages.class.getResourceAsStream(file);
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
