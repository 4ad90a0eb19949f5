package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RaggedRowTest {

    private static final String WHOLE = "AUT,_T,_T,_T,2016,20,";
    private static final String MALE = "AUT,M,_T,_T,2016,5,";

    @Test
    void everyRowWithAnotherNumberOfCellsIsFound() {
        Given file = Given.rows("AUT,F,_T,_T,2016", WHOLE, "AUT,F,_T,_T,2016,12,,extra", MALE);
        assertEquals(List.of("ragged-row 2 - - []", "ragged-row 4 - - []"), file.found());
    }

    @Test
    void theSentenceCountsTheCells() {
        assertEquals(
                "Line 2 has 5 cells, but the header has 7.",
                Given.rows("AUT,F,_T,_T,2016", "FRA,_T,_T,_T,2016,20,").says().get(0));
        assertEquals(
                "Line 2 has one cell, but the header has 7.",
                Given.rows("Austria", "FRA,_T,_T,_T,2016,20,").says().get(0));
    }

    @Test
    void emptyCellsAtTheEndOfARowAreNoCells() {
        assertEquals(
                List.of("layout-assumed 2 - - []"),
                Given.rows("AUT,_T,_T,_T,2016,20,,,, ").found());
    }

    @Test
    void blankRowsAreNoRows() {
        assertEquals(
                List.of("layout-assumed 4 - - []"),
                Given.rows("", WHOLE, ",,", "  ", "").found());
    }

    @Test
    void notesBelowTheTableAreOneFinding() {
        Given file = Given.rows(WHOLE, "", "Source: police", "Note: provisional", "(c)");
        assertEquals(List.of("ragged-row 4 - - []"), file.found());
        assertEquals(
                "Lines 4 to 6 at the end of the file are not rows of the table: they have a different number of cells than"
                        + " the header.",
                file.says().get(0));
    }

    @Test
    void aGroupWithARaggedRowIsNotAddedUp() {
        assertEquals(
                List.of("ragged-row 3 - - []"),
                Given.rows(WHOLE, "AUT,F,_T,_T,2016,15", MALE).found());
        assertEquals(
                List.of("ragged-row 3 - - []", "sum-below-total 5 OBS_VALUE \"20\" []"),
                Given.rows(WHOLE, "AUT,F,_T,_T,2016,15", MALE, "FRA,_T,_T,_T,2016,20,", "FRA,M,_T,_T,2016,5,")
                        .found());
    }

    @Test
    void notesDontKeepGroupsFromBeingAddedUp() {
        assertEquals(
                List.of("sum-below-total 2 OBS_VALUE \"20\" []", "ragged-row 4 - - []"),
                Given.rows(WHOLE, MALE, "Source: police").found());
    }

    @Test
    void aLastRowThatNamesNoAreaLooksLikeANote() {
        Given file = Given.rows(WHOLE, "Grand total,20");
        assertEquals(List.of("ragged-row 3 - - []"), file.found());
        assertEquals(
                List.of(
                        "Line 3 at the end of the file has 2 cells, but the header has 7. It looks like a note or a total"
                                + " below the table.",
                        "Remove the line. If it is a figure, check its separators."),
                file.says());
        assertEquals(
                "Line 3 has 5 cells, but the header has 7.",
                Given.rows(WHOLE, "AUT,F,_T,_T,2016").says().get(0));
    }

    @Test
    void rowsAtTheEndThatNameAnAreaAreNoNotes() {
        Given file = Given.rows(WHOLE, "AUT,F,_T,_T,2016", "AUT,M,_T,_T,2016", "Source: police", "(c)");
        assertEquals(List.of("ragged-row 3 - - []", "ragged-row 4 - - []", "ragged-row 5 - - []"), file.found());
        assertEquals(
                List.of("ragged-row 2 - - []", "ragged-row 3 - - []"),
                Given.rows("AUT,F,_T,_T,2016", "AUT,M,_T,_T,2016").found());
    }

    @Test
    void aCommaInTheCountsIsOneFinding() {
        String header = "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\n";
        Given file = Given.file(header + "AUT,_T,_T,_T,2016,12,0\nAUT,M,_T,_T,2016,5\nAUT,F,_T,_T,2016,7,0\n");
        assertEquals(List.of("ragged-row 2 - - []"), file.found());
        assertEquals(
                List.of(
                        "In 2 rows, from line 2 to line 4, the value has a comma, such as 12,0 or 1,200. The comma also"
                                + " separates the cells, so there are too many of them.",
                        "Write the values as whole numbers with digits only, or save the file with semicolons between the"
                                + " cells."),
                file.says());
        assertEquals(
                "In the row on line 2 the value has a comma, such as 12,0 or 1,200. The comma also separates the cells, so"
                        + " there are too many of them.",
                Given.file(header + "AUT,_T,_T,_T,2016,1,282\n").says().get(0));
    }

    @Test
    void aCommaInTheCountIsSeenBeforeAnEmptyStatusToo() {
        assertEquals(
                List.of("ragged-row 2 - - []"),
                Given.rows("AUT,F,_T,_T,2016,12,0,", "AUT,M,_T,_T,2016,5,0,").found("ragged-row"));
        assertEquals(List.of(), Given.rows("AUT,F,_T,_T,2016,12,0,").found("unknown-code"));
    }

    @Test
    void digitsThatAreTooMuchElsewhereAreNoCommaInTheCount() {
        String[] rows = {"AUT,,F,_T,_T,2016,12,0", "AUT,F,_T,_T,2016,12,A,7"};
        for (String row : rows) {
            assertEquals(
                    "Line 2 has 8 cells, but the header has 7.",
                    Given.rows(row).says().get(0));
        }
        assertEquals(
                "Line 2 has 7 cells, but the header has 6.",
                Given.file("REF_AREA;SEX;AGE;EXPLOITATION;TIME_PERIOD;OBS_VALUE\nAUT;_T;_T;_T;2016;12;0\n")
                        .says()
                        .get(0));
    }
}
