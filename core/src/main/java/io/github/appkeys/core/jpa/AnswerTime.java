package io.github.appkeys.core.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.persistence.EntityManager;
import org.hibernate.Session;

/**
 * Limits how long a look-up waits for a database that does not answer, without an error from the network either. The
 * time for getting a connection counts: Keycloak's pool gives up after five seconds.
 */
final class AnswerTime {

    private static final long MILLIS = 5500;
    private static final long LEAST_MILLIS = 250;

    private AnswerTime() {
    }

    /** Runs the queries of a look-up. Where they take too long, the connection is closed and they fail. */
    static <T> T limited(EntityManager entities, Supplier<T> queries) {
        long start = System.nanoTime();
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            int before = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, (int) Math.max(LEAST_MILLIS, MILLIS - waited));
            try {
                return queries.get();
            } finally {
                restore(connection, before);
            }
        });
    }

    private static void restore(Connection connection, int timeout) {
        try {
            connection.setNetworkTimeout(Runnable::run, timeout);
        } catch (SQLException e) {
            // the connection was closed, since the time was up; the failure of the query says so
        }
    }
}
