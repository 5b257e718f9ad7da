package io.github.appkeys.it.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Requests to which Keycloak itself, or the framework below it, answers 500 before or after any code of ours: the same
 * at its own endpoints. That our code has no part in it is seen in the log.
 */
enum KeycloaksOwn {

    /** RESTEasy's {@code MediaTypeHeaderDelegate}. */
    CONTENT_TYPE_THAT_IS_NONE(sent -> header(sent, "Content-Type").filter(value -> !Own.TYPE.matcher(value).matches())
            .isPresent()),
    /** RESTEasy's {@code FormEncodedDataParser}. */
    UNKNOWN_CHARSET(sent -> header(sent, "Content-Type").filter(value -> value.contains("charset=none")).isPresent()),
    /** RESTEasy's {@code URLUtils}. */
    BROKEN_PERCENT_IN_FORM(sent -> sent.body() != null && header(sent, "Content-Type")
            .filter(value -> value.startsWith("application/x-www-form-urlencoded")).isPresent()
            && Own.BROKEN.matcher(new String(sent.body(), StandardCharsets.UTF_8)).find()),
    /** RESTEasy's {@code ServerSerialisers}, where the answer would be 406. */
    ACCEPT_THAT_IS_NONE(sent -> header(sent, "Accept").filter(value -> !Own.TYPE.matcher(value).matches())
            .isPresent());

    private final Predicate<Sent> sent;

    KeycloaksOwn(Predicate<Sent> sent) {
        this.sent = sent;
    }

    static Optional<KeycloaksOwn> of(Sent sent) {
        return Arrays.stream(values()).filter(own -> own.sent.test(sent)).findFirst();
    }

    private static Optional<String> header(Sent sent, String name) {
        return sent.headers().stream().filter(header -> header.startsWith(name + ": "))
                .map(header -> header.substring(name.length() + 2)).findFirst();
    }

    /** Patterns that constants of an enum can use. */
    private static final class Own {
        static final Pattern TYPE = Pattern.compile("[\\w!#$&^.+-]+/[\\w!#$&^.+-]+(\\s*;[ -~]*)?");
        static final Pattern BROKEN = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    }
}
