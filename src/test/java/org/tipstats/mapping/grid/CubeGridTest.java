package org.tipstats.mapping.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.tipstats.mapping.grid.CsvGridTest.cells;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.detect.FileKind;

/** Reads cubes in JSON-stat and PC-Axis as long tables. */
class CubeGridTest {

    static final String DATASET = """
            {"version": "2.0", "class": "dataset", "label": "Victims",
             "value": [12, null, 3.5, 1.2e3],
             "status": {"1": ":"},
             "id": ["sex", "year"], "size": [2, 2],
             "dimension": {
              "sex": {"label": "Sex", "category": {"index": {"M": 1, "F": 0}, "label": {"F": "Women", "M": "Men"}}},
              "year": {"category": {"index": ["2014", "2015"]}}}}
            """;
    static final String PX = """
            CHARSET="ANSI";
            AXIS-VERSION="2013";
            CODEPAGE="iso-8859-15";
            LANGUAGE="sv";
            LANGUAGES="sv","en";
            TITLE="Offer; efter k\u00F6n";
            TITLE[en]="Victims by sex";
            UNITS="antal";
            STUB="k\u00F6n";
            HEADING="\u00E5r","form";
            HEADING[en]="year","form";
            VALUES("k\u00F6n")="kvin"
            "nor","m\u00E4n";
            VALUES[en]("sex")="women","men";
            CODES("k\u00F6n")="1","2";
            VALUES("\u00E5r")="2014","2015";
            TIMEVAL("\u00E5r")=TLIST(A1,"2014"-"2015");
            VALUES("form")="alla";
            PRECISION("form","alla")=1;
            DATA=
            12 ".."
            "-" 3.5;
            """;

    @TempDir
    Path folder;

    private Grid grid(byte[] bytes) throws IOException {
        return GridReader.read(Files.write(folder.resolve("cube"), bytes));
    }

    private Grid grid(String text) throws IOException {
        return grid(text.getBytes(StandardCharsets.UTF_8));
    }

    private String fault(String text) {
        MalformedFileException fault = assertThrows(MalformedFileException.class, () -> grid(text));
        return fault.reason() + " " + fault.detail();
    }

    @Test
    void aDatasetOfJsonStatBecomesALongTable() throws IOException {
        Grid grid = grid(DATASET);
        assertEquals(
                "1:Sex|year|Value|Status / 2:Women|2014|12 / 3:Women|2015||: / 4:Men|2014|3.5 / 5:Men|2015|1200",
                cells(grid));
        assertEquals("C4", grid.sheets().get(0).address(4, 2));
    }

    @Test
    void sparseValuesAndOneStatusForAllAreRead() throws IOException {
        String sparse = DATASET.replace("[12, null, 3.5, 1.2e3]", "{\"3\": 7, \"0\": 12}")
                .replace("{\"1\": \":\"}", "\"p\"");
        assertEquals("1:Sex|year|Value|Status / 2:Women|2014|12|p / 3:Men|2015|7|p", cells(grid(sparse)));
    }

    @Test
    void aCollectionMayHoldOneDataset() throws IOException {
        String collection = "{\"class\": \"collection\", \"link\": {\"item\": [" + DATASET + "#]}}";
        assertEquals(cells(grid(DATASET)), cells(grid(collection.replace("#", ""))));
        assertEquals("SEVERAL_STRUCTURES null", fault(collection.replace("#", "," + DATASET)));
    }

    @Test
    void aDatasetOfVersionOneIsRead() throws IOException {
        String old = """
                {"dataset": {"label": "x", "dimension": {"sex": {"label": "Sex",
                 "category": {"label": {"F": "Women"}, "unit": {"F": {"base": "persons"}}}}, "id": ["sex"], "size": [1]},
                 "value": [5]}}
                """;
        assertEquals("1:Sex|Value|Unit / 2:Women|5|persons", cells(grid(old)));
    }

    @Test
    void equalLabelsAreToldApartByTheirCodes() throws IOException {
        Sheet sheet = grid(DATASET.replace("\"Men\"", "\"Women\"")).sheets().get(0);
        assertEquals(
                "Sex|Sex (code)|year|Value|Status",
                String.join("|", sheet.rows().get(0).cells()));
        assertEquals("Women|M|2014|3.5", String.join("|", sheet.rows().get(3).cells()));
    }

