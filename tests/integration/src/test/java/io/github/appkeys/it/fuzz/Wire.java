package io.github.appkeys.it.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection that is kept, byte by byte, since HTTP clients refuse to send what is malformed. */
final class Wire implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 30_000;

    private final URI server;
    private Socket socket;
    private InputStream in;

    /**
     * @param status 0 where the server closed the connection instead, -1 where it kept silent
     * @param text   the headers and the body
     */
    record Answer(int status, String text) {

        boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    Wire(URI server) {
        this.server = server;
    }

    /** Sends a request and reads its answer. A kept connection may be closed meanwhile: then it is sent once more. */
    Answer send(Sent sent) {
        boolean kept = socket != null;
        try {
            Answer answer = exchange(sent);
            return answer.status() == 0 && kept ? exchange(sent) : answer;
        } catch (SocketTimeoutException e) {
            close();
            return new Answer(-1, "");
        } catch (IOException e) {
            close();
            try {
                return kept ? exchange(sent) : new Answer(0, e.toString());
            } catch (IOException again) {
                close();
                return new Answer(0, again.toString());
            }
        }
    }

    private Answer exchange(Sent sent) throws IOException {
        if (socket == null) {
            socket = new Socket(server.getHost(), server.getPort());
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }
        socket.getOutputStream().write(sent.bytes(server.getAuthority()));
        String head = head();
        if (head.isEmpty()) {
            close();
            return new Answer(0, "");
        }
        int status = Integer.parseInt(head.substring(9, 12));
        String lower = head.toLowerCase(Locale.ROOT);
        String body = sent.method().equals("HEAD") || status == 204 || status == 304 ? "" : body(lower);
        // after a request that it could not parse, a server may take the rest for another one
        if (status == 400 || status == 413 || status >= 500 || lower.contains("\r\nconnection: close")) {
            close();
        }
        return new Answer(status, head + body);
    }

    private String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int last = 0;
        for (int c = in.read(); c >= 0; c = in.read()) {
            head.write(c);
            last = last << 8 | c;
            if (last == 0x0D0A0D0A) {
                String text = head.toString(StandardCharsets.UTF_8);
                if (!text.startsWith("HTTP/1.1 1")) {
                    return text;
                }
                head.reset();
            }
        }
        return "";
    }

    private String body(String lowerHead) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int length = lowerHead.indexOf("\r\ncontent-length: ");
        if (lowerHead.contains("\r\ntransfer-encoding: chunked")) {
            for (int size = chunk(); size > 0; size = chunk()) {
                body.write(in.readNBytes(size));
                in.readNBytes(2);
            }
            in.readNBytes(2);
        } else if (length >= 0) {
            int start = length + 18;
            body.write(in.readNBytes(Integer.parseInt(lowerHead.substring(start, lowerHead.indexOf('\r', start)))));
        } else {
            body.write(in.readAllBytes());
            close();
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    private int chunk() throws IOException {
        StringBuilder size = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            size.append((char) c);
        }
        return Integer.parseInt(size.toString().strip().split(";")[0], 16);
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // it is gone, which is all that was wanted
        }
        socket = null;
    }
}
