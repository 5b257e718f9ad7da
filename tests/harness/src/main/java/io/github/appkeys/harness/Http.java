package io.github.appkeys.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Requests and their answers, over HTTP as anybody would send them. */
public final class Http {

    /** Reads and writes JSON. */
    public static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private Http() {
    }

    /** A request to be completed and sent. */
    public static Request get(String url) {
        return request("GET", url);
    }

    /** A request to be completed and sent. */
    public static Request request(String method, String url) {
        return new Request(method, HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT));
    }

    /** A form as {@code application/x-www-form-urlencoded}. */
    public static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream().map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** A text as part of a query or a form. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A request on its way. */
    public static final class Request {

        private final String method;
        private final HttpRequest.Builder builder;
        private byte[] body;

        private Request(String method, HttpRequest.Builder builder) {
            this.method = method;
            this.builder = builder;
        }

        /** Adds a header; the same name twice sends it twice. */
        public Request header(String name, String value) {
            builder.header(name, value);
            return this;
        }

        /** Sets a body of a type. */
        public Request body(String type, String text) {
            return body(type, text.getBytes(StandardCharsets.UTF_8));
        }

        /** Sets a body of a type. */
        public Request body(String type, byte[] bytes) {
            builder.header("Content-Type", type);
            this.body = bytes;
            return this;
        }

        /** Sends it and waits for the answer. */
        public Response send() {
            try {
                builder.method(method, body == null ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofByteArray(body));
                HttpResponse<String> response = CLIENT.send(builder.build(), HttpResponse.BodyHandlers.ofString());
                return new Response(response.statusCode(), response.headers(), response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /**
     * An answer.
     *
     * @param status  the status code
     * @param headers the headers
     * @param body    the body as text
     */
    public record Response(int status, HttpHeaders headers, String body) {

        /** The body as JSON. */
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("Not JSON, status " + status + ": " + body, e);
            }
        }

        /** One field of the body; empty where it is missing. */
        public String field(String name) {
            return json().path(name).asText("");
        }

        /** A header's value; empty where it is missing. */
        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }
}
