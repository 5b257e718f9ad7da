package io.github.appkeys.core.jpa.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.github.appkeys.core.jpa.buffers.ConnectionWaits;
import jakarta.persistence.EntityManager;
import org.hibernate.Session;

/**
 * Limits how long a look-up waits for a database that does not answer, and does not close its connections either: first
 * for a connection ({@link ConnectionWaits}), then for the answer.
 */
public final class AnswerTime {

    private static final long MILLIS = 5500;
    private static final long LEAST_MILLIS = 250;

    private AnswerTime() {
    }

    /** Runs the queries of a look-up. Where they take too long, the connection is closed and they fail. */
    public static <T> T limited(EntityManager entities, Supplier<T> queries) {
        long start = System.nanoTime();
        try (ConnectionWaits.Wait wait = ConnectionWaits.begin()) {
            return entities.unwrap(Session.class).doReturningWork(connection -> {
                wait.close();
                return limited(connection, System.nanoTime() - start, queries);
            });
        }
    }

    private static <T> T limited(Connection connection, long waitedNanos, Supplier<T> queries) throws SQLException {
        long left = MILLIS - TimeUnit.NANOSECONDS.toMillis(waitedNanos);
        int before = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, (int) Math.max(LEAST_MILLIS, left));
        try {
            return queries.get();
        } finally {
            restore(connection, before);
        }
    }

    private static void restore(Connection connection, int timeout) {
        try {
            connection.setNetworkTimeout(Runnable::run, timeout);
        } catch (SQLException e) {
            // the connection was closed, since the time was up; the failure of the query says so
        }
    }
}
