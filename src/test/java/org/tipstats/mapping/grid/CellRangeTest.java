package org.tipstats.mapping.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.vocabulary.names.ColumnLetters;

class CellRangeTest {

    @ParameterizedTest
    @ValueSource(strings = {"A1", "D24", "Z1:AA9", "Sheet1!D24", "Лист2!D4:I8", "'My sheet'!B2", "'It''s'!B2:C3"})
    void anAddressIsReadAndWrittenAsInASpreadsheet(String address) {
        assertEquals(address, CellRange.parse(address).orElseThrow().toString());
    }

    @Test
    void aMessageIsAddressedByLine() {
        CellRange range = CellRange.parse("line:57:line:118").orElseThrow();
        assertEquals("line:57:line:118", range.toString());
        assertTrue(range.contains("", 118, 7));
        assertFalse(range.contains("", 119, 0));
    }

    @Test
    void theCornersMayComeInAnyOrder() {
        assertEquals("B2:D5", CellRange.parse("D2:B5").orElseThrow().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "1", "A0", "a1", "A1:", "AAAA1", "Sheet1!", "line:0", "A999999999"})
    void whatIsNoAddressIsNotRead(String text) {
        assertEquals(Optional.empty(), CellRange.parse(text));
    }

    @Test
    void columnsHaveTheLettersOfASpreadsheet() {
        assertEquals("A", ColumnLetters.of(0));
        assertEquals("Z", ColumnLetters.of(25));
        assertEquals("AA", ColumnLetters.of(26));
        assertEquals("AMJ", ColumnLetters.of(1023));
    }
}
