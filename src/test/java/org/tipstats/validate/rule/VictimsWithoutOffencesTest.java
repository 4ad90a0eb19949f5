package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.findings.Severity;

class VictimsWithoutOffencesTest {

    private static final String OFFENCES = "A.AUT.0204.NUMBER.2016";
    private static final String VICTIMS = "A.AUT._T._T._T.NUMBER.2016";

    private static Given victims(String count) {
        return Given.rows("AUT,_T,_T,_T,2016," + count);
    }

    private static Given offences(int count) {
        return Given.file("REF_AREA,OFFENCE,TIME_PERIOD,OBS_VALUE\nAUT,0204,2016," + count + "\n")
                .to("OFFENCES");
    }

    @Test
    void victimsWithoutOffencesAreTold() {
        Given given = victims("12,A").holding("OFFENCES", OFFENCES, 0);
        assertEquals(List.of("victims-without-offences 2 OBS_VALUE \"12\" []"), given.found());
        assertEquals(Severity.INFORMATION, given.findings().get(0).severity());
        assertEquals(
                "The count is 12 here, but OFFENCES is 0 for the same country or area and year.",
                given.says().get(0));
    }

    @Test
    void offencesWithoutVictimsAreToldFromEitherFile() {
        assertEquals(
                List.of("The count is 0 here, but OFFENCES is 7 for the same country or area and year."),
                victims("0,A").holding("OFFENCES", OFFENCES, 7).says().subList(0, 1));
        assertEquals(
                List.of("The count is 7 here, but VICTIMS is 0 for the same country or area and year."),
                offences(7).holding("VICTIMS", VICTIMS, 0).says().subList(0, 1));
        assertEquals(
                List.of("victims-without-offences 2 OBS_VALUE \"0\" []"),
                offences(0).holding("VICTIMS", VICTIMS, 3).found());
    }

    @Test
    void bothOrNeitherIsFine() {
        assertEquals(List.of(), victims("12,A").holding("OFFENCES", OFFENCES, 1).found());
        assertEquals(List.of(), victims("0,A").holding("OFFENCES", OFFENCES, 0).found());
    }

    @Test
    void aMaskedFigureMayBeNoneOrSome() {
        assertEquals(List.of(), victims(",Q").holding("OFFENCES", OFFENCES, 0).found());
        assertEquals(
                List.of(), victims("12,A").holding("OFFENCES", OFFENCES, -1).found());
    }

    @Test
    void onlyTotalsAreCompared() {
        Given given = Given.rows("AUT,_T,_T,_T,2016,1,A", "AUT,F,_T,_T,2016,0,A", "AUT,M,_T,_T,2016,1,A")
                .holding("OFFENCES", OFFENCES, 7);
        assertEquals(List.of(), given.found());
    }

    @Test
    void withoutTheOtherDataflowItIsNotRun() {
        assertTrue(victims("12,A").report().notRun().contains("victims-without-offences"));
    }
}
