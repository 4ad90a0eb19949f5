package org.tipstats.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.start.postgres.DatabaseAddress;
import org.tipstats.start.postgres.DatabaseLogins;
import org.tipstats.start.postgres.PostgresServer;
import org.tipstats.start.postgres.TestServers;

/** Tests what becomes of a database of version 1.0, and what the role of the service may do with it, by plain SQL. */
class DatabaseOfVersion10Test {

    private static final String NEWEST_OF_1_0 = "12";
    private static final String ALL = "set tipstats.areas = '*'; ";

    private static PostgresServer server;
    private static DatabaseAddress owner;
    private static DatabaseAddress service;
    private static Map<String, String> before;

    @BeforeAll
    static void migrate() throws Exception {
        server = TestServers.start(TestServers.newFolder());
        DatabaseLogins logins = server.logins();
        owner = logins.owner();
        service = logins.service();
        flyway().target(NEWEST_OF_1_0).load().migrate();
        TestServers.execute(owner, Files.readString(Path.of("src/test/resources/database-1.0.sql")));
        before = counts(owner);
        FluentConfiguration now = flyway();
        new MigrationHistory().customize(now);
        new ServiceGrants(owner.username(), service.username()).customize(now);
        now.load().migrate();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static FluentConfiguration flyway() {
        return Flyway.configure()
                .locations("classpath:db/migration")
                .dataSource(
                        owner.url(),
                        owner.username().orElseThrow(),
                        owner.password().orElseThrow());
    }

    /** Returns the number of rows of each table that has some. */
    private static Map<String, String> counts(DatabaseAddress address) throws SQLException {
        Map<String, String> counts = new TreeMap<>();
        for (String table : TestServers.query(
                address,
                "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
                        + " and relname <> 'flyway_schema_history'")) {
            String count =
                    TestServers.query(owner, "select count(*) from " + table).get(0);
            if (!count.equals("0")) {
                counts.put(table, count);
            }
        }
        return counts;
    }

    /** Returns the first column of a query by the role of the service, after a statement that sets who asks. */
    private static List<String> asService(String setting, String query) throws SQLException {
        try (Connection connection = TestServers.connect(service);
                Statement statement = connection.createStatement()) {
            statement.execute(setting);
            return TestServers.rows(statement, query);
        }
    }

    @Test
    void allRowsAreThere() throws SQLException {
        assertTrue(before.size() > 20, before.toString());
        assertEquals(before, counts(owner));
        for (Map.Entry<String, String> table : before.entrySet()) {
            assertEquals(
                    List.of(table.getValue()),
                    asService(ALL, "select count(*) from " + table.getKey()),
                    table.getKey());
        }
    }

    @Test
    void theServiceStartsWithoutTheLoginOfTheOwnerAsLongAsNothingIsToMigrate() {
        FluentConfiguration alone = Flyway.configure()
                .locations("classpath:db/migration")
                .dataSource(
                        service.url(),
                        service.username().orElseThrow(),
                        service.password().orElseThrow());
        new MigrationHistory().customize(alone);
        assertEquals(0, alone.load().migrate().migrationsExecuted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set action = 'forged'",
                "delete from audit_entry",
                "truncate audit_entry",
                "update audit_statement set hash = 'forged'",
                "delete from audit_statement",
                "alter table audit_entry disable trigger all",
                "drop trigger audit_entry_rows_stay on audit_entry",
                "create or replace function refuse_audit_change() returns trigger language plpgsql as 'begin return old; end'",
                "set session_replication_role = replica",
                "alter table audit_entry owner to tipstats_service",
                "grant delete on audit_entry to tipstats_service; delete from audit_entry",
                "set role tipstats",
                "drop table audit_entry",
                "create table own (id int)",
                "create temporary table own (id int)",
                "alter table release disable trigger all",
                "truncate release cascade",
                "delete from flyway_schema_history",
                "alter table submission disable row level security",
                "create role friend superuser"
            })
    void theServiceMayNotChangeTheLogOrTheTables(String statement) {
        SQLException refused = assertThrows(SQLException.class, () -> TestServers.execute(service, statement));
        assertEquals("42501", refused.getSQLState(), refused.getMessage()); // insufficient privilege
    }

    @Test
    void theServiceAppendsToTheLog() throws SQLException {
        try (Connection connection = TestServers.connect(service);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertEquals(List.of("2"), TestServers.rows(statement, "select seq from lock_audit_head()"));
            assertEquals(
                    1,
                    statement.executeUpdate("insert into audit_entry select seq + 1, at, actor, actor_name, action,"
                            + " subject, from_hash, to_hash, detail, hash, prev_hash from audit_entry where seq = 2"));
            connection.rollback();
        }
    }
}
