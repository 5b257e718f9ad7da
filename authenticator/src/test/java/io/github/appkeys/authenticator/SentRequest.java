package io.github.appkeys.authenticator;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import org.keycloak.http.FormPartValue;
import org.keycloak.http.HttpRequest;

/** A request in memory: its headers and its form. Everything else is not supported. */
final class SentRequest implements HttpRequest, HttpHeaders {

    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
    private String query = "";
    private MediaType type = MediaType.APPLICATION_FORM_URLENCODED_TYPE;
    private boolean hasUnreadableType;

    SentRequest header(String name, String... values) {
        headers.computeIfAbsent(name, none -> new ArrayList<>()).addAll(List.of(values));
        return this;
    }

    SentRequest parameter(String name, String... values) {
        form.addAll(name, values);
        return this;
    }

    /** @param query with its question mark */
    SentRequest query(String query) {
        this.query = query;
        return this;
    }

    /** @param type of the body; null where there is none */
    SentRequest type(MediaType type) {
        this.type = type;
        return this;
    }

    /** A Content-Type that is no media type. */
    SentRequest unreadableType() {
        this.hasUnreadableType = true;
        return this;
    }

    @Override
    public HttpHeaders getHttpHeaders() {
        return this;
    }

    @Override
    public List<String> getRequestHeader(String name) {
        return headers.get(name);
    }

    @Override
    public MediaType getMediaType() {
        if (hasUnreadableType) {
            throw new IllegalArgumentException("as RESTEasy does");
        }
        return type;
    }

    @Override
    public MultivaluedMap<String, String> getDecodedFormParameters() {
        return form;
    }

    @Override
    public String getHttpMethod() {
        throw new UnsupportedOperationException();
    }

    @Override
    public MultivaluedMap<String, FormPartValue> getMultiPartFormParameters() {
        throw new UnsupportedOperationException();
    }

    @Override
    public X509Certificate[] getClientCertificateChain() {
        throw new UnsupportedOperationException();
    }

    @Override
    public UriInfo getUri() {
        return (UriInfo) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {UriInfo.class},
                (proxy, method, arguments) -> URI.create("https://id.example.org/token" + query));
    }

    @Override
    public boolean isProxyTrusted() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getHeaderString(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MultivaluedMap<String, String> getRequestHeaders() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<MediaType> getAcceptableMediaTypes() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Locale> getAcceptableLanguages() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Locale getLanguage() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Cookie> getCookies() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Date getDate() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getLength() {
        throw new UnsupportedOperationException();
    }
}
