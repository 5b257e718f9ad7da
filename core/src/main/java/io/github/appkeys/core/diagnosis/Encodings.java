package io.github.appkeys.core.diagnosis;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

import io.github.appkeys.core.pair.AppKey;
import io.github.appkeys.core.pair.AppToken;

/** Recognizes and decodes values that were encoded before they were sent. */
final class Encodings {

    private static final Pattern PERCENT = Pattern.compile("%[0-9A-Fa-f]{2}");
    /** A shorter text could be Base64 by chance. */
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{12,}={0,2}");
    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7E]+\\s*");

    private Encodings() {
    }

    /** The percent-decoded text; empty if the text has no valid percent-encoding. */
    static Optional<String> percentDecoded(String text) {
        if (!PERCENT.matcher(text).find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The text decoded from Base64; empty unless the result is a pair or one of its halves. Line breaks inside do not
     * count: GNU base64 breaks a line after 76 characters, and every pair is longer.
     */
    static Optional<String> base64Decoded(String wrapped) {
        String text = wrapped.replace("\r", "").replace("\n", "");
        if (!BASE64.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            String standard = text.replace('-', '+').replace('_', '/');
            String decoded = new String(Base64.getDecoder().decode(standard), StandardCharsets.ISO_8859_1);
            boolean isPair = AppToken.looksLikeOne(decoded) || AppKey.isWellFormed(decoded.strip());
            return isPair && PLAIN.matcher(decoded).matches() ? Optional.of(decoded) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
