package org.tipstats.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.tipstats.start.postgres.DatabaseAddress;

/** The role that owns the tables of the service under test. It may do what the service may not. */
public final class OwnerRole {
    /** For statements that follow each other: to open a connection takes as much work as many requests. */
    private static Connection kept;

    private OwnerRole() {}

    public static DatabaseAddress address() {
        Config config = ConfigProvider.getConfig();
        return new DatabaseAddress(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                Optional.of(config.getValue("quarkus.flyway.username", String.class)),
                Optional.of(config.getValue("quarkus.flyway.password", String.class)));
    }

    public static Connection connect() throws SQLException {
        DatabaseAddress address = address();
        return DriverManager.getConnection(
                address.url(),
                address.username().orElseThrow(),
                address.password().orElseThrow());
    }

    /**
     * Returns the connection that all tests of this process share. The caller must not use it beside another thread, and
     * must leave it with auto-commit, or close it.
     */
    public static synchronized Connection kept() throws SQLException {
        if (kept == null || !kept.isValid(60)) {
            kept = connect();
        }
        return kept;
    }

    public static synchronized void execute(String... statements) {
        try (Statement statement = kept().createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
