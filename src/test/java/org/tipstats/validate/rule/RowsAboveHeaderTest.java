package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowsAboveHeaderTest {

    private static final String FEMALE = "AUT,F,_T,_T,2016,15,\n";
    private static final String BELOW = Given.HEADER + "\nSWE,_T,_T,_T,2016,9,\n";
    private static final String OLD = "AUT,_T,_T,_T,%d,12,\n";

    private static void title(String line) {
        Given file = Given.file(line + "\n" + BELOW);
        assertEquals(List.of("layout-assumed 1 - - []"), file.found(), line);
    }

    private static void figure(String line) {
        assertEquals(
                List.of("rows-above-header 1 - - []"),
                Given.file(line + "\n" + BELOW).found(),
                line);
    }

    @Test
    void aTableSortedWithItsHeaderIsNotAccepted() {
        StringBuilder above = new StringBuilder();
        for (int year = 2009; year < 2017; year++) {
            above.append(OLD.formatted(year));
        }
        Given file = Given.file(above + BELOW + "SWE,_T,_T,_T,2017,9,\n");
        assertEquals(List.of("rows-above-header 1 - - []"), file.found());
        assertFalse(file.report().valid());
        assertEquals(
                List.of(
                        "Lines from 1 to 8 are above the header on line 9, but look like rows of the table. Figures above"
                                + " the header are not read.",
                        "Move the header to the first line. If these are not figures, remove the lines."),
                file.says());
    }

    @Test
    void aHeaderBelowAllFiguresIsOneFinding() {
        assertEquals(
                List.of("rows-above-header 1 - - []"),
                Given.file(FEMALE + Given.HEADER + "\n").found());
    }

    @Test
    void theTitleAboveIsNoPartOfThem() {
        assertEquals(
                "Line 3 is above the header on line 4, but looks like a row of the table. Figures above the header are"
                        + " not read.",
                Given.file("Victims 2016\n\n" + FEMALE + BELOW).says().get(0));
    }

    @Test
    void rowsAreKnownWithSomeFaultsToo() {
        figure("Austria;Female;Total;Total;2016;<5;x".replace(';', ','));
        figure("Austria,Female,Total,Total,2016,12");
        figure("AUT,F,_T,_T,2016,,Q");
        figure("AUT,F,_T,_T,16,many");
        figure("\"AUT\",\"F\",\"_T\",\"_T\",\"2016\",\"12\"");
        assertEquals(
                List.of("rows-above-header 1 - - []"),
                Given.file((FEMALE + BELOW).replace(',', ';')).found());
    }

    @Test
    void titlesAndNotesAreNone() {
        title("Victims of trafficking, Austria, 2016");
        title("AUT,,,,2016,");
        title("AUT");
        title("2016,,,,2016");
        title("1,2,3,4,5,6,7");
        title("Country,Sex of person,Age of person,Form,Year,Number,Why");
    }

    @Test
    void groupsThatGoOnAboveTheHeaderAreNotAddedUp() {
        String below = Given.HEADER + "\nAUT,_T,_T,_T,2016,20,\nAUT,M,_T,_T,2016,5,\n";
        assertEquals(
                List.of("sum-below-total 2 OBS_VALUE \"20\" []"),
                Given.file(below).found());
        assertEquals(
                List.of("rows-above-header 1 - - []"),
                Given.file(FEMALE + below).found());
    }
}
