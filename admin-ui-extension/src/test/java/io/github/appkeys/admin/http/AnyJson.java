package io.github.appkeys.admin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.appkeys.core.ConflictException;
import io.github.appkeys.core.InvalidValueException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import org.keycloak.services.ErrorResponseException;

/** Bodies with known fields and any values. */
public final class AnyJson {

    private static final String TOKEN = "apptoken_0123456789abcdefghijklmnopqrstuvwxyzABCDEFG1jCQwk";

    private AnyJson() {
    }

    /** Objects with some of these fields, and sometimes one more. */
    public static Arbitrary<Map<String, Object>> objects(Set<String> names) {
        List<String> known = new ArrayList<>(names);
        known.add("unknown");
        return Arbitraries.maps(Arbitraries.of(known), values(3)).ofMaxSize(6).map(HashMap::new);
    }

    /** Values of each type of JSON, null among them. */
    public static Arbitrary<Object> values(int depth) {
        Arbitrary<Object> leaf = Arbitraries.oneOf(
                Arbitraries.of(TOKEN, "appkey-shop-1", "x", "", " ", "\0", "\uD83D", "\uD83D\uDE00", "10.0.0.0/8", ":",
                        "2027-01-31T12:00:00Z", "+1000000000-01-01T00:00:00Z", "RESPONSE", "LINK", "RESTORE", "ALL",
                        "SHA-256", "https://example.org", "X-Key", "X-Token", "a@b", "a".repeat(256)),
                Arbitraries.strings().ofMaxLength(40).map(text -> (Object) text),
                Arbitraries.longs().map(number -> (Object) number),
                Arbitraries.doubles().map(number -> (Object) number),
                Arbitraries.bigIntegers().map(number -> (Object) number), Arbitraries.of(true, false),
                Arbitraries.just((Object) null));
        return depth == 0 ? leaf : Arbitraries.frequencyOf(Tuple.of(5, leaf),
                Tuple.of(1, Arbitraries.lazy(() -> values(depth - 1)).list().ofMaxSize(3)
                        .map(list -> (Object) list)),
                Tuple.of(1, Arbitraries.lazy(() -> Arbitraries.maps(Arbitraries.of("name", "client", "appKey",
                        "appToken", "cutoff", "scope", "clientId", "until", "reason"), values(depth - 1))
                        .ofMaxSize(3).map(map -> (Object) new HashMap<>(map)))));
    }

    /** As it is sent. */
    public static InputStream body(Object json) {
        try {
            return new ByteArrayInputStream(JsonBody.MAPPER.writeValueAsBytes(json));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** What is read; empty where it is refused with an answer. Anything else is the failure of a test. */
    public static <T> Optional<T> read(Supplier<T> reader) {
        try {
            return Optional.ofNullable(reader.get());
        } catch (InvalidValueException | ConflictException e) {
            assertThat(e.getMessage()).doesNotContain(TOKEN);
            return Optional.empty();
        } catch (ErrorResponseException e) {
            assertThat(e.getResponse().getStatus()).isIn(400, 413);
            assertThat(ErrorResponses.message(e)).doesNotContain(TOKEN);
            return Optional.empty();
        }
    }
}
