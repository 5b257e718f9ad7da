package io.github.appkeys.core.jpa.buffers;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The threads that wait for a connection of Keycloak's pool. The pool lets them wait for 20 seconds while new
 * connections cannot be opened. After {@link #MILLIS} a thread is interrupted, which ends the waiting: the pool opens
 * connections on threads of its own. A thread that has its connection is never interrupted, since that would close the
 * file of an embedded H2 database.
 */
public final class ConnectionWaits {

    /** How long a thread waits. */
    private static final long MILLIS = 5000;
    private static final long INTERVAL_MILLIS = 100;

    private static final Set<Wait> WAITS = ConcurrentHashMap.newKeySet();

    static {
        Thread thread = new Thread(ConnectionWaits::watch, "app-key-connection-waits");
        thread.setDaemon(true);
        thread.start();
    }

    private ConnectionWaits() {
    }

    /** One thread that waits, until it is closed. */
    public static final class Wait implements AutoCloseable {

        private final Thread thread = Thread.currentThread();
        private final long since = System.nanoTime();
        private boolean isOver;
        private boolean isInterrupted;

        private Wait() {
        }

        private synchronized void endAfter(long nanos, long now) {
            if (!isOver && now - since > nanos) {
                isInterrupted = true;
                isOver = true;
                thread.interrupt();
            }
        }

        /** The thread has its connection, or none. What interrupted it for this wait is gone. */
        @Override
        public synchronized void close() {
            isOver = true;
            WAITS.remove(this);
            if (isInterrupted) {
                Thread.interrupted();
            }
        }
    }

    /** The current thread begins to wait. */
    public static Wait begin() {
        Wait wait = new Wait();
        WAITS.add(wait);
        return wait;
    }

    private static void watch() {
        while (true) {
            long now = System.nanoTime();
            WAITS.forEach(wait -> wait.endAfter(MILLIS * 1_000_000, now));
            try {
                Thread.sleep(INTERVAL_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
