package io.github.appkeys.core.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The name of a role as it stands in the header {@code X-App-Roles} and in the parameter {@code role}:
 * {@code client:role}, or {@code role} for a realm role. Each name is percent-encoded, so that the colon between them
 * is the only raw one, and a comma ends an entry.
 *
 * @param text the form described above; equal for equal roles
 */
public record RoleName(String text) implements Comparable<RoleName> {

    private static final String HEXADECIMAL = "0123456789ABCDEF";
    private static final String UNRESERVED = "-._~";
    /** Keycloak keeps names of roles and clients of up to 255 characters; each may take up to nine of ours. */
    private static final int MAX_LENGTH = 2 * 255 * 9 + 1;

    /**
     * The name of a role.
     *
     * @param client the clientId of its client; null for a realm role
     */
    public static RoleName of(String client, String role) {
        return new RoleName(client == null ? encode(role) : encode(client) + ":" + encode(role));
    }

    /**
     * Reads a name in the form described above. Characters that need no encoding may be encoded, and others be raw.
     *
     * @return empty where it is not in this form
     */
    public static Optional<RoleName> parse(String text) {
        int colon = text.indexOf(':');
        if (text.isEmpty() || text.length() > MAX_LENGTH || colon != text.lastIndexOf(':')) {
            return Optional.empty();
        }
        Optional<String> role = decode(text.substring(colon + 1)).filter(name -> !name.isEmpty());
        if (colon < 0) {
            return role.map(name -> of(null, name));
        }
        return decode(text.substring(0, colon)).filter(name -> !name.isEmpty())
                .flatMap(client -> role.map(name -> of(client, name)));
    }

    /** Names as one header: sorted, without doubles, separated by commas. */
    public static String header(Collection<RoleName> names) {
        return names.stream().sorted().distinct().map(RoleName::text).collect(Collectors.joining(","));
    }

    @Override
    public int compareTo(RoleName other) {
        return text.compareTo(other.text);
    }

    private static String encode(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xFF);
            if (c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || UNRESERVED.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEXADECIMAL.charAt(c >> 4)).append(HEXADECIMAL.charAt(c & 15));
            }
        }
        return encoded.toString();
    }

    private static Optional<String> decode(String text) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[raw.length];
        int length = 0;
        for (int i = 0; i < raw.length; i++) {
            byte each = raw[i];
            if (each == '%') {
                int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
                int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                each = (byte) (high << 4 | low);
                i += 2;
            }
            bytes[length++] = each;
        }
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
