package org.tipstats.collect.values;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tipstats.collect.receive.Desk;
import org.tipstats.platform.database.OwnerRole;

/** The years of a submission are counted with its figures and with what the file withdraws. */
@QuarkusTest
class CountedYearsTest extends AcceptedCase {

    /** Returns a submission's years with the numbers of figures and withdrawals, and the statuses of missing values. */
    private List<String> years(String id) {
        return database.list(
                "select period || ' ' || figures || ' ' || withdrawals || ' ' || array_to_string(statuses, '+')"
                        + " from submission_year where submission_id = ? and area = ? order by period",
                row -> row.getString(1),
                UUID.fromString(id),
                area);
    }

    @Test
    void theYearsOfAFileAreCountedWithItsFiguresAndTheReasonsForMissingOnes() {
        String rows = "_T,_T,_T,2016,,Q M,Y0T17,_T,2016,,Q F,_T,_T,2016,,M M,_T,_T,2016,7,A _T,_T,_T,2015,9,A";
        String file = Desk.file(area, rows.split(" ")).replaceFirst("\n", ",OBS_STATUS\n");
        assertEquals(List.of("2015 1 0 ", "2016 1 0 M+Q"), years(Desk.submitted(signedIn.submitter(area), file)));
    }

    @Test
    void whatAFileLeavesOutIsCountedAsWithdrawnOnceTheFileIsAccepted() {
        desk.accepted(area, "_T,_T,_T,2016,12", "M,Y0T17,_T,2016,7", "_T,_T,_T,2015,9");
        String token = signedIn.submitter(area);
        String id = Desk.submitted(token, Desk.file(area, "_T,_T,_T,2016,12"), "mode", "replace");
        assertEquals(List.of("2016 1 0 "), years(id));
        Desk.justify(token, id, "value-dropped").statusCode(200);
        desk.accept(id).statusCode(200);
        assertEquals(List.of("2016 1 1 "), years(id));
    }

    /** An earlier version, which runs beside this one during an update, may not count them. */
    @Test
    void yearsThatNobodyCountedAreCountedAtTheAcceptance() {
        String id = Desk.submitted(signedIn.submitter(area), Desk.file(area, "_T,_T,_T,2016,12"));
        OwnerRole.execute("delete from submission_year where submission_id = '" + id + "'");
        desk.accept(id).statusCode(200);
        assertEquals(List.of("2016 1 0 "), years(id));
    }

    @Test
    void whatIsWithdrawnIsKnownWithoutCountedYears() {
        desk.accepted(area, "_T,_T,_T,2016,12", "M,Y0T17,_T,2016,7", "_T,_T,_T,2015,9");
        acceptUncounted(ACTIONS + ROW + "D," + area + ",,,_T,2016,\n", List.of("2016 0 3 "));
        assertEquals("{all 2015=9}", now());
    }

    @Test
    void aFileThatStandsForItsPeriodsNeedsNoCountedYears() {
        desk.accepted(area, "_T,_T,_T,2016,12", "M,Y0T17,_T,2016,7", "_T,_T,_T,2015,9");
        acceptUncounted(Desk.file(area, "_T,_T,_T,2016,12"), List.of("2016 1 1 "), "mode", "replace");
        assertEquals("{all 2015=9, all 2016=12}", now());
    }

    /** Accepts a file of which nobody counted the years, as an earlier version may leave it. */
    private void acceptUncounted(String file, List<String> counted, String... query) {
        String token = signedIn.submitter(area);
        String id = Desk.submitted(token, file, query);
        Desk.justify(token, id, "value-dropped").statusCode(200);
        OwnerRole.execute("delete from submission_year where submission_id = '" + id + "'");
        desk.accept(id).statusCode(200);
        assertEquals(counted, years(id));
    }
}
