package org.tipstats.protect.intruder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.tipstats.protect.equations.ExposedCell;
import org.tipstats.protect.equations.Source;

/** Audits of single years give one report, as if all years had been audited together. */
class AuditReportTest {

    private static ExposedCell cell(String key) {
        return new ExposedCell("first", "VICTIMS", "AUT", key, false, OptionalLong.of(3));
    }

    private static AuditReport report(int hidden, List<ExposedCell> recoverable, Map<Source, Integer> dropped) {
        return new AuditReport(
                hidden, recoverable, List.of(), List.of(), List.of(cell("x" + hidden)), dropped, 5, 7, 9);
    }

    @Test
    void numbersAddUpAndListsAreInOrder() {
        AuditReport one = report(2, List.of(cell("a"), cell("c")), Map.of(Source.RATE, 1, Source.GROUP, 4));
        AuditReport other = report(1, List.of(cell("b")), Map.of(Source.RATE, 2));
        AuditReport both = AuditReport.together(List.of(one, other), Comparator.comparing(ExposedCell::key));

        assertEquals(3, both.hidden());
        assertEquals(List.of(cell("a"), cell("b"), cell("c")), both.recoverable());
        assertEquals(List.of(cell("x1"), cell("x2")), both.notProven());
        assertEquals(Map.of(Source.RATE, 3, Source.GROUP, 4), both.dropped());
        assertEquals(List.of(10, 14, 18), List.of(both.unknowns(), both.equations(), both.programs()));
        assertEquals(AuditReport.NOTHING, AuditReport.together(List.of(), Comparator.comparing(ExposedCell::key)));
    }
}
