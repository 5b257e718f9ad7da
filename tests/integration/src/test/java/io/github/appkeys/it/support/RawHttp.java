package io.github.appkeys.it.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appkeys.harness.Json;
import io.github.appkeys.harness.TestRealm;

/** A request byte by byte, for what no HTTP client would send. */
public final class RawHttp {

    private RawHttp() {
    }

    /** @param headers lines as they go out, without their end; ISO-8859-1 */
    public static Response post(String url, List<String> headers, String form) {
        List<String> lines = new ArrayList<>(List.of("Connection: close", "Content-Type: " + TestRealm.FORM,
                "Content-Length: " + form.length()));
        lines.addAll(headers);
        return send(url, "POST", URI.create(url).getRawPath(), lines, form);
    }

    private static final int TIMEOUT_MILLIS = 60_000;

    /**
     * A request without any other header than Host and those that are given; one must close the connection.
     *
     * @param url     names the server
     * @param target  the path and query as they go out
     * @param headers lines as they go out, without their end; ISO-8859-1
     * @param body    empty for none
     */
    public static Response send(String url, String method, String target, List<String> headers, String body) {
        URI uri = URI.create(url);
        StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\n"
                + "Host: " + uri.getAuthority() + "\r\n");
        headers.forEach(header -> request.append(header).append("\r\n"));
        request.append("\r\n").append(body);
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return Response.parse(answer.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A header with HTTP Basic credentials. */
    public static String basic(String user, String password) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes());
    }

    /**
     * An answer byte by byte.
     *
     * @param head the status line and the headers
     * @param body all that follows
     */
    public record Response(String head, String body) {

        static Response parse(String text) {
            int end = text.indexOf("\r\n\r\n");
            return new Response(text.substring(0, end), text.substring(end + 4));
        }

        public JsonNode json() {
            return Json.parse(body);
        }

        public int status() {
            return Integer.parseInt(head.split(" ")[1]);
        }
    }
}
