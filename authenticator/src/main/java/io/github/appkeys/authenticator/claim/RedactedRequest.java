package io.github.appkeys.authenticator.claim;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;

/**
 * The request of a claim page without the code in its address: Keycloak writes the address of requests into its log at
 * TRACE, with events and with cookies.
 */
final class RedactedRequest {

    private static final Pattern CODE = Pattern.compile("(/app-keys/claim/)[^/?#\\s]*");

    private RedactedRequest() {
    }

    /** From now on the session knows the request without its code only. */
    static void putInto(KeycloakSession session) {
        KeycloakContext context = session.getContext();
        HttpRequest request = context.getHttpRequest();
        context.setHttpRequest(view(HttpRequest.class, request, result -> result instanceof UriInfo uri
                ? view(UriInfo.class, uri, RedactedRequest::codeless) : result));
        // makes the context forget the address that it knows
        context.setRealm(context.getRealm());
    }

    private static Object codeless(Object result) {
        if (result instanceof String text) {
            return codeless(text);
        }
        if (result instanceof URI uri) {
            return URI.create(codeless(uri.toString()));
        }
        return result instanceof UriBuilder builder ? UriBuilder.fromUri(codeless(builder.toTemplate())) : result;
    }

    /** A text without the codes of the addresses of claim pages in it. */
    static String codeless(String address) {
        return CODE.matcher(address).replaceAll("$1-");
    }

    /** The interfaces differ between versions of Keycloak, so their methods are not listed here. */
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
