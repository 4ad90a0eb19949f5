package org.tipstats.platform.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.tipstats.start.postgres.DatabaseAddress;
import org.tipstats.start.postgres.DatabaseLogins;
import org.tipstats.start.postgres.PostgresServer;
import org.tipstats.start.postgres.TestServers;

/** A database of version 1.0 that was brought up to date. The tests of a process share it, and ask it by plain SQL. */
final class UpdatedDatabase {

    /** The service acts for everyone, as for a reviewer. */
    static final String ALL = "set tipstats.areas = '*'";

    static final String FILE_OF_DEU = "'00000000-0000-0000-0003-00000000000d'";

    private static final String NEWEST_OF_1_0 = "12";

    private static UpdatedDatabase started;

    private final DatabaseAddress owner;
    private final DatabaseAddress service;
    private final Map<String, String> before;

    private UpdatedDatabase(DatabaseLogins logins) throws Exception {
        owner = logins.owner();
        service = logins.service();
        flyway().target(NEWEST_OF_1_0).load().migrate();
        TestServers.execute(owner, Files.readString(Path.of("src/test/resources/database-1.0.sql")));
        before = counts();
        bringUpToDate();
    }

    /** Returns the database, which it starts first if it has to. It ends with the process. */
    static synchronized UpdatedDatabase get() throws Exception {
        if (started == null) {
            PostgresServer server = TestServers.start(TestServers.newFolder());
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            started = new UpdatedDatabase(server.logins());
        }
        return started;
    }

    DatabaseAddress owner() {
        return owner;
    }

    DatabaseAddress service() {
        return service;
    }

    /** Returns the number of rows of each table that had some in version 1.0. */
    Map<String, String> before() {
        return before;
    }

    /** Migrates as the start of the service does, and returns the number of migrations. */
    int bringUpToDate() {
        FluentConfiguration now = flyway();
        new ServiceGrants(owner.username(), service.username()).customize(now);
        return now.load().migrate().migrationsExecuted;
    }

    private FluentConfiguration flyway() {
        return Flyway.configure()
                .locations("classpath:db/migration")
                .dataSource(
                        owner.url(),
                        owner.username().orElseThrow(),
                        owner.password().orElseThrow());
    }

    /** Returns the number of rows of each table that has some, but for the table that a migration counts from another. */
    Map<String, String> counts() throws SQLException {
        Map<String, String> counts = new TreeMap<>();
        for (String table : TestServers.query(
                owner,
                "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
                        + " and relname not in ('flyway_schema_history', 'submission_year')")) {
            String count =
                    TestServers.query(owner, "select count(*) from " + table).get(0);
            if (!count.equals("0")) {
                counts.put(table.equals("submitted_value") ? "submitted_value_row" : table, count);
            }
        }
        return counts;
    }

    /** Returns the first column of a query by the role of the service, after a statement that sets who asks. */
    List<String> asService(String setting, String query) throws SQLException {
        try (Connection connection = TestServers.connect(service);
                Statement statement = connection.createStatement()) {
            statement.execute(setting);
            return TestServers.rows(statement, query);
        }
    }

    long count(String setting, String from) throws SQLException {
        return Long.parseLong(asService(setting, "select count(*) from " + from).get(0));
    }
}
