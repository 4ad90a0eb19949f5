package org.tipstats.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.start.postgres.TestServers;

/** Policies of the database show a submitter the rows of their areas alone, whatever a query asks for. */
class RowPoliciesTest {

    private static final String ALL = UpdatedDatabase.ALL;
    private static final String NONE = "select 1";
    private static final String AUT =
            "set tipstats.areas = 'AUT'; set tipstats.account = '00000000-0000-0000-0000-00000000000a'";
    private static final String FORMERLY_AUT =
            "set tipstats.areas = ''; set tipstats.account = '00000000-0000-0000-0000-00000000000a'";
    private static final String FILE_OF_DEU = UpdatedDatabase.FILE_OF_DEU;

    /** Tables with an area, or with what belongs to a submission or mapping, that have no policy; and why. */
    private static final Map<String, String> WITHOUT_POLICY = Map.of(
            "account", "signing in reads it to learn the areas",
            "acceptance", "it has numbers and times only, and figures of an area may come from a file of several areas",
            "release_source", "releases name their submissions to everyone",
            "submitted_value_row", "the service can only add rows; it reads them through a view");

    private static UpdatedDatabase database;

    @BeforeAll
    static void start() throws Exception {
        database = UpdatedDatabase.get();
    }

    @Test
    void everyTableWithAnAreaHasAPolicy() throws SQLException {
        assertEquals(
                new TreeSet<>(WITHOUT_POLICY.keySet()),
                new TreeSet<>(TestServers.query(
                        database.owner(),
                        "select distinct c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid"
                                + " where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace"
                                + " and not c.relrowsecurity"
                                + " and a.attname in ('area', 'areas', 'submission_id', 'mapping_id')")));
    }

    @ParameterizedTest
    @CsvSource({
        // table, rows for everyone, for AUT, for an account that sent the file of AUT and has no area now
        "submission, 2, 1, 1",
        "submission_event, 3, 2, 2",
        "submission_file, 2, 1, 1",
        "submission_findings, 2, 1, 1",
        "submission_comment, 1, 0, 0",
        "justification, 1, 1, 1",
        "footnote, 1, 1, 1",
        "idempotent_answer, 1, 0, 0",
        "submitted_value, 3, 2, 2",
        "submission_year, 2, 1, 1",
        "accepted_history, 2, 2, 2",
        "area_threshold, 2, 1, 0"
    })
    void aSubmitterSeesOwnRowsAlone(String table, long all, long own, long former) throws SQLException {
        assertEquals(all, database.count(ALL, table));
        assertEquals(own, database.count(AUT, table));
        assertEquals(former, database.count(FORMERLY_AUT, table));
        assertEquals(0, database.count(NONE, table), "whoever does not say for whom a query is sees nothing");
    }

