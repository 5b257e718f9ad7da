package io.github.appkeys.core.pair;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

import io.github.appkeys.core.InvalidValueException;

/**
 * The secret half of a pair: {@value #PREFIX}, 43 base62 characters (256 random bits) and 6 base62 characters of the
 * CRC-32 over all before them, so that a typing error is found without a database query.
 *
 * <p>{@link #toString()} hides the secret: use {@link #reveal()} to get it.
 */
public final class AppToken {

    /** Marks an appToken for people and for secret scanners. */
    public static final String PREFIX = "apptoken_";

    private static final Pattern MARK = Pattern.compile(PREFIX, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final int RANDOM_LENGTH = 43;
    private static final int CHECKSUM_LENGTH = 6;
    /** The characters of {@link #hint()}. */
    public static final int HINT_LENGTH = 4;
    /** The characters of an appToken. */
    public static final int LENGTH = PREFIX.length() + RANDOM_LENGTH + CHECKSUM_LENGTH;

    private final String value;

    private AppToken(String value) {
        this.value = value;
    }

    /** @param random must be cryptographically strong */
    public static AppToken generate(SecureRandom random) {
        String body = PREFIX + Alphabet.BASE62.random(RANDOM_LENGTH, random);
        return new AppToken(body + checksum(body));
    }

    /**
     * @param value an appToken as it was shown
     * @throws InvalidValueException if it has another length, form or checksum; the message does not hold the value
     */
    public static AppToken parse(String value) {
        if (value == null || value.length() != LENGTH || !value.startsWith(PREFIX)) {
            throw new InvalidValueException("An appToken has " + LENGTH + " characters and starts with " + PREFIX);
        }
        String body = value.substring(0, LENGTH - CHECKSUM_LENGTH);
        if (!Alphabet.BASE62.containsAll(body.substring(PREFIX.length()))
                || !value.endsWith(checksum(body))) {
            throw new InvalidValueException("The checksum of the appToken is wrong");
        }
        return new AppToken(value);
    }

    /**
     * Whether a text holds the mark of an appToken, in upper or lower case and at any place. Also true for a text that
     * holds only the mark: events and logs must not contain such texts.
     */
    public static boolean looksLikeOne(String text) {
        return text != null && indexOf(text) >= 0;
    }

    /** Where the first mark of an appToken starts in a text, in any case; -1 if there is none. */
    public static int indexOf(String text) {
        Matcher mark = MARK.matcher(text);
        return mark.find() ? mark.start() : -1;
    }

    /** The secret itself. Only for the one response that shows it. */
    public String reveal() {
        return value;
    }

    /** What is stored instead of the secret. */
    public AppTokenHash hash() {
        return AppTokenHash.of(this);
    }

    /**
     * The last {@value #HINT_LENGTH} characters, as its holder sees them: enough to tell two tokens apart, and too
     * little to guess one. They are part of the checksum, and leave more than 230 bits unknown.
     */
    public String hint() {
        return value.substring(LENGTH - HINT_LENGTH);
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }

    private static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        return Alphabet.BASE62.encode(crc.getValue(), CHECKSUM_LENGTH);
    }
}
