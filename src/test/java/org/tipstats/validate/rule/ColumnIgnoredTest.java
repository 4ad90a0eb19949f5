package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnIgnoredTest {

    @Test
    void columnsOfPublishedDataAreToldOneByOne() {
        Given file = Given.file(Given.HEADER + ",LOWER_BOUND,Pop_Coverage\nAUT,F,_T,_T,2016,12,,3,x\n");
        assertEquals(
                List.of(
                        "column-ignored 1 LOWER_BOUND \"LOWER_BOUND\" []",
                        "column-ignored 1 POP_COVERAGE \"Pop_Coverage\" []"),
                file.found());
        assertEquals(true, file.report().valid());
    }

    @Test
    void columnsOfReportsAreNotTold() {
        assertEquals(
                List.of(),
                Given.file(Given.HEADER + ",_line,_severity,_messages\nAUT,F,_T,_T,2016,12,,2,,x\n")
                        .found());
    }

    @Test
    void theSentenceNamesTheColumn() {
        assertEquals(
                "The column LOWER_BOUND belongs to published data only. It was not read.",
                Given.file(Given.HEADER + ",LOWER_BOUND\nAUT,F,_T,_T,2016,12,,3\n")
                        .says()
                        .get(0));
    }
}
