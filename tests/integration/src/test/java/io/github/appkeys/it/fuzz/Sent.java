package io.github.appkeys.it.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request as it goes out, and what its answer may be.
 *
 * @param kind     what it is about, for the report: an operation or an endpoint
 * @param caller   who sends it, for the report
 * @param method   its method
 * @param target   path and query as they are sent, without white space
 * @param headers  lines without their end
 * @param body     its body; null for none
 * @param mayPass  whether the caller has the right to it, so that its answer may be a success
 * @param creates  whether an answer of success may hold a new appToken
 */
record Sent(String kind, String caller, String method, String target, List<String> headers, byte[] body,
        boolean mayPass, boolean creates) {

    /** The bytes on the connection. What would end a header or the target early is replaced. */
    byte[] bytes(String host) {
        StringBuilder head = new StringBuilder(method + " " + target.replaceAll("[\\x00-\\x20\\x7F]", "%20")
                + " HTTP/1.1\r\nHost: " + host + "\r\n");
        headers.forEach(header -> head.append(header.replace('\r', ' ').replace('\n', ' ')).append("\r\n"));
        if (body != null) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        if (body != null) {
            bytes.writeBytes(body);
        }
        return bytes.toByteArray();
    }

    /** As much of it as a person needs to send it again. */
    @Override
    public String toString() {
        String text = caller + ": " + new String(bytes("…"), StandardCharsets.UTF_8)
                .replaceAll("(Bearer \\S{10})\\S{100,}", "$1…");
        return text.substring(0, Math.min(text.length(), 1500));
    }
}
