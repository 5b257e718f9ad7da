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
 * The messages of the catalogue in one language, from {@code reasons.properties} beside this class or a translation of
 * it. Responses for programs are always in English.
 */
public final class ReasonMessages {

    /** The messages of {@code error_description}. */
    public static final ReasonMessages ENGLISH = new ReasonMessages(Locale.ENGLISH, "");

    /** All languages, English first. */
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

    /**
     * The messages in the first language that is available.
     *
     * @param wished languages, the preferred one first
     * @return English if none is available
     */
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

    /** The general message of a reason. */
    public String cause(Reason reason) {
        return text(reason + ".cause");
    }

    /** The message of one occurrence of a reason. */
    public String says(Occurrence occurrence) {
        String key = key(occurrence, ".says");
        return words.containsKey(key) ? filled(key, occurrence.details()) : cause(occurrence.reason());
    }

    /**
     * The message for a check that passed.
     *
     * @throws IllegalArgumentException if the reason has none
     */
    public String ok(Occurrence occurrence) {
        return filled(key(occurrence, ".ok"), occurrence.details());
    }

    /** What to do about a reason. */
    public String fix(Reason reason) {
        return text(reason + ".fix");
    }

    /** Who can do it, see {@link FixedBy}. */
    public String fixedBy(Reason reason) {
        return text("fixedBy." + reason.fixedBy());
    }

    /**
     * The message for a key.
     *
     * @throws IllegalArgumentException if there is none
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
