package org.tipstats.mapping.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.mapping.grid.Cell;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.grid.Sheet.Addressing;

class LedgerTest {

    private static Sheet sheet(Addressing addressing) {
        return new Sheet(
                "",
                addressing,
                List.of(
                        new Sheet.Row(3, new String[] {"Women", "2019", "7"}),
                        new Sheet.Row(5, new String[] {"Men", "2019", "-"})),
                List.of());
    }

    @Test
    void eachNumberIsUsedOrLeftOutOrNotUnderstood() {
        Sheet sheet = sheet(Addressing.CELLS);
        Ledger ledger = new Ledger(List.of(sheet));
        ledger.use(new Cell(sheet, 3, 2));
        ledger.leaveOut(sheet, 3, 2, "rate");
        ledger.leaveOut(sheet, 3, 1, "label");
        ledger.leaveOut(sheet, 3, 0, "label");
        ledger.leaveOut(sheet, 4, 1, "label");
        ledger.leaveOut((Cell) null, "repeated");
        assertEquals(3, ledger.numeric());
        assertEquals(1, ledger.used());
        assertEquals(Map.of("label", List.of("B3")), ledger.leftOut());
        assertEquals(List.of("B5"), ledger.notUnderstood());
    }

    @Test
    void aLineIsOneCellWhereCellsAreAddressedByLine() {
        Sheet sheet = sheet(Addressing.LINES);
        Ledger ledger = new Ledger(List.of(sheet));
        ledger.leaveOut(sheet, 3, 1, "label");
        ledger.use(new Cell(sheet, 3, 2));
        assertEquals(2, ledger.numeric());
        assertEquals(1, ledger.used());
        assertEquals(Map.of(), ledger.leftOut());
        assertEquals(List.of("line:5"), ledger.notUnderstood());
    }
}
