package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MissingColumnTest {

    @Test
    void everyMissingColumnIsOneFindingHoweverManyRows() {
        Given file = Given.file("REF_AREA,AGE,EXPLOITATION,OBS_VALUE\n" + "AUT,_T,_T,12\n".repeat(5));
        assertEquals(List.of("missing-column 1 SEX - [_T]", "missing-column 1 TIME_PERIOD - []"), file.found());
    }

    @Test
    void cellsOfTheOtherColumnsAreChecked() {
        Given file = Given.file("REF_AREA,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nAUT,young,_T,2016,12\n");
        assertEquals(List.of("missing-column 1 SEX - [_T]", "unknown-code 2 AGE \"young\" []"), file.found());
    }

    @Test
    void aMissingColumnOfValuesIsNotAMissingValueInEachRow() {
        Given file = Given.file("REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD\nAUT,F,_T,_T,2016\nAUT,M,_T,_T,2016\n");
        assertEquals(List.of("missing-column 1 OBS_VALUE - []"), file.found());
    }

    @Test
    void fixedDimensionsAndAttributesMayBeMissing() {
        assertEquals(
                List.of(),
                Given.file("REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nAUT,F,_T,_T,2016,12\n")
                        .found());
    }

    @Test
    void aFirstLineThatNamesNoColumnIsOneFinding() {
        Given file = Given.file("AUT,F,_T,_T,2016,12\nAUT,M,_T,_T,2016,5\n");
        assertEquals(List.of("missing-column 1 - - []"), file.found());
        assertEquals(
                List.of(
                        "We do not recognise the column headings in line 1.",
                        "Make the first line a header with the columns REF_AREA, SEX, AGE, EXPLOITATION, TIME_PERIOD,"
                                + " OBS_VALUE. At most 20 lines may come before the header."),
                file.says());
    }

    @Test
    void onlyRowsThatWithdrawNeedNoValues() {
        String header = "ACTION,REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD\n";
        assertEquals(List.of(), Given.file(header + "D,AUT,F,_T,_T,2016\n").found());
        assertEquals(
                List.of("missing-column 1 OBS_VALUE - []"),
                Given.file(header + "D,AUT,F,_T,_T,2016\nM,AUT,M,_T,_T,2016\nR,AUT,_T,_T,_T,2016\n")
                        .found());
    }

    @Test
    void whereOneCodeStandsForAllItIsNamed() {
        String rows = "REF_AREA,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nAUT,_T,_T,2016,12\n";
        assertEquals(
                "Add the column SEX, and fill it in for every row, with _T (Total) where the figures are not broken down"
                        + " by it.",
                Given.file(rows).says().get(1));
        assertEquals(
                "Add the column REF_AREA, and fill it in for every row.",
                Given.file(rows.replace("REF_AREA", "SEX").replace("AUT", "F"))
                        .says()
                        .get(1));
    }
}
