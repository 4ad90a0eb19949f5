package org.tipstats.start.tables;

import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.start.tables.CrossedTables.ZeroPolicy;

class CrossedTablesTest {

    /** The command asks for the list for each field that it writes: a copy each time took longer than the search. */
    @Test
    void theListOfCellsIsNotCopied() {
        CrossedTables tables = CrossedTables.full(
                List.of("area"),
                List.of(new CrossedTables.Row(List.of("a"), 3, false)),
                new CrossedTables.Rule(ZeroPolicy.PUBLIC, 4));
        assertSame(tables.cells(), tables.cells());
    }
}
