package io.github.appkeys.authenticator;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.appkeys.core.AppToken;
import io.github.appkeys.core.HeaderNames;
import io.github.appkeys.core.PresentedPair;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.keycloak.OAuth2Constants;
import org.keycloak.http.HttpRequest;
import org.keycloak.util.BasicAuthHelper;

/**
 * Finds a pair in a request: in two headers, in HTTP Basic or in the form (RFC 6749, section 2.3.1). The last two belong
 * to stock clients as well and are a pair only where one half starts as an appToken does.
 */
final class CredentialsReader {

    private final HttpHeaders headers;
    private final MultivaluedMap<String, String> form;
    private final HeaderNames headerNames;

    /** @param headerNames read beside {@link HeaderNames#SHORT}, which always works */
    CredentialsReader(HttpRequest request, HeaderNames headerNames) {
        this.headers = request.getHttpHeaders();
        this.form = form(request);
        this.headerNames = headerNames;
    }

    /** @return empty where the request has no pair and so is none of our business */
    Optional<PresentedCredentials> read() {
        Optional<PresentedPair> inHeaders = inHeaders();
        Optional<PresentedPair> inBasic = inBasic();
        Optional<PresentedPair> inForm = inForm();
        Optional<PresentedPair> pair = inHeaders
                .or(() -> inBasic.filter(CredentialsReader::hasToken))
                .or(() -> inForm.filter(CredentialsReader::hasToken));
        long ways = Stream.of(inHeaders, inBasic, inForm).filter(Optional::isPresent).count();
        boolean asserted = form.containsKey(OAuth2Constants.CLIENT_ASSERTION);
        return pair.map(found -> new PresentedCredentials(found, form.getFirst(OAuth2Constants.CLIENT_ID),
                ways == 1 && !asserted));
    }

    /** The form of the request; empty where it has none. */
    static MultivaluedMap<String, String> form(HttpRequest request) {
        MediaType type = request.getHttpHeaders().getMediaType();
        boolean isForm = type != null && type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE);
        return isForm ? request.getDecodedFormParameters() : new MultivaluedHashMap<>();
    }

    private Optional<PresentedPair> inHeaders() {
        PresentedPair.Half appKey = header(headerNames.appKey(), HeaderNames.SHORT.appKey());
        PresentedPair.Half appToken = header(headerNames.appToken(), HeaderNames.SHORT.appToken());
        boolean none = appKey.values().isEmpty() && appToken.values().isEmpty();
        return none ? Optional.empty() : Optional.of(new PresentedPair(appKey, appToken));
    }

    private PresentedPair.Half header(String configured, String alternative) {
        List<String> names = Stream.of(configured, alternative).filter(name -> !values(name).isEmpty()).toList();
        String name = names.isEmpty() ? configured : names.get(0);
        boolean same = configured.equalsIgnoreCase(alternative);
        List<String> values = same ? values(configured) : names.stream().flatMap(n -> values(n).stream()).toList();
        return new PresentedPair.Half("header " + name, values);
    }

    private List<String> values(String header) {
        List<String> values = headers.getRequestHeader(header);
        return values == null ? List.of() : values;
    }

    private Optional<PresentedPair> inBasic() {
        String authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        String[] credentials = authorization == null ? null : parseBasic(authorization);
        return credentials == null ? Optional.empty() : Optional.of(new PresentedPair(
                new PresentedPair.Half("user name of the HTTP Basic credentials", List.of(credentials[0])),
                new PresentedPair.Half("password of the HTTP Basic credentials", List.of(credentials[1]))));
    }

    private static String[] parseBasic(String authorization) {
        try {
            return BasicAuthHelper.RFC6749.parseHeader(authorization);
        } catch (IllegalArgumentException e) {
            // a percent sign that encodes nothing: whatever it is, it is not a pair
            return null;
        }
    }

    private Optional<PresentedPair> inForm() {
        if (!form.containsKey(OAuth2Constants.CLIENT_SECRET)) {
            return Optional.empty();
        }
        return Optional.of(new PresentedPair(parameter(OAuth2Constants.CLIENT_ID),
                parameter(OAuth2Constants.CLIENT_SECRET)));
    }

    private PresentedPair.Half parameter(String name) {
        return new PresentedPair.Half("form parameter " + name, form.getOrDefault(name, List.of()));
    }

    private static boolean hasToken(PresentedPair pair) {
        return Stream.concat(pair.appKey().values().stream(), pair.appToken().values().stream())
                .anyMatch(value -> value.strip().startsWith(AppToken.PREFIX));
    }
}
