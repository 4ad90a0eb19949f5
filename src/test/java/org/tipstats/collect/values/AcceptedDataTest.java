package org.tipstats.collect.values;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.collect.receive.Desk;
import org.tipstats.collect.values.AcceptedObservations.ValueSource;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.database.OwnerRole;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** The figures that hold after an acceptance, and those that held before. */
@QuarkusTest
class AcceptedDataTest {

    private static final String ATTRIBUTES =
            "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE,COMMENT,SOURCE_AGENCY";
    private static final String ACTIONS =
            "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE";
    private static final String ROW = "\ndataflow,TIPSTATS:VICTIMS(1.0.0),";

    @Inject
    Desk desk;

    @Inject
    SignedIn signedIn;

    @Inject
    AcceptedObservations accepted;

    @Inject
    SchemaRegistry schemas;

    @Inject
    Database database;

    private String area;
    private Dataflow victims;

    @BeforeEach
    void choose() {
        area = desk.area();
        victims = schemas.dataflow("VICTIMS").orElseThrow();
    }

    /** Submits a file, justifies its warnings of a rule, and has it accepted. */
    private String accept(String rule, String file, String... query) {
        String token = signedIn.submitter(area);
        String id = Desk.submitted(token, file, query);
        if (rule != null) {
            Desk.justify(token, id, rule).statusCode(200).body("status", equalTo("SUBMITTED"));
        }
        desk.accept(id).statusCode(200);
        return id;
    }

    private Map<String, Observation> held(long acceptance) {
        Map<String, Observation> held = new TreeMap<>();
        Cube cube = accepted.at(victims, acceptance);
        for (Observation observation : cube) {
            String key = cube.space().format(observation.key());
            if (key.startsWith("A." + area + ".")) {
                held.put(
                        key.substring(6).replace("_T._T._T.NUMBER.", "all ").replace("M.Y0T17._T.NUMBER.", "boys "),
                        observation);
            }
        }
        return held;
    }

    /** Returns the counts that hold now, for example {@code {all 2016=12}}. A missing value is shown as its status. */
    private String now() {
        return at(accepted.latest());
    }

    private String at(long acceptance) {
        Map<String, Object> values = new TreeMap<>();
        held(acceptance)
                .forEach((key, observation) ->
                        values.put(key, observation.value() == null ? observation.status() : observation.value()));
        return values.toString();
    }

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
