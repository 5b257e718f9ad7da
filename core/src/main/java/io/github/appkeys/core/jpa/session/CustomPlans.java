package io.github.appkeys.core.jpa.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import jakarta.persistence.EntityManager;
import org.hibernate.Session;

/**
 * Makes PostgreSQL use custom plans until the transaction ends. Otherwise it may cache generic plans made while the
 * tables were small, and run a sequential scan for each row that is inserted. Does nothing on other databases.
 */
public final class CustomPlans {

    private CustomPlans() {
    }

    public static void inTransactionOf(EntityManager entities) {
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
