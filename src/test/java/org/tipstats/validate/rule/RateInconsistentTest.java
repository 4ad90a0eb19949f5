package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RateInconsistentTest {

    private static final String ALL = "A.BIH._T._T.NUMBER.2020";
    private static final String WOMEN = "A.BIH.F._T.NUMBER.2020";

    private static List<String> found(Given given) {
        return given.found("rate-inconsistent");
    }

    private static Given women(long count) {
        return Given.rows("BIH,F,_T,_T,2020," + count + ",A");
    }

    @Test
    void moreThanAllOfTheirSexAreReported() {
        Given given = women(1_700_001).holding("POPULATION", ALL, 3_300_000).holding("POPULATION", WOMEN, 1_700_000);
        assertEquals(List.of("rate-inconsistent 2 OBS_VALUE \"1700001\" []"), found(given));
        assertEquals(
                List.of(),
                found(women(1_700_000).holding("POPULATION", ALL, 3_300_000).holding("POPULATION", WOMEN, 1_700_000)));
    }

    @Test
    void whereTheSexIsNotKnownTheWholePopulationIsTheLimit() {
        assertEquals(
                1, found(women(3_300_001).holding("POPULATION", ALL, 3_300_000)).size());
        assertEquals(List.of(), found(women(3_300_000).holding("POPULATION", ALL, 3_300_000)));
    }

    @Test
    void aFormOfExploitationIsComparedWithThePopulationOfItsSexAndAge() {
        Given given = Given.rows("BIH,F,Y0T17,LAB,2020,400001,A")
                .holding("POPULATION", ALL, 3_300_000)
                .holding("POPULATION", "A.BIH.F.Y0T17.NUMBER.2020", 400_000);
        assertEquals(1, found(given).size());
    }

    @Test
    void anotherYearOrAreaIsNoLimit() {
        assertEquals(
                List.of(),
                found(women(50)
                        .holding("POPULATION", "A.BIH._T._T.NUMBER.2019", 10)
                        .holding("POPULATION", "A.AUT._T._T.NUMBER.2020", 10)));
    }

    @Test
    void withoutAnyPopulationItIsNotRun() {
        assertTrue(women(50).report().notRun().contains("rate-inconsistent"));
        assertTrue(women(50).holding("POPULATION", ALL, 60).report().passed().contains("rate-inconsistent"));
    }

    @Test
    void theSentenceSaysWhichPopulationItIs() {
        Given total = Given.rows("BIH,_T,_T,_T,2020,33000000,A").holding("POPULATION", ALL, 3_300_000);
        assertEquals(
                "The count is 33,000,000, but the population in 2020 is 3,300,000.",
                total.says().get(0));
        Given women = Given.rows("BIH,_T,_T,_T,2020,1800000,A", "BIH,F,_T,_T,2020,1800000,A")
                .holding("POPULATION", ALL, 3_300_000)
                .holding("POPULATION", WOMEN, 1_700_000);
        assertEquals(
                "The count is 1,800,000, but the population of that sex and age in 2020 is 1,700,000.",
                women.says().get(0));
    }
}
