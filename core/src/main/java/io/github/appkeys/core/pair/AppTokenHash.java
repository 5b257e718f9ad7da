package io.github.appkeys.core.pair;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

import io.github.appkeys.core.InvalidValueException;

/**
 * What is kept of an appToken. SHA-256 without salt or stretching, on purpose: 256 random bits cannot be guessed or
 * found in a table, so a slow hash would only slow the exchange.
 *
 * @param algorithm the name under which {@link MessageDigest} knows the algorithm
 * @param hex       the digest of the whole appToken, in lower-case hexadecimal
 */
public record AppTokenHash(String algorithm, String hex) {

    public static final String SHA_256 = "SHA-256";
    private static final Pattern SHA_256_HEX = Pattern.compile("[0-9a-f]{64}");

    static AppTokenHash of(AppToken token) {
        return of(token.reveal(), SHA_256);
    }

    /**
     * The hash of a client secret that works on beside the first appToken of an adopted client. It never equals that of
     * an appToken, since no client secret is taken that could be one.
     *
     * @throws IllegalArgumentException where the secret could be an appToken
     */
    public static AppTokenHash ofClientSecret(String secret) {
        if (AppToken.looksLikeOne(secret)) {
            throw new IllegalArgumentException("An appToken is no client secret");
        }
        return of(secret, SHA_256);
    }

    /**
     * The hash of an appToken that was made elsewhere.
     *
     * @throws InvalidValueException where the algorithm is not known here, or the text is no digest of it
     */
    public static AppTokenHash imported(String algorithm, String hex) {
        if (!SHA_256.equals(algorithm)) {
            throw new InvalidValueException("hashAlgorithm must be \"" + SHA_256 + "\"");
        }
        if (hex == null || !SHA_256_HEX.matcher(hex).matches()) {
            throw new InvalidValueException("hash must have 64 hexadecimal digits in lower case");
        }
        return new AppTokenHash(algorithm, hex);
    }

    /** Whether this is the same hash. Compares in constant time. */
    public boolean isSame(AppTokenHash other) {
        return algorithm.equals(other.algorithm)
                && MessageDigest.isEqual(hex.getBytes(StandardCharsets.US_ASCII),
                        other.hex.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return algorithm + ":…";
    }

    private static AppTokenHash of(String secret, String algorithm) {
        return new AppTokenHash(algorithm, hex(secret.getBytes(StandardCharsets.UTF_8), algorithm));
    }

    public static String hex(byte[] secret, String algorithm) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(secret));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime lacks " + algorithm, e);
        }
    }
}
