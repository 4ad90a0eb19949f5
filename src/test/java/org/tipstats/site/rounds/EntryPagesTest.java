package org.tipstats.site.rounds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.collect.entry.EntryPart;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.SampleStructures;

/** Tests how a page names a figure that was typed. */
class EntryPagesTest {

    private static String place(String figure) {
        EntryPart part = new EntryPart(
                "2016",
                "AUT",
                SampleStructures.dataflow(SampleStructures.victims(), Map.of()),
                List.of("2015", "2016"),
                true);
        return EntryPages.place(part, figure, PageTexts.in("en"));
    }

    @Test
    void aFigureIsNamedByItsBreakdownAndItsYear() {
        assertEquals("F, 2016", place("AUT.F._T._T.NUMBER.2016"));
        assertEquals("Total, 2016", place("AUT._T._T._T.NUMBER.2016"));
    }

    /** A later version of the schema may have other codes than a draft. */
    @Test
    void aFigureThatTheSchemaNoLongerHasIsNamedByItsKey() {
        assertEquals("AUT.OLD._T._T.NUMBER.2016", place("AUT.OLD._T._T.NUMBER.2016"));
    }
}
