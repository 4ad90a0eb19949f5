package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MissingValueStatusTest {

    @Test
    void aMissingValueNeedsAReason() {
        assertEquals(
                List.of("missing-value-status 2 OBS_STATUS \"\" [L, O, M, Q, J]"),
                Given.value(",").found());
        assertEquals(
                List.of("missing-value-status 2 OBS_STATUS \"A\" [L, O, M, Q, J]"),
                Given.value(" ,A").found());
        assertEquals(
                List.of("missing-value-status 2 OBS_STATUS \"H\" [L, O, M, Q, J]"),
                Given.value(",H").found());
    }

    @Test
    void fiveStatusesAreReasons() {
        for (String status : List.of("O", "L", "M", "Q", "J")) {
            assertEquals(List.of(), Given.value("," + status).found(), status);
        }
    }

    @Test
    void zeroIsAValue() {
        assertEquals(List.of(), Given.value("0,").found());
    }

    @Test
    void withoutAColumnForTheReasonTheEmptyCellIsThePlace() {
        Given file = Given.file("REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nAUT,F,_T,_T,2016,\n");
        assertEquals(List.of("missing-value-status 2 OBS_VALUE \"\" []"), file.found());
        assertEquals(
                List.of(
                        "The row has no value, and the file has no column OBS_STATUS to say why.",
                        "Write 0 if there were none. Otherwise add the column OBS_STATUS with one of L, O, M, Q, J."),
                file.says());
    }

    @Test
    void aReasonThatIsNoCodeIsOneFinding() {
        assertEquals(
                List.of("unknown-code 2 OBS_STATUS \"ZZ\" []"),
                Given.value(",ZZ").found());
    }

    @Test
    void aRowThatWithdrawsNeedsNoReason() {
        assertEquals(
                List.of(),
                Given.file("ACTION," + Given.HEADER + "\nD,AUT,F,_T,_T,2016,,\n")
                        .found());
    }
}
