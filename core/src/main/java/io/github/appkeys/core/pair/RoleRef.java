package io.github.appkeys.core.pair;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A role by name, which need not exist.
 *
 * @param name   the role's name
 * @param client the clientId of the client it belongs to; null for a realm role
 */
public record RoleRef(String name, String client) {

    private static final char SEPARATOR = ':';

    /** {@code name} for a realm role, {@code clientId:name} for one of a client. */
    public String text() {
        return client == null ? name : client + SEPARATOR + name;
    }

    /**
     * The roles that a text of the form of {@link #text()} may mean, since clientIds and names may both contain colons.
     * Client roles come first, the shortest clientId before longer ones; the realm role comes last.
     */
    public static Stream<RoleRef> meantBy(String text) {
        return Stream.concat(
                IntStream.range(0, text.length()).filter(i -> text.charAt(i) == SEPARATOR)
                        .mapToObj(i -> new RoleRef(text.substring(i + 1), text.substring(0, i))),
                Stream.of(new RoleRef(text, null)));
    }
}
