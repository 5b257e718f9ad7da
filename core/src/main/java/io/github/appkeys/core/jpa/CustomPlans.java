package io.github.appkeys.core.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import jakarta.persistence.EntityManager;
import org.hibernate.Session;

/**
 * Has PostgreSQL plan each statement anew, until the transaction ends. It would keep the plans that it made while
 * tables were small, and read the whole of a table for each row that is added to it. Other databases do not.
 */
final class CustomPlans {

    private CustomPlans() {
    }

    static void inTransactionOf(EntityManager entities) {
        entities.unwrap(Session.class).doWork(CustomPlans::set);
    }

    private static void set(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET LOCAL plan_cache_mode = force_custom_plan");
            }
        }
    }
}
