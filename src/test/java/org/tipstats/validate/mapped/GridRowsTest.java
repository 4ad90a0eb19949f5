package org.tipstats.validate.mapped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.files.csv.RawRow;
import org.tipstats.files.csv.RowSource;
import org.tipstats.mapping.grid.GridReader;
import org.tipstats.validate.row.ReceivedTable;
import org.tipstats.validate.rule.Given;
import org.tipstats.validate.run.ValidationRequest;
import org.tipstats.validate.run.Validator;
import org.tipstats.vocabulary.schema.Dataflow;

/** The look for persons in cells that were read already finds what a look into the file finds. */
class GridRowsTest {

    private static final String PERSONS = "Case number;Name;Date of birth;Nationality;Note\n"
            + "A-1;Ana B;1990-03-04;Austria;\nA-2;Eva C;1991-05-06;Brazil;\nA-3;Ida D;1988-01-02;Chile;\n";
    private static final String FIGURES = "Region;Note;2022;2023\nNorth;;12;13\n\nSouth;\"two\nlines\";5;\nEast;;7;8\n";

    @TempDir
    Path folder;

    private final Dataflow victims = Given.SCHEMAS.dataflow("VICTIMS").orElseThrow();

    private ReceivedTable table(String text) throws IOException {
        return ReceivedTable.of(Files.writeString(folder.resolve("table.csv"), text), victims);
    }

    private ReceivedTable ofCells(ReceivedTable table) throws IOException {
        return GridRows.of(table, GridReader.read(folder.resolve("table.csv")));
    }

    private boolean listsPersons(ReceivedTable table) throws IOException {
        return new Validator()
                .listsPersons(table, ValidationRequest.anonymous(Given.SCHEMAS, victims, Given.CURRENT_YEAR));
    }

    private static List<String> texts(ReceivedTable table) throws IOException {
        List<String> texts = new ArrayList<>();
        try (RowSource rows = table.open()) {
            texts.add(String.join("|", rows.header().orElseThrow().cells()));
            while (rows.hasNext()) {
                RawRow row = rows.next();
                texts.add(row.line() + " " + row.record() + " " + String.join("|", row.cells()));
            }
        }
        return texts;
    }

    @Test
    void theRowsAreThoseOfTheFile() throws IOException {
        for (String text : List.of(FIGURES, PERSONS, "sep=;\n" + FIGURES)) {
            ReceivedTable table = table(text);
            ReceivedTable cells = ofCells(table);
            assertNotSame(table, cells, text);
            assertEquals(texts(table), texts(cells));
        }
    }

    @Test
    void aListOfPersonsIsFoundInTheCells() throws IOException {
        for (String title : List.of("", "Cases of the year\n\n")) {
            ReceivedTable table = table(title + PERSONS);
            assertTrue(listsPersons(ofCells(table)), title);
            assertEquals(listsPersons(table), true, title);
        }
    }

    @Test
    void rowsOfOnePersonInOurColumnsAreFoundThoughTheirLastCellsAreBlank() throws IOException {
        StringBuilder text = new StringBuilder("REF_AREA,SEX,AGE,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n");
        for (int i = 0; i < 12; i++) {
            text.append(i % 2 == 0 ? "AUT,F,Y_GE18,2016,1,\n" : "AUT,M,Y_GE18,2016,1,\n");
        }
        ReceivedTable cells = ofCells(table(text.toString()));
        assertTrue(listsPersons(table(text.toString())));
        assertTrue(listsPersons(cells));
    }

    @Test
    void aHeaderThatIsNoRowOfTheCellsIsReadFromTheFile() throws IOException {
        // The names of the columns are separated by commas, the rows by semicolons.
        ReceivedTable table = table("SEX,AGE,TIME_PERIOD,OBS_VALUE\n" + "F;Y0T17;2019;12\n".repeat(30));
        assertSame(table, ofCells(table));
        ReceivedTable one = table("Region\nNorth\nSouth\n");
        assertSame(one, ofCells(one));
    }

    @Test
    void theCellsOfTheGridStayAsTheyAre() throws IOException {
        ReceivedTable table =
                table("SEX: Sex,AGE,TIME_PERIOD,OBS_VALUE\nF: Female,Y0T17,2019,12\nM: Male,Y0T17,2019,5\n");
        var grid = GridReader.read(folder.resolve("table.csv"));
        ReceivedTable cells = GridRows.of(table, grid);
        assertEquals(texts(table), texts(cells));
        assertTrue(texts(GridRows.of(table, grid)).get(1).contains(" F|Y0T17"));
        assertEquals("F: Female", grid.sheets().get(0).text(2, 0));
    }
}
