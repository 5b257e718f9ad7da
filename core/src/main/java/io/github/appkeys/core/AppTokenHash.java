package io.github.appkeys.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What is kept of an appToken. SHA-256 without salt or stretching, on purpose: 256 random bits cannot be guessed or
 * found in a table, so a slow hash would only slow the exchange.
 *
 * @param algorithm the name under which {@link MessageDigest} knows the algorithm
 * @param hex       the digest of the whole appToken, in lower-case hexadecimal
 */
public record AppTokenHash(String algorithm, String hex) {

    private static final String SHA_256 = "SHA-256";

    static AppTokenHash of(AppToken token) {
        return of(token, SHA_256);
    }

    /** Whether this is the hash of the token. Compares in constant time. */
    public boolean matches(AppToken token) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(hex), HexFormat.of().parseHex(of(token, algorithm).hex));
    }

    @Override
    public String toString() {
        return algorithm + ":…";
    }

    private static AppTokenHash of(AppToken token, String algorithm) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm)
                    .digest(token.reveal().getBytes(StandardCharsets.US_ASCII));
            return new AppTokenHash(algorithm, HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime lacks " + algorithm, e);
        }
    }
}