    /** A file of Germany has values of other areas, too. Germany sees all of it, and each other area its own values. */
    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "FRA, FRA",
        "'FRA,NLD', 'FRA NLD'",
        "'LUX,NLD,BEL', 'BEL NLD'",
        "'AUT,FRA', 'AUT FRA'",
        "'DEU,LUX', 'BEL DEU FRA NLD'"
    })
    void aSubmitterForSeveralAreasSeesTheirValuesAlone(String areas, String seen) throws SQLException {
        try (Connection connection = TestServers.connect(database.service());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(ALL);
            statement.execute("insert into submitted_value (submission_id, dataflow, area, period, series_key, action)"
                    + " select " + FILE_OF_DEU
                    + ", 'VICTIMS', area, '2016', area, 'M' from unnest('{BEL,FRA,NLD}'::text[]) as area");
            statement.execute("set tipstats.areas = '" + areas
                    + "'; set tipstats.account = '00000000-0000-0000-0000-00000000000f'");
            String query = "select distinct area from submitted_value order by area";
            assertEquals(seen, String.join(" ", TestServers.rows(statement, query)));
            String plan = String.join("\n", TestServers.rows(statement, "explain " + query));
            assertTrue(plan.contains("hashed SubPlan"), plan);
            connection.rollback();
        }
    }

    /** Tests the tables that version 1.0 did not have, with one row of DEU in each. */
    @Test
    void aSubmitterSeesNoRowsOfAnotherAreaInNewerTables() throws SQLException {
        try (Connection connection = TestServers.connect(database.service());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(ALL);
            statement.execute("insert into area_order (area, dataflow, stated_at, stated_by, name)"
                    + " values ('DEU', 'VICTIMS', now(), gen_random_uuid(), 'x')");
            statement.execute("insert into mapping (id, area, number, name) values ('DEU_1', 'DEU', 1, 'x')");
            statement.execute(
                    "insert into mapping_version (mapping_id, version, dataflows, content, saved_at, saved_by,"
                            + " saved_by_name) values ('DEU_1', 1, 'VICTIMS', '{}', now(), gen_random_uuid(), 'x')");
            statement.execute("insert into submission_mapped values (" + FILE_OF_DEU + ", 0, '')");
            statement.execute("insert into submission_cell values (" + FILE_OF_DEU + ", 2, 'A1')");
            statement.execute("insert into entry_draft select id, 'r', 'DEU', 'VICTIMS', 1, '{}', 0, now() from account"
                    + " where id <> '00000000-0000-0000-0000-00000000000a' limit 1");
            statement.execute("insert into submission_message values (" + FILE_OF_DEU + ", null, 'x', '')");
            statement.execute("insert into consultation values ('r', now(), now(), gen_random_uuid(), 'x')");
            statement.execute("insert into consultation_answer (release_id, area, objects, figures_sha256, answered_at,"
                    + " answered_by, answerer_name) values ('r', 'DEU', true, 'x', now(), gen_random_uuid(), 'x')");
            String counts = Stream.of(
                            "area_order",
                            "mapping",
                            "mapping_version",
                            "submission_mapped",
                            "submission_cell",
                            "entry_draft",
                            "submission_message",
                            "consultation_answer")
                    .map(table -> "select count(*) from " + table)
                    .collect(Collectors.joining(" union all "));
            assertEquals(Collections.nCopies(8, "1"), TestServers.rows(statement, counts));
            statement.execute(AUT);
            assertEquals(Collections.nCopies(8, "0"), TestServers.rows(statement, counts));
            connection.rollback();
        }
    }

    /** Accepted metadata are public; those that wait are seen by their area alone, and nobody else changes any. */
    @Test
    void aSubmitterSeesOfOthersMetadataThoseAloneThatAreAccepted() throws SQLException {
        try (Connection connection = TestServers.connect(database.service());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(ALL);
            statement.execute("insert into national_metadata (area, version, content, status, written_at, written_by,"
                    + " written_by_name, decided_at) select area, version, '{}', status, now(), gen_random_uuid(), 'x',"
                    + " decided from (values ('AUT', 1, 'SUBMITTED', null), ('DEU', 1, 'ACCEPTED', now()),"
                    + " ('DEU', 2, 'SUBMITTED', null)) as m (area, version, status, decided)");
            String seen = "select area || version from national_metadata order by area, version";
            assertEquals(List.of("AUT1", "DEU1", "DEU2"), TestServers.rows(statement, seen));
            statement.execute(AUT);
            assertEquals(List.of("AUT1", "DEU1"), TestServers.rows(statement, seen));
            assertEquals(1, statement.executeUpdate("update national_metadata set content = '{\"forged\": 1}'"));
            connection.rollback();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update submission set file_name = 'forged' where id = " + FILE_OF_DEU,
                "delete from submission_file where submission_id = " + FILE_OF_DEU,
                "update submitted_value set value = 0 where area = 'DEU'",
                "delete from area_threshold where area = 'DEU'"
            })
    void aSubmitterChangesNothingOfAnotherArea(String change) throws SQLException {
        try (Connection connection = TestServers.connect(database.service());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(AUT);
            assertEquals(0, statement.executeUpdate(change));
            statement.execute(ALL);
            assertEquals(1, statement.executeUpdate(change));
            connection.rollback();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into submission_comment (submission_id, text, side, at, actor, actor_name) select id, 'x',"
                        + " 'SENDER', now(), id, 'x' from (values (" + FILE_OF_DEU + "::uuid)) as s (id)",
                "insert into mapping (id, area, number, name) values ('DEU_1', 'DEU', 1, 'Table')",
                "update area_threshold set area = 'DEU'",
                "update submitted_value set area = 'DEU', submission_id = " + FILE_OF_DEU,
                "select * from submitted_value_row"
            })
    void aSubmitterAddsNothingToAnotherArea(String statement) {
        SQLException refused =
                assertThrows(SQLException.class, () -> database.asService(AUT + "; " + statement, "select 1"));
        assertTrue(List.of("42501", "44000").contains(refused.getSQLState()), refused.getMessage());
    }
}
