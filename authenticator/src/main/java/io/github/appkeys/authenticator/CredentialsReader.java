package io.github.appkeys.authenticator;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.appkeys.core.exchange.HeaderNames;
import io.github.appkeys.core.exchange.PresentedPair;
import io.github.appkeys.core.pair.AppToken;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.keycloak.OAuth2Constants;
import org.keycloak.http.HttpRequest;
import org.keycloak.util.BasicAuthHelper;

/**
 * Finds a pair in a request: in two headers, in HTTP Basic or in the form (RFC 6749, section 2.3.1). The last two
 * belong to stock clients as well and are a pair only where a half is marked as an appToken. A mark in the place of the
 * appKey counts wherever it stands: stock Keycloak would write what it finds there into its log and events.
 */
public final class CredentialsReader {

    /** White space, quotes and the like that got in front of an appToken when it was copied. */
    private static final Pattern BEFORE_MARK = Pattern.compile("^[^0-9A-Za-z]+");

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

    /** A clientId and a client secret, in HTTP Basic or in the form, where nothing else authenticates the client. */
    Optional<PresentedPair> readClientSecret() {
        List<PresentedPair> found = Stream.of(inHeaders(), inBasic(), inForm()).flatMap(Optional::stream).toList();
        boolean alone = found.size() == 1 && inHeaders().isEmpty()
                && !form.containsKey(OAuth2Constants.CLIENT_ASSERTION);
        return alone ? Optional.of(found.get(0)).filter(PresentedPair::isWhole) : Optional.empty();
    }

    /** The form of the request; empty where it has none. */
    public static MultivaluedMap<String, String> form(HttpRequest request) {
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
        List<String[]> credentials = values(HttpHeaders.AUTHORIZATION).stream()
                .map(CredentialsReader::parseBasic).filter(Objects::nonNull).toList();
        return credentials.isEmpty() ? Optional.empty() : Optional.of(new PresentedPair(
                new PresentedPair.Half("user name of the HTTP Basic credentials",
                        credentials.stream().map(halves -> halves[0]).toList()),
                new PresentedPair.Half("password of the HTTP Basic credentials",
                        credentials.stream().map(halves -> halves[1]).toList())));
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
        PresentedPair inForm = new PresentedPair(parameter(OAuth2Constants.CLIENT_ID),
                parameter(OAuth2Constants.CLIENT_SECRET));
        // many libraries send an empty client_secret where they have none
        boolean secret = inForm.appToken().values().stream().anyMatch(value -> !value.isEmpty());
        return secret || isMarked(inForm.appKey()) ? Optional.of(inForm) : Optional.empty();
    }

    private PresentedPair.Half parameter(String name) {
        return new PresentedPair.Half("form parameter " + name, form.getOrDefault(name, List.of()));
    }

    private static boolean hasToken(PresentedPair pair) {
        return isMarked(pair.appKey()) || pair.appToken().values().stream()
                .anyMatch(value -> BEFORE_MARK.matcher(value).replaceFirst("").startsWith(AppToken.PREFIX));
    }

    private static boolean isMarked(PresentedPair.Half half) {
        return half.values().stream().anyMatch(AppToken::looksLikeOne);
    }
}
