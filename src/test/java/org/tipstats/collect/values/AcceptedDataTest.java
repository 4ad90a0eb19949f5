package org.tipstats.collect.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tipstats.collect.receive.Desk;
import org.tipstats.collect.values.AcceptedObservations.ValueSource;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.vocabulary.cube.Observation;

/** The figures that hold after an acceptance, and those that held before. */
@QuarkusTest
class AcceptedDataTest extends AcceptedCase {

    private static final String ATTRIBUTES =
            "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE,COMMENT,SOURCE_AGENCY";

    @Test
    void aMergedFileChangesWhatItNames() {
        desk.accepted(area, "_T,_T,_T,2016,12", "M,Y0T17,_T,2016,7");
        assertEquals("{all 2016=12, boys 2016=7}", now());
        accept("revision", Desk.file(area, "_T,_T,_T,2016,14", "_T,_T,_T,2017,9"));
        assertEquals("{all 2016=14, all 2017=9, boys 2016=7}", now());
    }

    @Test
    void nothingHoldsBeforeItIsAccepted() {
        Desk.submitted(signedIn.submitter(area), Desk.file(area, "_T,_T,_T,2016,12"));
        assertEquals("{}", now());
        Desk.submit(signedIn.submitter(area), Desk.file(area, "W,_T,_T,2016,12"));
        assertEquals("{}", now());
    }

    @Test
    void whatHeldBeforeCanStillBeRead() {
        String first = desk.accepted(area, "_T,_T,_T,2016,12");
        long before = accepted.latest();
        String second = accept("revision", Desk.file(area, "M,Y0T17,_T,2016,30", "_T,_T,_T,2016,14"));
        assertEquals(before + 1, accepted.latest());
        assertEquals("{all 2016=12}", at(before));
        assertEquals("{all 2016=14, boys 2016=30}", now());
        assertEquals("{}", at(before - 1));
        long key = held(before).get("all 2016").key();
        ValueSource old = accepted.source(victims, key, before).orElseThrow();
        assertEquals(UUID.fromString(first), old.submissionId());
        assertEquals(2, old.line());
        ValueSource source = accepted.source(victims, key, accepted.latest()).orElseThrow();
        assertEquals(UUID.fromString(second), source.submissionId());
        assertEquals(3, source.line());
        assertTrue(accepted.source(victims, key, before - 1).isEmpty());
        assertEquals(
                second,
                accepted.submissionsUpTo(accepted.latest()).get((int) before).toString());
    }

    @Test
    void aFileThatStandsForItsPeriodsDropsWhatItLeavesOut() {
        desk.accepted(area, "_T,_T,_T,2016,12", "M,Y0T17,_T,2016,7", "_T,_T,_T,2015,9");
        long before = accepted.latest();
        accept("value-dropped", Desk.file(area, "_T,_T,_T,2016,12"), "mode", "replace");
        assertEquals("{all 2015=9, all 2016=12}", now());
        assertEquals("{all 2015=9, all 2016=12, boys 2016=7}", at(before));
    }

    @Test
    void aWithdrawalWithEmptyCodesIsForAllOfThem() {
        desk.accepted(area, "_T,_T,_T,2016,12", "M,Y0T17,_T,2016,7", "_T,_T,_T,2015,9", "M,Y0T17,_T,2015,8");
        accept("value-dropped", ACTIONS + ROW + "D," + area + ",,,_T,2016,\n");
        assertEquals("{all 2015=9, boys 2015=8}", now());
        accept("value-dropped", ACTIONS + ROW + "D," + area + ",M,Y0T17,_T,2015,\n");
        assertEquals("{all 2015=9}", now());
    }

    @Test
    void whatWasWithdrawnCanBeGivenAgain() {
        desk.accepted(area, "_T,_T,_T,2016,12");
        accept("value-dropped", ACTIONS + ROW + "D," + area + ",_T,_T,_T,2016,\n");
        assertEquals("{}", now());
        desk.accepted(area, "_T,_T,_T,2016,13");
        assertEquals("{all 2016=13}", now());
    }

    @Test
    void aWithdrawalBesideNewFiguresSparesThem() {
        desk.accepted(area, "_T,_T,_T,2016,12", "M,Y0T17,_T,2016,7");
        String file = ACTIONS + ROW + "D," + area + ",,,_T,2016," + ROW + "M," + area + ",_T,_T,_T,2016,12\n";
        accept("value-dropped", file);
        assertEquals("{all 2016=12}", now());
    }

    @Test
    void aWithdrawalOfNothingIsAccepted() {
        desk.accepted(area, "_T,_T,_T,2016,12");
        accept(null, ACTIONS + ROW + "D," + area + ",_T,_T,_T,2014,\n");
        assertEquals("{all 2016=12}", now());
    }

