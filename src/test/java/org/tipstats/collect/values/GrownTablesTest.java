package org.tipstats.collect.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.collect.receive.Desk;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.database.OwnerRole;
import org.tipstats.start.postgres.TestServers;

/** A file that arrives after the tables have grown much makes PostgreSQL count them, so that it need not guess. */
@QuarkusTest
class GrownTablesTest {

    private static final List<String> TABLES =
            List.of("submitted_value_row", "acceptance", "submission", "submission_year");

    /** Adds rows that make the table of values more than twice as large. */
    private static final String GROW =
            "insert into submitted_value_row (submission_id, dataflow, area, period, series_key, action)"
                    + " select gen_random_uuid(), 'VICTIMS', 'XXX', '2016', 'grown ' || n, 'M' from generate_series(1, 5000) n";

    @Inject
    Desk desk;

    @Inject
    SignedIn signedIn;

    @Inject
    Database database;

    /** PostgreSQL must not count them itself at this moment. */
    @BeforeEach
    void leaveThemToTheService() {
        OwnerRole.execute("truncate submitted_value_row");
        TABLES.forEach(table -> OwnerRole.execute("alter table " + table + " set (autovacuum_enabled = false)"));
    }

    @AfterEach
    void clear() {
        OwnerRole.execute("truncate submitted_value_row");
        TABLES.forEach(table -> OwnerRole.execute("alter table " + table + " reset (autovacuum_enabled)"));
    }

    /** Returns the tables of which PostgreSQL has never counted a row, or only half of the pages that they have now. */
    private List<String> uncounted() {
        return database.list(
                "select relname from pg_class where relname = any (?)"
                        + " and (reltuples < 0 or pg_relation_size(oid) > 2 * 8192 * relpages) order by 1",
                row -> row.getString(1),
                TABLES);
    }

    private long valuesCounted() {
        return database.number("select reltuples from pg_class where relname = 'submitted_value_row'");
    }

    private void submit() {
        String area = desk.area();
        Desk.submitted(signedIn.submitter(area), Desk.file(area, "_T,_T,_T,2016,12"));
    }

    @Test
    void theNextFileCountsThem() {
        desk.accepted(desk.area(), "_T,_T,_T,2016,12");
        OwnerRole.execute(GROW);
        assertTrue(uncounted().contains("submitted_value_row"), "grown");
        submit();
        assertEquals(List.of(), uncounted());
        assertTrue(valuesCounted() >= 5000, valuesCounted() + " rows counted");
    }

    @Test
    void aFileThatIsOnlyValidatedCountsThem() {
        String area = desk.area();
        OwnerRole.execute(GROW);
        SignedIn.as(signedIn.submitter(area))
                .contentType("text/csv")
                .body(Desk.file(area, "_T,_T,_T,2016,12"))
                .post("/api/v1/validations?dataflow=VICTIMS")
                .then()
                .statusCode(200);
        assertTrue(valuesCounted() >= 5000, valuesCounted() + " rows counted");
    }

    @Test
    void anAcceptanceCountsThem() {
        String area = desk.area();
        String id = Desk.submitted(signedIn.submitter(area), Desk.file(area, "_T,_T,_T,2016,12"));
        OwnerRole.execute(GROW);
        desk.accept(id).statusCode(200);
        assertTrue(valuesCounted() >= 5000, valuesCounted() + " rows counted");
    }

    /** What was stored and rolled back leaves pages, too. */
    @Test
    void afterAFileThatFailedTheNextCountsThem() throws SQLException {
        desk.accepted(desk.area(), "_T,_T,_T,2016,12");
        submit();
        String area = desk.area();
        String token = signedIn.submitter(area);
        OwnerRole.execute(
                "create function fail() returns trigger language plpgsql security definer as $$ begin " + GROW
                        + "; raise exception 'The log is full.'; end $$",
                "create trigger fail before insert on audit_entry for each row"
                        + " when (new.action = 'submission-received') execute function fail()");
        try {
            Desk.submit(token, Desk.file(area, "_T,_T,_T,2016,12")).then().statusCode(500);
        } finally {
            OwnerRole.execute("drop function fail() cascade");
        }
        assertTrue(uncounted().contains("submitted_value_row"), "grown");
        submit();
        assertEquals(List.of(), uncounted());
        // An earlier count by PostgreSQL itself knows all columns.
        List<String> counted = columnsCounted();
        assertTrue(counted.containsAll(List.of("area", "attributes", "dataflow", "submission_id")), "only " + counted);
    }

    /** Returns the columns of values of which PostgreSQL knows what is in them. */
    private static List<String> columnsCounted() throws SQLException {
        return TestServers.query(
                OwnerRole.address(),
                "select attname from pg_stats where tablename = 'submitted_value_row' order by attname");
    }

    /** Rows of an open transaction have pages, but do not count yet. */
    @Test
    void rowsThatWereNotCommittedAreCountedLater() throws SQLException {
        desk.accepted(desk.area(), "_T,_T,_T,2016,12");
        try (Connection other = OwnerRole.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(GROW);
            submit();
            assertEquals(List.of(), uncounted());
            assertTrue(valuesCounted() < 1000, valuesCounted() + " rows counted");
            statement.execute("select pg_stat_force_next_flush()");
            other.commit();
        }
        submit();
        assertTrue(valuesCounted() >= 5000, valuesCounted() + " rows counted");
    }

    @Test
    void aCountThatTakesTooLongRefusesNoFile() {
        String definition = database.list(
                        "select pg_get_functiondef('refresh_statistics'::regproc)", row -> row.getString(1))
                .get(0);
        OwnerRole.execute("create or replace function refresh_statistics() returns void language sql"
                + " as 'select pg_sleep(3600)'");
        try {
            submit();
        } finally {
            OwnerRole.execute(definition);
        }
    }
}
