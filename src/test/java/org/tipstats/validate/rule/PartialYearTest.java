package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.findings.Severity;

class PartialYearTest {

    private static final String HEADER = "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE,OBS_STATUS,TIME_COVERAGE";

    private static Given rows(String... rows) {
        return Given.file(HEADER + "\n" + String.join("\n", rows) + "\n");
    }

    private static Given covering(String coverage) {
        return rows("GBR,_T,_T,_T,2009,345,A," + coverage);
    }

    @Test
    void monthsThatAreNoCalendarYearAreReported() {
        Given given = covering("2009-04-01/2009-12-31");
        assertEquals(List.of("partial-year 2 TIME_COVERAGE \"2009-04-01/2009-12-31\" []"), given.found());
        assertEquals(Severity.WARNING, given.findings().get(0).severity());
        assertEquals(
                List.of(
                        "The figures for GBR in 2009 cover 2009-04-01 to 2009-12-31, not the whole calendar year, and"
                                + " OBS_STATUS does not say so.",
                        "If this is correct, set OBS_STATUS to one of B, D in the rows of that year. If the figures cover"
                                + " the whole year, leave TIME_COVERAGE empty."),
                given.says());
    }

    @Test
    void daysMonthsAndDurationsAreUnderstood() {
        for (String part : List.of("2009-04/2009-12", "2009-04-01 - 2009-12-31", "2009-04-01/P9M", "2009-07/2010-06")) {
            assertEquals(1, covering(part).found("partial-year").size(), part);
        }
        for (String whole : List.of("2009-01-01/2009-12-31", "2009-01/2009-12", "2009-01-01/P1Y", "2009-01-01/P12M")) {
            assertEquals(List.of(), covering(whole).found(), whole);
        }
    }

    @Test
    void anotherYearIsNotThisOne() {
        assertEquals(1, covering("2008-01-01/2008-12-31").found("partial-year").size());
    }

    @Test
    void whatIsNotUnderstoodIsNotJudged() {
        for (String text : List.of("", "2009", "calendar year", "April to December", "2009-02-30/2009-13-01")) {
            assertEquals(List.of(), covering(text).found(), text);
        }
    }

    @Test
    void aStatusThatSaysSoIsEnough() {
        assertEquals(List.of(), rows("GBR,_T,_T,_T,2009,345,B,2009-04/2009-12").found());
        assertEquals(List.of(), rows("GBR,_T,_T,_T,2009,345,D,2009-04/2009-12").found());
    }

    @Test
    void itIsSaidOnceForAnAreaAndYear() {
        Given given = rows(
                "GBR,_T,_T,_T,2009,10,A,2009-04/2009-12",
                "GBR,F,_T,_T,2009,4,A,2009-04/2009-12",
                "GBR,M,_T,_T,2009,6,A,2009-04/2009-12",
                "AUT,_T,_T,_T,2009,6,A,2009-04/2009-12");
        assertEquals(
                List.of(
                        "partial-year 2 TIME_COVERAGE \"2009-04/2009-12\" []",
                        "partial-year 5 TIME_COVERAGE \"2009-04/2009-12\" []"),
                given.found());
    }

    @Test
    void theYearThatIsNotOverCannotBeFinal() {
        Given given = Given.rows("AUT,_T,_T,_T,2026,12,A");
        assertEquals(List.of("partial-year 2 OBS_STATUS \"A\" [P, E, F]"), given.found());
        assertEquals(
                "The figures for AUT are for 2026, which is not over yet, and OBS_STATUS does not say that they are not"
                        + " final.",
                given.says().get(0));
        for (String status : List.of("P", "E", "F")) {
            assertEquals(List.of(), Given.rows("AUT,_T,_T,_T,2026,12," + status).found());
        }
        assertEquals(List.of(), Given.rows("AUT,_T,_T,_T,2026,,Q").found());
        assertEquals(List.of(), Given.rows("AUT,_T,_T,_T,2025,12,A").found());
    }

    @Test
    void aFileWithoutStatusesIsToldAtItsValues() {
        Given given = Given.file("REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nAUT,_T,_T,_T,2026,12\n");
        assertEquals(List.of("partial-year 2 OBS_VALUE \"12\" []"), given.found());
    }

    @Test
    void projectionsOfThePopulationAreNoMatterOfThisRule() {
        Given given = Given.file("REF_AREA,SEX,AGE,TIME_PERIOD,OBS_VALUE\nAUT,_T,_T,2026,9200000\n")
                .to("POPULATION");
        assertEquals(List.of(), given.found());
    }
}
