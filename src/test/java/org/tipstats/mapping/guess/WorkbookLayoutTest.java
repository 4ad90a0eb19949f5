package org.tipstats.mapping.guess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.mapping.saved.MappingApplication;

/** Workbooks as people make them: a sheet for each year, and cells that are merged. */
class WorkbookLayoutTest {

    private static final String TABLE = "\nVictims of trafficking|Women|Men\n";

    @Test
    void sheetsNamedByYearsAreFoundAgainInTheNextYear() {
        InventedTable two = InventedTable.of("== 2015" + TABLE + "Under 18|1|2\n18 and over|7|8\n== 2016" + TABLE
                        + "Under 18|3|4\nPolice stations|9|9\n18 and over|5|6")
                .victims()
                .ignore("2016!A3:C3");
        MappingApplication next = applied(
                two,
                "== 2017" + TABLE + "Under 18|11|12\n18 and over|17|18\n== 2016" + TABLE
                        + "Under 18|3|4\nPolice stations|9|9\n18 and over|5|6");
        assertEquals("""
                F Y0T17 _T 2016 = 3 2016!B2
                F Y0T17 _T 2017 = 11 2017!B2
                F Y_GE18 _T 2016 = 5 2016!B4
                F Y_GE18 _T 2017 = 17 2017!B3
                M Y0T17 _T 2016 = 4 2016!C2
                M Y0T17 _T 2017 = 12 2017!C2
                M Y_GE18 _T 2016 = 6 2016!C4
                M Y_GE18 _T 2017 = 18 2017!C3""", InventedTable.figures(next.guess()));
        assertEquals(List.of(), next.drifts());
    }

    private static MappingApplication applied(InventedTable table, String edition) {
        return MappingApplication.of(
                table.mapping(), InventedTable.of(edition).grid(), InventedTable.SCHEMAS, Answers.NONE);
    }
}
