package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.table.SampleRows;

class ChangeOverTimeTest {

    private static final String BEFORE = "A.AUT._T._T._T.NUMBER.2015";
    private static final String AFTER = "A.AUT._T._T._T.NUMBER.2017";

    private static Given total(String year, String valueAndStatus) {
        return Given.rows("AUT,_T,_T,_T," + year + "," + valueAndStatus);
    }

    @Test
    void moreThanThreeTimesTheYearBeforeIsReportedOnTheLaterYear() {
        Given given = Given.rows("AUT,_T,_T,_T,2017,100,A", "AUT,_T,_T,_T,2016,33,A");
        assertEquals(List.of("change-over-time 2 OBS_VALUE \"100\" []"), given.found());
        Finding finding = given.findings().get(0);
        assertEquals(Severity.WARNING, finding.severity());
        assertEquals(
                Map.of(
                        "year",
                        "2017",
                        "count",
                        100L,
                        "otherYear",
                        "2016",
                        "otherCount",
                        33L,
                        "factor",
                        3L,
                        "rises",
                        "yes",
                        "break",
                        "B"),
                finding.parameters());
        assertEquals(List.of(new Finding.Related(3, "33")), finding.related());
        assertEquals(
                "The value is 100 in 2017 and 33 in 2016: more than 3 times as many.",
                given.says().get(0));
    }

    @Test
    void threeTimesExactlyIsLetPass() {
        assertEquals(
                List.of(),
                Given.rows("AUT,_T,_T,_T,2017,99,A", "AUT,_T,_T,_T,2016,33,A").found());
    }

    @Test
    void aFallIsReportedToo() {
        Given given = Given.rows("AUT,_T,_T,_T,2016,100,A", "AUT,_T,_T,_T,2017,33,A");
        assertEquals(List.of("change-over-time 3 OBS_VALUE \"33\" []"), given.found());
        assertEquals(
                "The value is 33 in 2017 and 100 in 2016: less than 1/3 of that.",
                given.says().get(0));
    }

    @Test
    void smallNumbersMayChangeAsTheyWill() {
        assertEquals(
                List.of(),
                Given.rows("AUT,_T,_T,_T,2017,19,A", "AUT,_T,_T,_T,2016,1,A").found());
        assertEquals(
                1,
                Given.rows("AUT,_T,_T,_T,2017,20,A", "AUT,_T,_T,_T,2016,1,A")
                        .found()
                        .size());
    }

    @Test
    void eachPairOfYearsIsComparedOnce() {
        Given middle = total("2016", "100,A").holding("VICTIMS", BEFORE, 10).holding("VICTIMS", AFTER, 11);
        assertEquals(2, middle.found().size());
        Given file = Given.rows("AUT,_T,_T,_T,2015,10,A", "AUT,_T,_T,_T,2016,100,A", "AUT,_T,_T,_T,2017,11,A");
        assertEquals(
                List.of("change-over-time 3 OBS_VALUE \"100\" []", "change-over-time 4 OBS_VALUE \"11\" []"),
                file.found());
    }

    @Test
    void onlyYearsThatFollowOneAnotherAreCompared() {
        assertEquals(
                List.of(),
                Given.rows("AUT,_T,_T,_T,2017,100,A", "AUT,_T,_T,_T,2015,3,A").found());
    }

    @Test
    void onlyTotalsAreCompared() {
        Given given = Given.rows(
                "AUT,_T,_T,_T,2016,100,A",
                "AUT,M,_T,_T,2016,90,A",
                "AUT,F,_T,_T,2016,10,A",
                "AUT,_T,_T,_T,2017,100,A",
                "AUT,M,_T,_T,2017,10,A",
                "AUT,F,_T,_T,2017,90,A");
        assertEquals(List.of(), given.found());
    }

    @Test
    void aStatusThatTellsOfTheBreakIsEnough() {
        String before = "AUT,_T,_T,_T,2016,10,A";
        assertEquals(List.of(), Given.rows("AUT,_T,_T,_T,2017,100,B", before).found());
        assertEquals(List.of(), Given.rows("AUT,_T,_T,_T,2017,100,D", before).found());
        assertEquals(1, Given.rows("AUT,_T,_T,_T,2017,100,P", before).found().size());
        assertEquals(
                1,
                Given.rows("AUT,_T,_T,_T,2017,100,A", "AUT,_T,_T,_T,2016,10,B")
                        .found()
                        .size());
    }

    @Test
    void aMaskedYearIsAtMostFour() {
        assertEquals(
                List.of(),
                Given.rows("AUT,_T,_T,_T,2016,,Q", "AUT,_T,_T,_T,2017,12,A").found());
        Given given = Given.rows("AUT,_T,_T,_T,2016,,Q", "AUT,_T,_T,_T,2017,20,A");
        assertEquals(
                "The value is 20 in 2017 and 0-4 in 2016: more than 3 times as many.",
                given.says().get(0));
    }

    @Test
    void thresholdsAreSettings() {
        SampleRows rows =
                SampleRows.victims().row("AUT._T._T._T.NUMBER.2016", 30).row("AUT._T._T._T.NUMBER.2015", 5);
        assertEquals(1, rows.check(new ChangeOverTime()).size());
        assertTrue(rows.setting("change-over-time", "factor=6;smallest=20")
                .check(new ChangeOverTime())
                .isEmpty());
        assertTrue(rows.setting("change-over-time", "factor=3;smallest=31")
                .check(new ChangeOverTime())
                .isEmpty());
    }

    @Test
    void theFirstYearHasNoneBeforeIt() {
        assertEquals(List.of(), total("2000", "100,A").found());
    }

    @Test
    void aBreakThatTheAreaStatesExplainsTheJumpIntoItsYear() {
        Given given = Given.rows("AUT,_T,_T,_T,2017,100,A", "AUT,_T,_T,_T,2016,33,A")
                .stating("AUT", "2017", "The new law counts presumed victims, too.");
        assertEquals(List.of("change-over-time 2 OBS_VALUE \"100\" []"), given.found());
        assertEquals(Severity.INFORMATION, given.findings().get(0).severity());
        assertEquals(
                "The value is 100 in 2017 and 33 in 2016. The country or area states a break in the series in 2017:"
                        + " \"The new law counts presumed victims, too.\".",
                given.says().get(0));
        Given fall = Given.rows("AUT,_T,_T,_T,2016,100,A")
                .holding("VICTIMS", AFTER, 11)
                .stating("AUT", "2017", "New law");
        assertEquals(
                List.of(Severity.INFORMATION),
                fall.findings().stream().map(Finding::severity).toList());
    }

    @Test
    void aBreakExplainsNoOtherYearAndNoOtherArea() {
        for (String[] other : new String[][] {{"AUT", "2016"}, {"AUT", "2018"}, {"DEU", "2017"}}) {
            Given given = Given.rows("AUT,_T,_T,_T,2017,100,A", "AUT,_T,_T,_T,2016,33,A")
                    .stating(other[0], other[1], "New law");
            assertEquals(Severity.WARNING, given.findings().get(0).severity(), String.join(" ", other));
        }
    }
}