    @Test
    void aMissingValueIsHeldWithItsReason() {
        String file = Desk.HEADER + ",OBS_STATUS\n" + area + ",_T,_T,_T,2016,,O\n" + area + ",M,Y0T17,_T,2016,0,\n";
        accept(null, file);
        assertEquals("{all 2016=O, boys 2016=0}", now());
    }

    @Test
    void whatAMergedFileLeavesOutOfAnObservationStays() {
        accept(null, ATTRIBUTES + "\n" + area + ",_T,_T,_T,2016,12,estimated,Police\n");
        accept("revision", ATTRIBUTES.replace(",SOURCE_AGENCY", "") + "\n" + area + ",_T,_T,_T,2016,13,counted\n");
        assertEquals(
                Map.of("COMMENT", "counted", "SOURCE_AGENCY", "Police"),
                held(accepted.latest()).get("all 2016").attributes());
        accept("revision", Desk.file(area, "_T,_T,_T,2016,14"));
        assertEquals(
                Map.of("COMMENT", "counted", "SOURCE_AGENCY", "Police"),
                held(accepted.latest()).get("all 2016").attributes());
    }

    @Test
    void anObservationThatIsReplacedKeepsNothing() {
        accept(null, ATTRIBUTES + "\n" + area + ",_T,_T,_T,2016,12,estimated,Police\n");
        accept(
                "revision",
                "ACTION," + ATTRIBUTES.replace(",COMMENT", "") + "\nR," + area + ",_T,_T,_T,2016,13,Court\n");
        Observation observation = held(accepted.latest()).get("all 2016");
        assertEquals("13", observation.value().toString());
        assertEquals(Map.of("SOURCE_AGENCY", "Court"), observation.attributes());
    }

    @Test
    void whatWasWithdrawnLeavesNoAttributesBehind() {
        accept(null, ATTRIBUTES + "\n" + area + ",_T,_T,_T,2016,12,estimated,Police\n");
        accept("value-dropped", ACTIONS + ROW + "D," + area + ",_T,_T,_T,2016,\n");
        desk.accepted(area, "_T,_T,_T,2016,13");
        assertEquals(Map.of(), held(accepted.latest()).get("all 2016").attributes());
    }

    @Test
    void anAnnotatedFileIsStoredAsTheFileItselfWouldBe() {
        String file = ATTRIBUTES + "\n" + area + ",_T,_T,_T,2016,12,=1+1,'Police'\n";
        String annotated = Desk.sending(null, file, "dataflow", "VICTIMS")
                .header("Accept", "text/csv")
                .post(Desk.VALIDATIONS)
                .asString();
        assertTrue(annotated.contains(",'=1+1,"), annotated);
        accept(null, annotated);
        assertEquals(
                Map.of("COMMENT", "=1+1", "SOURCE_AGENCY", "'Police'"),
                held(accepted.latest()).get("all 2016").attributes());
    }

    @Test
    void aValueKnowsFromWhenUntilWhenItHeld() {
        desk.accepted(area, "_T,_T,_T,2016,12");
        accept("revision", Desk.file(area, "_T,_T,_T,2016,13"));
        accept("value-dropped", ACTIONS + ROW + "D," + area + ",_T,_T,_T,2016,\n");
        List<String> history = database.list("""
                select coalesce(h.value::text, 'withdrawn') || ' ' || h.line || ' '
                    || (h.valid_from = s.accepted_at) || ' '
                    || coalesce((h.valid_to = (select accepted_at from acceptance where number = s.number + 1))::text, '-')
                from accepted_history h join acceptance s on s.submission_id = h.submission_id
                where h.series_key = ? and h.line is not null order by h.acceptance\
                """, row -> row.getString(1), "A." + area + "._T._T._T.NUMBER.2016");
        assertEquals(List.of("12 2 true true", "13 2 true true", "withdrawn 2 true -"), history);
    }

    @Test
    void theLaterAcceptanceHoldsWhateverWasSentFirst() {
        String other = signedIn.another(Set.of(AccountRole.SUBMITTER), area).token();
        String first = Desk.submitted(signedIn.submitter(area), Desk.file(area, "_T,_T,_T,2016,12"));
        String second = Desk.submitted(other, Desk.file(area, "_T,_T,_T,2016,15"));
        desk.accept(second).statusCode(200);
        desk.accept(first).statusCode(200);
        assertEquals("{all 2016=12}", now());
        assertFalse(at(accepted.latest() - 1).contains("12"));
    }
}
