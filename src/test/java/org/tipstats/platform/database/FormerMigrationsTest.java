package org.tipstats.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.util.ExceptionUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.start.postgres.DatabaseAddress;
import org.tipstats.start.postgres.PostgresServer;
import org.tipstats.start.postgres.TestServers;

/** Tests databases that states of the main branch made whose V18, V20, V41 or V43 had another text. */
class FormerMigrationsTest {

    private static FluentConfiguration flyway(DatabaseAddress database) {
        return Flyway.configure()
                .locations("classpath:db/migration")
                .dataSource(
                        database.url(),
                        database.username().orElse(null),
                        database.password().orElse(null));
    }

    /** During a rolling upgrade, the former program stores rows without the columns that it does not know. */
    @Test
    void aDatabaseOfTodayTakesTheRowsOfVersion10() throws IOException, SQLException {
        try (PostgresServer server = TestServers.start(TestServers.newFolder())) {
            DatabaseAddress database = server.logins().owner();
            flyway(database).load().migrate();
            TestServers.execute(database, Files.readString(Path.of("src/test/resources/database-1.0.sql")));
            assertEquals(
                    List.of("t"), TestServers.query(database, "select distinct file_sha256 = sha256 from submission"));
        }
    }

    @Test
    void aDatabaseWithTheColumnOfV20InItsV18IsBroughtUpToDate() throws IOException, SQLException {
        try (PostgresServer server = TestServers.start(TestServers.newFolder())) {
            DatabaseAddress database = server.address();
            flyway(database).target("18").load().migrate();
            try (Connection connection = TestServers.connect(database);
                    Statement statement = connection.createStatement()) {
                statement.execute("alter table idempotent_answer add column others uuid[] not null default '{}'");
                statement.execute("update flyway_schema_history set checksum = -186426744 where version = '18'");
                statement.execute("insert into account (id, name, roles, areas, created_at) values"
                        + " (gen_random_uuid(), 'mixed', '{administrator,reviewer}', '{}', now())");
            }
            Flyway service = flyway(database).load();
            service.migrate();
            assertEquals(0, service.info().pending().length);
            try (Connection connection = TestServers.connect(database);
                    Statement statement = connection.createStatement();
                    ResultSet kept = statement.executeQuery(
                            "select name from account where was_administrator and roles = '{administrator,reviewer}'")) {
                assertTrue(kept.next(), "accounts keep their roles");
            }
        }
    }

    @Test
    void aDatabaseWithTheFormerTextOfV20IsBroughtUpToDate() throws IOException, SQLException {
        try (PostgresServer server = TestServers.start(TestServers.newFolder())) {
            DatabaseAddress database = server.address();
            flyway(database).target("21").load().migrate();
            try (Connection connection = TestServers.connect(database);
                    Statement statement = connection.createStatement()) {
                statement.execute("update flyway_schema_history set checksum = 203216976 where version = '20'");
            }
            flyway(database).load().migrate();
            assertEquals(0, flyway(database).load().info().pending().length);
        }
    }

    /** The checksums are those that the programs of the commits af7f169c5 and 4c14bed69 wrote. */
    @ParameterizedTest
    @CsvSource({"41, 204556730, refresh_statistics", "43, 631291937, forget_mail_of_lost_rights"})
    void aDatabaseWhoseLastMigrationHadAFormerTextRunsItAgain(String version, int former, String function)
            throws IOException, SQLException {
        try (PostgresServer server = TestServers.start(TestServers.newFolder())) {
            DatabaseAddress database = server.address();
            flyway(database).target(version).load().migrate();
            TestServers.execute(
                    database,
                    "comment on function " + function + " is 'former';"
                            + " update flyway_schema_history set checksum = " + former
                            + " where version = '" + version + "'");
            flyway(database).load().migrate();
            assertEquals(0, flyway(database).load().info().pending().length);
            assertEquals(
                    List.of("t"),
                    TestServers.query(
                            database,
                            "select obj_description(oid) is distinct from 'former' from pg_proc where proname = '"
                                    + function + "'"));
        }
    }

    /** Regression: a stack trace and Flyway's advice to repair or ignore the history, either of which would do harm. */
    @Test
    void aDatabaseOfANewerProgramIsRefusedWithWhatToDo() throws IOException, SQLException {
        try (PostgresServer server = TestServers.start(TestServers.newFolder())) {
            DatabaseAddress database = server.logins().owner();
            FluentConfiguration program = flyway(database).ignoreMigrationPatterns(new String[0]);
            new ServiceGrants(database.username(), server.logins().service().username()).customize(program);
            program.load().migrate();
            TestServers.execute(
                    database,
                    "insert into flyway_schema_history select 900 + i, 100 + i, 'later', 'SQL', 'V' || 100 + i || '__later.sql',"
                            + " 1, 'newer', now(), 1, true from generate_series(0, 1) i");
            String history = "select count(*) from flyway_schema_history";
            List<String> before = TestServers.query(database, history);
            Throwable refused =
                    ExceptionUtil.getRootCause(assertThrows(RuntimeException.class, program.load()::migrate));
            assertInstanceOf(ConfigurationException.class, refused, "the framework prints its message alone");
            assertEquals(
                    "TIPstats cannot start. A newer program has changed the database: its tables have version 101, and this"
                            + " program knows them up to version " + newestFile()
                            + ". Start the newer program, or restore"
                            + " the backup from before the upgrade into an empty database.",
                    refused.getMessage());
            assertEquals(before, TestServers.query(database, history));
        }
    }

    private static int newestFile() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("V"))
                    .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf('_'))))
                    .max()
                    .orElseThrow();
        }
    }
}
