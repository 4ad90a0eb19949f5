package org.tipstats.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.tipstats.start.postgres.TestServers;

/**
 * Tests what becomes of a database of version 1.0, and what the role of the service may do with it, by plain SQL. {@link
 * RowPoliciesTest} tests which rows it sees.
 */
class DatabaseOfVersion10Test {

    private static final String ALL = UpdatedDatabase.ALL;
    private static final String FILE_OF_DEU = UpdatedDatabase.FILE_OF_DEU;

    private static UpdatedDatabase database;

    @BeforeAll
    static void start() throws Exception {
        database = UpdatedDatabase.get();
    }

    @Test
    void allRowsAreThere() throws SQLException {
        assertTrue(database.before().size() > 20, database.before().toString());
        assertEquals(database.before(), database.counts());
        for (Map.Entry<String, String> table : database.before().entrySet()) {
            String readable = table.getKey().replace("submitted_value_row", "submitted_value");
            assertEquals(
                    List.of(table.getValue()), database.asService(ALL, "select count(*) from " + readable), readable);
        }
    }

    @Test
    void theServiceStartsWithoutTheLoginOfTheOwnerAsLongAsNothingIsToMigrate() {
        FluentConfiguration alone = Flyway.configure()
                .locations("classpath:db/migration")
                .dataSource(
                        database.service().url(),
                        database.service().username().orElseThrow(),
                        database.service().password().orElseThrow());
        assertEquals(0, alone.load().migrate().migrationsExecuted);
    }

    /** So a restored database, and one that gets its second role later, need no migration. */
    @Test
    void theServiceGetsItsRightsAlsoIfNothingIsToMigrate() throws SQLException {
        TestServers.execute(database.owner(), "revoke all on all tables in schema public from tipstats_service");
        assertEquals(0, database.bringUpToDate());
        assertEquals(2, database.count(ALL, "submission"));
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
        SQLException refused =
                assertThrows(SQLException.class, () -> TestServers.execute(database.service(), statement));
        assertEquals("42501", refused.getSQLState(), refused.getMessage()); // insufficient privilege
    }

    @Test
    void theServiceAloneLetsTablesBeCounted() throws SQLException {
        String may = "select has_function_privilege('%s', 'refresh_statistics()', 'execute')";
        assertEquals(List.of("f"), TestServers.query(database.owner(), may.formatted("public")));
        assertEquals(
                List.of("t"),
                TestServers.query(
                        database.owner(),
                        may.formatted(database.service().username().orElseThrow())));
        assertEquals(List.of(""), database.asService(ALL, "select refresh_statistics()"));
    }

    @Test
    void theServiceAppendsToTheLog() throws SQLException {
        try (Connection connection = TestServers.connect(database.service());
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

    /** An instance of an earlier version that runs during an update works as the owner, and copies into the view. */
    @Test
    void theOwnerWorksAsBefore() throws Exception {
        try (Connection connection = TestServers.connect(database.owner());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertEquals(List.of("3"), TestServers.rows(statement, "select count(*) from submitted_value"));
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy submitted_value (submission_id, dataflow, area, period, series_key, action, value)"
                                    + " from stdin",
                            new StringReader(FILE_OF_DEU.replace("'", "") + "\tVICTIMS\tDEU\t2016\tDEU.F._T\tM\t5\n"));
            assertEquals(
                    List.of("102"),
                    TestServers.rows(statement, "select sum(value) from submitted_value where area = 'DEU'"));
            connection.rollback();
        }
    }
}