    @Test
    void aJsonStatFileThatContradictsItselfIsRefused() {
        assertEquals("WRONG_INDEX 4", fault(DATASET.replace("1.2e3", "1, 2")));
        assertEquals("WRONG_INDEX x", fault(DATASET.replace("{\"1\"", "{\"x\"")));
        assertEquals("WRONG_INDEX sex", fault(DATASET.replace("[2, 2]", "[3, 2]")));
        assertEquals("WRONG_INDEX M", fault(DATASET.replace("\"M\": 1", "\"M\": 7")));
        assertEquals("MISSING_PART size", fault(DATASET.replace("[2, 2]", "[2]")));
        assertEquals("MISSING_PART year", fault(DATASET.replace("\"year\": {", "\"y\": {")));
        assertEquals("BROKEN_JSON null", fault(DATASET + "x"));
        assertEquals("TOO_MANY_CELLS 500000", fault(DATASET.replace("[12,", "[" + "1,".repeat(500_001) + "12,")));
    }

    @Test
    void hugeNumbersAndSizesTakeNoMemory() throws IOException {
        assertEquals(
                "1e999999999",
                grid(DATASET.replace("1.2e3", "1e999999999")).sheets().get(0).text(5, 2));
        assertEquals("WRONG_INDEX sex", fault(DATASET.replace("[2, 2]", "[999999999, 999999999]")));
    }

    @Test
    void otherJsonIsNoTable() {
        for (String text : new String[] {"{\"a\": 1}", "[{\"a\": 1}]", "{\"value\": 1}", "{\"value\": [1]}"}) {
            assertEquals(
                    FileKind.JSON,
                    assertThrows(NoTableException.class, () -> grid(text))
                            .probe()
                            .kind());
        }
    }

    @Test
    void aPcAxisFileBecomesALongTable() throws IOException {
        Grid grid = grid(PX.getBytes(Charset.forName("ISO-8859-15")));
        assertEquals(
                "1:k\u00F6n|\u00E5r|form|Value|Unit / 2:kvinnor|2014|alla|12|antal / 3:kvinnor|2015|alla|..|antal"
                        + " / 4:m\u00E4n|2014|alla|-|antal / 5:m\u00E4n|2015|alla|3.5|antal",
                cells(grid));
        assertEquals(cells(grid), cells(grid("\uFEFF" + PX)));
    }

    @Test
    void unitsOfCategoriesComeBeforeTheUnitOfTheTable() throws IOException {
        String px = PX.replace("VALUES(\"form\")=\"alla\"", "VALUES(\"form\")=\"alla\";UNITS(\"alla\")=\"procent\"");
        assertEquals("procent", grid(px).sheets().get(0).text(2, 4));
    }

    @Test
    void aPcAxisFileThatContradictsItselfIsRefused() {
        assertEquals("MISSING_PART DATA", fault(PX.replace(" 3.5;", ";")));
        assertEquals("MISSING_PART DATA", fault(PX.substring(0, PX.indexOf("DATA"))));
        assertEquals("UNEXPECTED_PART 4", fault(PX.replace("3.5;", "3.5 4;")));
        assertEquals("UNEXPECTED_PART KEYS", fault(PX.replace("DATA=", "KEYS(\"form\")=VALUES;\nDATA=")));
        assertEquals("MISSING_PART VALUES(\"form\")", fault(PX.replace("VALUES(\"form\")", "VALUES(\"x\")")));
        assertEquals("BROKEN_QUOTE null", fault(PX.replace("\"-\" 3.5;", "\"-")));
        assertEquals("CELL_TOO_LONG null", fault(PX.replace("3.5;", "1".repeat(4_001) + ";")));
        assertEquals(
                "TOO_MANY_CELLS 500000",
                fault(PX.replace("\"2014\",\"2015\";\nTIME", "\"1\"" + ",\"1\"".repeat(300_000) + ";\nTIME")));
    }
}
