package org.tipstats.validate.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.validate.row.ValidatedRows.ValidatedRow;
import org.tipstats.validate.rule.Given;
import org.tipstats.validate.table.Action;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Dataflow;

class ValidatedRowsTest {

    private static final Dataflow VICTIMS = Given.SCHEMAS.dataflow("VICTIMS").orElseThrow();

    @TempDir
    Path folder;

    private List<ValidatedRow> read(String text) throws IOException {
        List<ValidatedRow> rows = new ArrayList<>();
        try (ValidatedRows submission = open(text)) {
            submission.forEachRemaining(rows::add);
        }
        return rows;
    }

    private ValidatedRows open(String text) throws IOException {
        return ValidatedRows.open(Files.writeString(folder.resolve("file.csv"), text), VICTIMS);
    }

    @Test
    void aRowHasItsPlaceKeyAndFigure() throws IOException {
        ValidatedRow row =
                read(Given.HEADER + "\n\nAUT,F,_T,SEX_PROST,2016, 012.0 ,P\n").get(0);
        assertEquals(3, row.line());
        assertEquals(1, row.record());
        assertEquals(Action.MERGE, row.action());
        assertEquals("A.AUT.F._T.SEX_PROST.NUMBER.2016", row.key());
        assertEquals(row.key(), new KeySpace(VICTIMS.structure()).format(row.packed()));
        assertEquals(12L, row.value());
        assertEquals("P", row.status());
        assertNull(row.confidentiality());
        assertFalse(row.isPattern());
    }

    @Test
    void aValueWithoutStatusIsNormalAndAMaskedOneIsTheProviders() throws IOException {
        List<ValidatedRow> rows = read(
                Given.HEADER
                        + ",CONF_STATUS\nAUT,F,_T,_T,2016,0,,\nAUT,M,_T,_T,2016,,Q,\nAUT,_T,_T,_T,2016,,Q,S\nAUT,_O,_T,_T,2016,,O,\n");
        assertEquals(
                List.of("A", "Q", "Q", "O"),
                rows.stream().map(ValidatedRow::status).toList());
        assertEquals(0L, rows.get(0).value());
        assertNull(rows.get(0).confidentiality());
        assertEquals("A", rows.get(1).confidentiality());
        assertNull(rows.get(1).value());
        assertEquals("S", rows.get(2).confidentiality());
        assertNull(rows.get(3).confidentiality());
    }

    @Test
    void attributesAreThoseWithAText() throws IOException {
        String text =
                Given.HEADER + ",COMMENT,SOURCE_AGENCY,LOWER_BOUND,_messages\nAUT,F,_T,_T,2016,12,, a note ,,3,x\n";
        assertEquals(Map.of("COMMENT", "a note"), read(text).get(0).attributes());
    }

    @Test
    void aRowThatWithdrawsMayLeaveDimensionsOpen() throws IOException {
        List<ValidatedRow> rows = read("STRUCTURE;STRUCTURE_ID;ACTION;REF_AREA;SEX;AGE;EXPLOITATION;TIME_PERIOD\n"
                + "dataflow;TIPSTATS:VICTIMS(1.0.0);D;AUT;;_T;;2016\n"
                + "dataflow;TIPSTATS:VICTIMS(1.0.0);D;AUT;F;_T;_T;2016\n");
        assertTrue(rows.get(0).isPattern());
        assertEquals("A.AUT.._T..NUMBER.2016", rows.get(0).key());
        assertEquals(Action.DELETE, rows.get(0).action());
        assertNull(rows.get(0).value());
        assertNull(rows.get(0).status());
        assertFalse(rows.get(1).isPattern());
    }

    @Test
    void aRowMayReplace() throws IOException {
        assertEquals(
                Action.REPLACE,
                read("ACTION," + Given.HEADER + "\nR,AUT,F,_T,_T,2016,12,\n")
                        .get(0)
                        .action());
    }

    @Test
    void theApostropheBeforeAFormulaIsNoPartOfAText() throws IOException {
        assertEquals(
                Map.of("COMMENT", "=1+1"),
                read(Given.HEADER + ",COMMENT\nAUT,F,_T,_T,2016,12,,'=1+1\n")
                        .get(0)
                        .attributes());
    }

    @Test
    void whatIsStoredIsReadAsItWasValidated() throws IOException {
        String text = "sep=;\nСводка; 2016\n" + Given.HEADER.replace(',', ';')
                + ";COMMENT;;\nAUT;F ;_T;_T;2016;012;;Данные министерства;;\n;;;\n";
        Path file = Files.write(folder.resolve("file.csv"), text.getBytes(Charset.forName("windows-1251")));
        try (ValidatedRows rows = ValidatedRows.open(file, VICTIMS)) {
            ValidatedRow row = rows.next();
            assertEquals(4, row.line());
            assertEquals("A.AUT.F._T._T.NUMBER.2016", row.key());
            assertEquals(12L, row.value());
            assertEquals(Map.of("COMMENT", "Данные министерства"), row.attributes());
            assertFalse(rows.hasNext());
        }
    }

    @Test
    void aFileThatWasNotValidatedIsAFaultOfTheProgram() {
        assertThrows(IllegalStateException.class, () -> read(Given.HEADER + "\nAUT,W,_T,_T,2016,12,\n"));
        assertThrows(IllegalStateException.class, () -> read("{\"a\": 1}"));
    }
}
