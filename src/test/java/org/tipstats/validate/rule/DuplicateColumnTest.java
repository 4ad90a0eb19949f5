package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DuplicateColumnTest {

    @Test
    void aColumnNamedTwiceIsFoundAtItsSecondPlace() {
        Given file = Given.file(Given.HEADER + ",sex\nAUT,F,_T,_T,2016,12,,M\n");
        assertEquals(List.of("duplicate-column 1 SEX \"sex\" []"), file.found());
        assertEquals(8, file.findings().get(0).column().number());
        assertEquals(
                "The column SEX appears twice: first in B, again in H.",
                file.says().get(0));
    }
}
