package io.github.appkeys.core.issuance;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;

import io.github.appkeys.core.pair.Alphabet;
import io.github.appkeys.core.pair.AppTokenHash;

/**
 * What a claim link ends with: 43 base62 characters (256 random bits). Its holder can reveal an appToken, once.
 *
 * <p>{@link #toString()} hides it: {@link #reveal()} returns it.
 */
public final class ClaimCode {

    private static final int LENGTH = 43;

    private final String value;

    private ClaimCode(String value) {
        this.value = value;
    }

    /** @param random must be cryptographically strong */
    public static ClaimCode generate(SecureRandom random) {
        return new ClaimCode(Alphabet.BASE62.random(LENGTH, random));
    }

    /**
     * Reads what a link ends with.
     *
     * @return empty where it has not the form of a code
     */
    public static Optional<ClaimCode> read(String value) {
        boolean wellFormed = value != null && value.length() == LENGTH && Alphabet.BASE62.containsAll(value);
        return wellFormed ? Optional.of(new ClaimCode(value)) : Optional.empty();
    }

    /** The code itself. For the one answer that holds the link. */
    public String reveal() {
        return value;
    }

    /**
     * What is stored instead of the code: its SHA-256 in lower-case hexadecimal. Fast for the reason that
     * {@link AppTokenHash} gives.
     */
    public String hash() {
        return AppTokenHash.hex(value.getBytes(StandardCharsets.US_ASCII), AppTokenHash.SHA_256);
    }

    @Override
    public String toString() {
        return "…";
    }
}
