package io.github.appkeys.core.pair;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

import io.github.appkeys.core.InvalidValueException;

/**
 * Makes appKeys of the form {@code <prefix>-<realm slug>-<10 characters>}. The last of the ten is a check character;
 * the other nine carry 45 random bits. A unique constraint of the database rejects the improbable duplicate.
 */
public final class AppKeyGenerator {

    /** The default prefix of appKeys. */
    public static final String DEFAULT_PREFIX = "appkey";

    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");
    private static final int RANDOM_LENGTH = 9;
    private static final int MAX_SLUG_LENGTH = 64;

    private final String prefix;
    private final SecureRandom random;

    /**
     * @param prefix 1 to 32 of {@code A-Z a-z 0-9 . _ -}, starting with a letter or digit
     * @param random the source of the random part
     * @throws InvalidValueException if the prefix breaks this rule or makes appKeys that look like appTokens
     */
    public AppKeyGenerator(String prefix, SecureRandom random) {
        requirePrefix(prefix);
        this.prefix = prefix;
        this.random = random;
    }

    /** @throws InvalidValueException if the prefix breaks its rule */
    public static void requirePrefix(String prefix) {
        if (prefix == null || !PREFIX.matcher(prefix).matches() || AppToken.looksLikeOne(prefix)) {
            throw new InvalidValueException("The prefix of appKeys has 1 to 32 of the characters A-Z a-z 0-9 . _ - and "
                    + "starts with a letter or a digit");
        }
    }

    /** @param realmName any name a realm can have; what does not fit an appKey is left out of the slug */
    public AppKey generate(String realmName) {
        String unique = Alphabet.CROCKFORD32.random(RANDOM_LENGTH, random);
        char check = Alphabet.CROCKFORD32.checkCharacter(unique);
        return new AppKey(prefix + "-" + slug(realmName) + "-" + unique + check);
    }

    static String slug(String realmName) {
        String ascii = Normalizer.normalize(realmName, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String slug = ascii.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        if (slug.length() > MAX_SLUG_LENGTH) {
            slug = slug.substring(0, MAX_SLUG_LENGTH);
        }
        slug = slug.replaceAll("^-|-$", "");
        return slug.isEmpty() ? "realm" : slug;
    }
}
