package io.github.appkeys.it.timing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import io.github.appkeys.harness.TestRealm;

/** One warm connection, and how long each answer takes, from the last byte sent to the last one read. */
final class TimedConnection implements AutoCloseable {

    private static final String FORM = "grant_type=client_credentials";

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final byte[] buffer = new byte[16 * 1024];

    TimedConnection(URI server) {
        try {
            this.socket = new Socket(server.getHost(), server.getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(30_000);
            this.out = socket.getOutputStream();
            this.in = socket.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A call of an endpoint below {@code /realms/{realm}/app-keys}, with the pair in headers. */
    static byte[] call(TestRealm realm, String endpoint, String appKey, String appToken) {
        URI url = URI.create(realm.server.url());
        return ("GET /realms/" + realm.name + "/app-keys/" + endpoint + " HTTP/1.1\r\nHost: " + url.getAuthority()
                + "\r\n" + TestRealm.APP_KEY + ": " + appKey + "\r\n" + TestRealm.APP_TOKEN + ": " + appToken
                + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** @param delayMicros what the server adds where the realm has the listener of tests */
    static byte[] request(TestRealm realm, String appKey, String appToken, int delayMicros) {
        URI url = URI.create(realm.tokenUrl());
        return ("POST " + url.getRawPath() + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\n"
                + TestRealm.APP_KEY + ": " + appKey + "\r\n" + TestRealm.APP_TOKEN + ": " + appToken + "\r\n"
                + "X-Test-Delay-Micros: " + String.format("%03d", delayMicros) + "\r\n"
                + "Content-Type: " + TestRealm.FORM + "\r\nContent-Length: " + FORM.length() + "\r\n\r\n" + FORM)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Sends and reads.
     *
     * @param delayNanos an artificial delay here, inside what is measured
     * @return microseconds
     */
    double micros(byte[] request, long delayNanos) {
        try {
            long start = System.nanoTime();
            out.write(request);
            int length = in.read(buffer);
            while (!isWhole(length)) {
                int more = in.read(buffer, length, buffer.length - length);
                if (more < 0) {
                    throw new IOException("The connection was closed: " + text(length));
                }
                length += more;
            }
            long delayed = System.nanoTime() + delayNanos;
            while (System.nanoTime() < delayed) {
                Thread.onSpinWait();
            }
            long end = System.nanoTime();
            if (!text(length).startsWith("HTTP/1.1 401 ")) {
                throw new IllegalStateException("Not a refusal: " + text(length));
            }
            return (end - start) / 1_000.0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isWhole(int length) {
        String text = text(Math.max(0, length)).toLowerCase(Locale.ROOT);
        int head = text.indexOf("\r\n\r\n");
        int field = text.indexOf("\r\ncontent-length: ");
        return head > 0 && field > 0 && length >= head + 4
                + Integer.parseInt(text.substring(field + 18, text.indexOf('\r', field + 18)));
    }

    private String text(int length) {
        return new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
