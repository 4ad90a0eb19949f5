package org.tipstats.site.area;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaNotesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2003|2003",
                "2003 2004 2005|2003–2005",
                "2003 2005|2003, 2005",
                "2003 2004 2007 2009 2010|2003–2004, 2007, 2009–2010"
            })
    void yearsThatFollowEachOtherAreDrawnTogether(String years, String spans) {
        assertEquals(spans, AreaNotes.spans(new TreeSet<>(List.of(years.split(" ")))));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0, k0", "1, 0.4, k1", "1, 20.0, k1", "3, 20.1, k2", "4, 60.0, k3", "4, 80.1, k5", "9, 100.0, k5"})
    void sharesHaveFiveClassesAndNoneIsItsOwn(int reporting, BigDecimal share, String tone) {
        assertEquals(tone, ReportStrips.tone(reporting, share));
    }
}
