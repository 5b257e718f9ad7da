package io.github.appkeys.authenticator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
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
 * Finds the credentials of a client in a request: in two headers, in HTTP Basic or in the form (RFC 6749, section
 * 2.3.1). Stock clients use the last two as well, so they hold a pair only where one half is marked as an appToken
 * ({@link AppToken#PREFIX}). In the place of the appKey the mark counts anywhere in the value: Keycloak would write
 * that value into its log and events. What else names a client decides whether the headers of a pair count.
 */
public final class CredentialsReader {

    /** White space, quotes and other characters that were copied with an appToken and stand before it. */
    private static final Pattern BEFORE_MARK = Pattern.compile("^[^0-9A-Za-z]+");

    /** The header of Keycloak's AttestationBasedClientAuthenticator; 26.4 has none. */
    private static final String ATTESTATION = "OAuth-Client-Attestation";

    private static final String CLIENT_ID_IN_ADDRESS = OAuth2Constants.CLIENT_ID + "=";

    private final HttpHeaders headers;
    private final MultivaluedMap<String, String> form;
    private final HeaderNames headerNames;
    private final HeaderNames alternative;
    /** The query of the address, as it was sent; null where there is none. */
    private final String address;

    /**
     * @param headerNames the configured headers
     * @param shortNames  whether {@link HeaderNames#SHORT} is read as well
     */
    CredentialsReader(HttpRequest request, HeaderNames headerNames, boolean shortNames) {
        this(request, form(request), headerNames, shortNames);
    }

    private CredentialsReader(HttpRequest request, MultivaluedMap<String, String> form, HeaderNames headerNames,
            boolean shortNames) {
        this.headers = request.getHttpHeaders();
        this.form = form;
        this.headerNames = headerNames;
        this.alternative = shortNames ? HeaderNames.SHORT : headerNames;
        this.address = request.getUri().getRequestUri().getRawQuery();
    }

    /** The same for an endpoint of ours that takes a pair in headers or HTTP Basic only. The body is not read. */
    static CredentialsReader ofHeaders(HttpRequest request, HeaderNames headerNames, boolean shortNames) {
        return new CredentialsReader(request, new MultivaluedHashMap<>(), headerNames, shortNames);
    }

    /** Reads each of the three places once. */
    ReadResult read() {
        Optional<PresentedPair> inHeaders = inHeaders().filter(this::areOurs);
        Optional<PresentedPair> inBasic = inBasic();
        Optional<PresentedPair> inForm = inForm();

        Optional<PresentedPair> pair = inHeaders
                .or(() -> inBasic.filter(CredentialsReader::isMarked))
                .or(() -> inForm.filter(CredentialsReader::isMarked));
        if (pair.isPresent()) {
            return new ReadResult.PairFound(pair.get(), form.getFirst(OAuth2Constants.CLIENT_ID),
                    isOneWay(pair.get(), inBasic, inForm));
        }
        Optional<PresentedPair> clientSecret = inBasic.or(() -> inForm).filter(PresentedPair::isWhole)
                .filter(credentials -> isOneWay(credentials, inBasic, inForm));
        return clientSecret.<ReadResult>map(ReadResult.ClientSecretFound::new)
                .or(() -> MisplacedToken.in(headers, address, headerNames).map(ReadResult.Misplaced::new)
                        .filter(misplaced -> !namesAClient()))
                .orElseGet(ReadResult.NothingFound::new);
    }

    /** Whether the request has the headers of a pair, which are ignored since it is the request of another client. */
    boolean ignoresHeaders() {
        return inHeaders().filter(pair -> !areOurs(pair)).isPresent();
    }

    /**
     * The one rule for headers, from the request alone: they hold a pair where nothing else in the request names a
     * client, or what does names the same appKey. They also do where a half is marked and the other client is named by
     * a bare {@code client_id}, so that this mistake is told. A name alone adds nothing to whole credentials. Else
     * they are a stray header of a library or a gateway, which must not refuse a stock or public client.
     */
    private boolean areOurs(PresentedPair pair) {
        List<String> named = Stream.of(basic().map(halves -> halves[0]), clientIds().stream(), clientIdsInAddress())
                .flatMap(names -> names).toList();
        boolean asserted = hasAssertion();
        boolean bare = !asserted && basic().findAny().isEmpty() && !hasSecret(form(OAuth2Constants.CLIENT_SECRET));
        if (!bare && pair.appToken().values().isEmpty() && !isMarked(pair)) {
            return false;
        }
        if (named.isEmpty() && !asserted || !named.isEmpty() && pair.appKey().values().containsAll(named)) {
            return true;
        }
        return bare && isMarked(pair);
    }

    /** Whether all places that have credentials have the same. A library may send them twice. */
    private boolean isOneWay(PresentedPair chosen, Optional<PresentedPair> inBasic, Optional<PresentedPair> inForm) {
        return !form.containsKey(OAuth2Constants.CLIENT_ASSERTION)
                && Stream.of(inBasic, inForm).flatMap(Optional::stream)
                        .allMatch(place -> chosen.equals(place) || chosen.hasSameValues(place));
    }

    private boolean namesAClient() {
        return basic().findAny().isPresent() || !clientIds().isEmpty() || hasAssertion();
    }

    /** Whether a client proves who it is with a JWT (RFC 7523, or the draft on attestation of clients). */
    private boolean hasAssertion() {
        return form.containsKey(OAuth2Constants.CLIENT_ASSERTION) || !values(ATTESTATION).isEmpty();
    }

    /** Keycloak's X509ClientAuthenticator takes the clientId from there. */
    private Stream<String> clientIdsInAddress() {
        return address == null ? Stream.empty() : Stream.of(address.split("&"))
                .filter(parameter -> parameter.startsWith(CLIENT_ID_IN_ADDRESS))
                .map(parameter -> parameter.substring(CLIENT_ID_IN_ADDRESS.length()))
                .filter(value -> !value.isEmpty())
                .map(CredentialsReader::decoded);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // a percent sign without two hexadecimal digits: no client has that name
            return value;
        }
    }

    private List<String> clientIds() {
        return form(OAuth2Constants.CLIENT_ID).stream().filter(value -> !value.isEmpty()).toList();
    }

    /** The form of the request; empty where it has none. */
    public static MultivaluedMap<String, String> form(HttpRequest request) {
        return hasForm(request.getHttpHeaders()) ? request.getDecodedFormParameters() : new MultivaluedHashMap<>();
    }

    private static boolean hasForm(HttpHeaders headers) {
        try {
            MediaType type = headers.getMediaType();
            return type != null && type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE);
        } catch (IllegalArgumentException e) {
            // a Content-Type that is no media type
            return false;
        }
    }

    private Optional<PresentedPair> inHeaders() {
        PresentedPair.Half appKey = header(headerNames.appKey(), alternative.appKey());
        PresentedPair.Half appToken = header(headerNames.appToken(), alternative.appToken());
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

    private Stream<String[]> basic() {
        return values(HttpHeaders.AUTHORIZATION).stream().map(CredentialsReader::parseBasic).filter(Objects::nonNull);
    }

    private Optional<PresentedPair> inBasic() {
        List<String[]> credentials = basic().toList();
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
            // a percent sign without two hexadecimal digits, so it is not a pair
            return null;
        }
    }

    private Optional<PresentedPair> inForm() {
        PresentedPair inForm = new PresentedPair(parameter(OAuth2Constants.CLIENT_ID),
                parameter(OAuth2Constants.CLIENT_SECRET));
        return hasSecret(inForm.appToken().values()) || isMarked(inForm.appKey()) ? Optional.of(inForm)
                : Optional.empty();
    }

    /** Many libraries send an empty client_secret for a client without a secret. */
    private static boolean hasSecret(List<String> secrets) {
        return secrets.stream().anyMatch(value -> !value.isEmpty());
    }

    private PresentedPair.Half parameter(String name) {
        return new PresentedPair.Half("form parameter " + name, form(name));
    }

    private List<String> form(String name) {
        return form.getOrDefault(name, List.of());
    }

    private static boolean isMarked(PresentedPair pair) {
        return isMarked(pair.appKey()) || pair.appToken().values().stream()
                .anyMatch(value -> BEFORE_MARK.matcher(value).replaceFirst("").startsWith(AppToken.PREFIX));
    }

    private static boolean isMarked(PresentedPair.Half half) {
        return half.values().stream().anyMatch(AppToken::looksLikeOne);
    }
}
