package org.tipstats.validate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.rule.Given;

class StrayRowTest {

    private static final String WHOLE = "AUT,_T,_T,_T,2016,20,";
    private static final String PART = "AUT,F,_T,_T,2016,25,";

    @Test
    void aTotalBelowTheTableIsOneFindingWhateverElseIsInIt() {
        Given file = Given.rows(WHOLE, "Grand total,,,,,1.282,");
        assertEquals(List.of("unknown-code 3 REF_AREA \"Grand total\" []"), file.found());
        assertEquals(
                List.of(
                        "The row on line 3 is not a figure of the table: \"Grand total\" is not a code of REF_AREA, but"
                                + " looks like a note or a total of all countries and areas.",
                        "Remove the row. Notes belong in COMMENT, and totals are computed from the figures of each"
                                + " country and area."),
                file.says());
    }

    @Test
    void totalsAreKnownByTheirNameInEachLanguage() {
        for (String total : List.of("TOTAL", "Sub-total:", "Total general", "Всего", "المجموع", "总计")) {
            assertEquals(
                    List.of("unknown-code 3 REF_AREA \"" + total + "\" []"),
                    Given.rows(WHOLE, total + ",young,_T,_T,x,y,").found());
        }
    }

    @Test
    void aRowOfAnAreaIsNoStrayRow() {
        assertEquals(
                3, Given.rows("Austria,,,_T,2016,20,").found("unknown-code").size());
        assertEquals(3, Given.rows("Austria,,,,2016,20,").found("unknown-code").size() - 1);
        assertEquals(
                2,
                Given.rows("Nowhere,young,_T,_T,2016,20,").found("unknown-code").size());
        assertEquals(4, Given.rows(",,,,2016,20,").found("unknown-code").size());
    }

    @Test
    void aStrayRowKeepsNoGroupFromBeingAddedUp() {
        assertEquals(
                List.of("part-exceeds-total 2 OBS_VALUE \"20\" []", "unknown-code 4 REF_AREA \"Source: police\" []"),
                Given.rows(WHOLE, PART, "Source: police,,,,,,").found());
    }

    @Test
    void whatWithdrawsMayLeaveCodesOpen() {
        Given file = Given.file("ACTION," + Given.HEADER + "\nD,Total,,,,2016,,\n");
        assertEquals(List.of("unknown-code 2 REF_AREA \"Total\" []"), file.found());
        assertEquals("\"Total\" is not a code of REF_AREA.", file.says().get(0));
    }

    @Test
    void theHeaderOnceMoreIsOneFinding() {
        Given file = Given.rows(WHOLE, Given.HEADER.toLowerCase(Locale.ROOT), "FRA,_T,_T,_T,2016,20,");
        assertEquals(List.of("unknown-code 3 REF_AREA \"ref_area\" []"), file.found());
        assertEquals(List.of("Line 3 repeats the header of the table.", "Remove the line."), file.says());
        String header = "STRUCTURE,STRUCTURE_ID,ACTION," + Given.HEADER + "\n";
        assertEquals(
                List.of("unknown-code 2 REF_AREA \"REF_AREA\" []"),
                Given.file(header + header + "dataflow,VICTIMS,I," + WHOLE + "\n")
                        .found());
    }
}
