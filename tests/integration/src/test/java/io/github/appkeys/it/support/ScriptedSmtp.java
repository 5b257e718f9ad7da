package io.github.appkeys.it.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server (RFC 5321) that gives chosen replies at chosen moments, which GreenMail cannot. */
public final class ScriptedSmtp implements AutoCloseable {

    /** A reply to the recipient. */
    public static final String AT_RECIPIENT = "RCPT";
    /** A reply to the command DATA, before the message. */
    public static final String AT_DATA = "DATA";
    /** A reply to the whole message. */
    public static final String AT_END = ".";
    /** No reply: the connection is closed in the middle of the message. */
    public static final String HANGS_UP = "";

    private record Script(String moment, String reply) {
    }

    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final List<String> tried = new CopyOnWriteArrayList<>();
    private final ServerSocket socket;

    public ScriptedSmtp() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** What e-mails to an address get from now on: a code and a text, or {@link #HANGS_UP}. */
    public void reply(String address, String moment, String reply) {
        scripts.put(address, new Script(moment, reply));
    }

    /** E-mails to an address are accepted from now on. */
    public void accept(String address) {
        scripts.remove(address);
    }

    /** How many e-mails to an address were accepted. */
    public long accepted(String address) {
        return accepted.stream().filter(address::equals).count();
    }

    /** How often somebody began to send to an address. */
    public long tried(String address) {
        return tried.stream().filter(address::equals).count();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept();
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                    PrintWriter out = new PrintWriter(client.getOutputStream(), false, StandardCharsets.UTF_8)) {
                converse(in, out);
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void converse(BufferedReader in, PrintWriter out) throws IOException {
        String to = "";
        say(out, "220 scripted");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.split("[ :]", 2)[0];
            if (command.equals(AT_RECIPIENT)) {
                to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                tried.add(to);
            }
            String refusal = refusal(to, command);
            if (command.equals(AT_DATA) && refusal == null) {
                say(out, "354 go on");
                while (!in.readLine().equals(".")) {
                    // the text of the message
                }
                refusal = refusal(to, AT_END);
                if (refusal == null) {
                    accepted.add(to);
                }
            }
            if (HANGS_UP.equals(refusal)) {
                return;
            }
            say(out, refusal == null ? command.equals("QUIT") ? "221 bye" : "250 ok" : refusal);
        }
    }

    private String refusal(String to, String moment) {
        Script script = scripts.get(to);
        return script != null && script.moment.equals(moment) ? script.reply : null;
    }

    private static void say(PrintWriter out, String reply) {
        out.print(reply + "\r\n");
        out.flush();
    }
}
