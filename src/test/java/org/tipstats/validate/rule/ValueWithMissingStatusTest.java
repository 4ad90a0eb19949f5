package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValueWithMissingStatusTest {

    @Test
    void aValueContradictsAStatusOfMissing() {
        for (String status : List.of("O", "L", "M", "Q", "J")) {
            assertEquals(
                    List.of("value-with-missing-status 2 OBS_STATUS \"" + status + "\" []"),
                    Given.value("12," + status).found());
        }
        assertEquals(
                List.of("value-with-missing-status 2 OBS_STATUS \"O\" []"),
                Given.value("0,O").found());
    }

    @Test
    void aValueGoesWithOtherStatuses() {
        for (String status : List.of("A", "P", "E", "D", "")) {
            assertEquals(List.of(), Given.value("12," + status).found(), status);
        }
    }

    @Test
    void aValueThatIsNoCountIsOneFinding() {
        assertEquals(
                List.of("not-a-count 2 OBS_VALUE \"x1\" [1]"),
                Given.value("x1,Q").found());
    }

    @Test
    void theSentencesNameBoth() {
        assertEquals(
                List.of(
                        "The row has the value 12, but its status O says that the value is missing.",
                        "If the value is correct, use A or leave OBS_STATUS empty. If not, remove the value."),
                Given.value("12,O").says());
    }
}
