package org.tipstats.collect.values;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.collect.receive.Desk;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.database.OwnerRole;

/** A file that arrives after the tables have grown much makes PostgreSQL count them, so that it need not guess. */
@QuarkusTest
class GrownTablesTest {

    @Inject
    Desk desk;

    @Inject
    SignedIn signedIn;

    @Inject
    Database database;

    private final UUID large = UUID.randomUUID();

    /** Adds rows that make the table of values more than twice as large. */
    private void grow() {
        OwnerRole.execute("insert into submitted_value_row (submission_id, dataflow, area, period, series_key, action)"
                + " select '" + large + "', 'VICTIMS', 'XXX', '2016', 'grown ' || n, 'M'"
                + " from generate_series(1, (select 5000 + 3 * count(*) from submitted_value_row)) n");
    }

    @AfterEach
    void shrink() {
        OwnerRole.execute("delete from submitted_value_row where submission_id = '" + large + "'");
    }

    /** Returns the tables of which PostgreSQL has never counted a row, or only half of the pages that they have now. */
    private List<String> uncounted() {
        return database.list(
                "select relname from pg_class where relname in ('submitted_value_row', 'acceptance', 'submission')"
                        + " and (reltuples < 0 or pg_relation_size(oid) > 2 * 8192 * relpages) order by 1",
                row -> row.getString(1));
    }

    @Test
    void theNextFileCountsThem() {
        desk.accepted(desk.area(), "_T,_T,_T,2016,12");
        grow();
        assertEquals(true, uncounted().contains("submitted_value_row"), "grown");
        String area = desk.area();
        Desk.submitted(signedIn.submitter(area), Desk.file(area, "_T,_T,_T,2016,12"));
        assertEquals(List.of(), uncounted());
        long rows = database.number("select reltuples from pg_class where relname = 'submitted_value_row'");
        assertEquals(true, rows >= 5000, rows + " rows counted");
    }
}
