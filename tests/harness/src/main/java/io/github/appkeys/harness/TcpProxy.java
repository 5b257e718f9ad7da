package io.github.appkeys.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stands between a server and its database, on this host, and takes the database away: it cuts the connections, lets
 * them hang without an answer, or holds the answer to one statement.
 */
public final class TcpProxy implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;

    private enum Mode { OPEN, CUT, HANGING }

    private final int target;
    private final ServerSocket door;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Object change = new Object();
    private Mode mode = Mode.OPEN;
    private volatile Hold hold;

    /** One statement whose answer is held back. */
    public static final class Hold {

        private final String text;
        private int passed;
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        private Hold(String text, int passed) {
            this.text = text;
            this.passed = passed;
        }

        private synchronized boolean isFor(String sent) {
            return reached.getCount() > 0 && sent.contains(text) && passed-- == 0;
        }

        /** Waits until the statement was sent to the database. */
        public void awaitReached(Duration longest) {
            await(reached, longest);
        }

        /** Lets the answer through. */
        public void release() {
            released.countDown();
        }
    }

    /** @param target the port of the database on this host */
    public TcpProxy(int target) {
        this.target = target;
        try {
            door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** Where it listens on this host. */
    public int port() {
        return door.getLocalPort();
    }

    /** Closes all connections, and closes new ones at once. */
    public void cut() {
        set(Mode.CUT);
        sockets.forEach(this::close);
    }

    /** Keeps all connections open, and takes new ones, but passes nothing on. */
    public void hang() {
        set(Mode.HANGING);
    }

    /** Passes everything on again. */
    public void restore() {
        set(Mode.OPEN);
    }

    /**
     * Holds the answer to a statement.
     *
     * @param text   in the statement
     * @param passed how many statements with this text pass before
     */
    public Hold holdAnswerTo(String text, int passed) {
        hold = new Hold(text, passed);
        return hold;
    }

    @Override
    public void close() {
        cut();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void set(Mode next) {
        synchronized (change) {
            mode = next;
            change.notifyAll();
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (current() == Mode.CUT) {
                    close(client);
                } else {
                    connect(client);
                }
            } catch (IOException e) {
                // the door is closed, or the database is really away: the client sees a closed connection
            }
        }
    }

    private Mode current() {
        synchronized (change) {
            return mode;
        }
    }

    private void connect(Socket client) throws IOException {
        Socket database = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(client);
        sockets.add(database);
        CountDownLatch[] answers = {new CountDownLatch(0)};
        start(() -> pass(client, database, answers, true));
        start(() -> pass(database, client, answers, false));
    }

    private void pass(Socket from, Socket to, CountDownLatch[] answers, boolean isQuestion) {
        byte[] buffer = new byte[BUFFER];
        try {
            for (int length = from.getInputStream().read(buffer); length >= 0;
                    length = from.getInputStream().read(buffer)) {
                awaitOpen();
                Hold expected = hold;
                if (isQuestion && expected != null
                        && expected.isFor(new String(buffer, 0, length, StandardCharsets.ISO_8859_1))) {
                    answers[0] = expected.released;
                    expected.reached.countDown();
                } else if (!isQuestion) {
                    await(answers[0], Duration.ofMinutes(1));
                }
                to.getOutputStream().write(buffer, 0, length);
            }
        } catch (IOException e) {
            // closed by the other side
        } finally {
            close(from);
            close(to);
        }
    }

    private void awaitOpen() {
        synchronized (change) {
            while (mode == Mode.HANGING) {
                try {
                    change.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private static void await(CountDownLatch latch, Duration longest) {
        try {
            if (!latch.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("Nothing happened for " + longest);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void close(Socket socket) {
        sockets.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "tcp-proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
