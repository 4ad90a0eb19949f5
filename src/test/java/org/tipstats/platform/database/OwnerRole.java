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

    public static void execute(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
