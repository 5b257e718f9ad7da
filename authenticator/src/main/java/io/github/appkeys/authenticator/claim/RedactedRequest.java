package io.github.appkeys.authenticator.claim;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.function.UnaryOperator;

import io.github.appkeys.authenticator.secrecy.Secrets;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;

/**
 * The request of a claim page with the code removed from its address: at TRACE, Keycloak logs the address of a request
 * with its events and cookies.
 */
final class RedactedRequest {

    private RedactedRequest() {
    }

    /** Replaces the request of the session by one without the code. */
    static void putInto(KeycloakSession session) {
        KeycloakContext context = session.getContext();
        HttpRequest request = context.getHttpRequest();
        context.setHttpRequest(view(HttpRequest.class, request, result -> result instanceof UriInfo uri
                ? view(UriInfo.class, uri, RedactedRequest::redact) : result));
        // makes the context drop its cached address
        context.setRealm(context.getRealm());
    }

    private static Object redact(Object result) {
        if (result instanceof String text) {
            return Secrets.removedFrom(text);
        }
        if (result instanceof URI uri) {
            return URI.create(Secrets.removedFrom(uri.toString()));
        }
        return result instanceof UriBuilder builder
                ? UriBuilder.fromUri(Secrets.removedFrom(builder.toTemplate())) : result;
    }

    /** A proxy, because the methods of the interfaces differ between versions of Keycloak. */
    private static <T> T view(Class<T> type, T original, UnaryOperator<Object> change) {
        return type.cast(Proxy.newProxyInstance(RedactedRequest.class.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> {
                    try {
                        return change.apply(method.invoke(original, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
