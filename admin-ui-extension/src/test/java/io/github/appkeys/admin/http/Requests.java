package io.github.appkeys.admin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.services.ErrorResponseException;

/** What a caller sends, and the answer where that is refused. */
public final class Requests {

    private Requests() {
    }

    public static InputStream body(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    public static JsonObject object(String json, String... names) {
        return JsonBody.object(body(json), Set.of(names));
    }

    public static void assertBadRequest(ThrowingCallable call, String message) {
        assertAnswer(call, 400, message);
    }

    public static void assertAnswer(ThrowingCallable call, int status, String message) {
        ErrorResponseException refused = catchThrowableOfType(ErrorResponseException.class, call);
        assertThat(refused).isNotNull();
        assertThat(refused.getResponse().getStatus()).isEqualTo(status);
        assertThat(refused.getResponse().getEntity()).isInstanceOfSatisfying(ErrorRepresentation.class,
                error -> assertThat(error.getErrorMessage()).isEqualTo(message));
    }
}
