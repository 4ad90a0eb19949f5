package org.tipstats.validate.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.row.ReceivedTable;
import org.tipstats.validate.rule.Given;
import org.tipstats.validate.run.Validation;

class AnnotatedCsvTest {

    private static String annotated(Given given) {
        return given.validated((validation, file) -> annotated(given, validation, file));
    }

    private static String annotated(Given given, Validation validation, Path file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new AnnotatedCsv(given.flow(), "en")
                .write(ReceivedTable.of(file, given.flow()), validation.report(), validation.findings(), out);
        String text = out.toString(StandardCharsets.UTF_8);
        assertTrue(text.startsWith("\uFEFF"), "spreadsheets recognise UTF-8 by the byte-order mark");
        return text.substring(1);
    }

    @Test
    void everyRowHasItsLineAndWhatIsSaidAboutIt() {
        assertEquals(
                """
                REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE,OBS_STATUS,_line,_severity,_messages
                AUT,W,_T,_T,2016,"1,282,000",,2,error,"""
                        + "\"\"\"W\"\" is not a code of SEX. Use F (Female). | \"\"1,282,000\"\" has a separator for"
                        + " thousands. Write 1282000.\"\n"
                        + "AUT,M,_T,_T,2016,5,,4,,\n",
                annotated(Given.rows("AUT,W,_T,_T,2016,\"1,282,000\",", "", "AUT,M,_T,_T,2016,5,")));
    }

    @Test
    void separatorAndLineEndsAreTheFilesOwn() {
        String text = "REF_AREA;SEX;AGE;EXPLOITATION;TIME_PERIOD;OBS_VALUE\r\nAUT;F;_T;_T;2016;12\r\n";
        assertEquals(
                "REF_AREA;SEX;AGE;EXPLOITATION;TIME_PERIOD;OBS_VALUE;_line;_severity;_messages\r\n"
                        + "AUT;F;_T;_T;2016;12;2;;\r\n",
                annotated(Given.file("\uFEFF" + text)));
        assertEquals(
                annotated(Given.file(text)),
                annotated(Given.bytes(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))));
    }

    @Test
    void aSeparatorThatIsFoundOnlyByItsLineBecomesAComma() {
        Given given = Given.file("sep=^\n" + Given.HEADER.replace(',', '^') + "\nAUT^F^_T^_T^2016^12^\n");
        assertEquals(List.of("layout-assumed 1 - - []"), given.found());
        assertEquals(
                Given.HEADER
                        + ",_line,_severity,_messages\n,,,,,,,2,information,\"Line 1 was read as setting \"\"^\"\""
                        + " as the separator of the cells. No action needed if this is correct.\"\n"
                        + "AUT,F,_T,_T,2016,12,,3,,\n",
                annotated(given));
    }

    @Test
    void whatStandsBeforeTheHeaderIsLeftOutAndLinesStayThoseOfTheFile() {
        Given given = Given.bytes(("Titre: données révisées\r\n\r\n" + Given.HEADER.replace(',', ';')
                        + ";COMMENT\r\nAUT;W;_T;_T;2016;12;;détectées\r\n")
                .getBytes(Charset.forName("windows-1252")));
        String text = annotated(given);
        String[] lines = text.split("\r\n");
        assertEquals(Given.HEADER.replace(',', ';') + ";COMMENT;_line;_severity;_messages", lines[0]);
        assertTrue(lines[1].startsWith(";;;;;;;;3;information;"), lines[1]);
        assertTrue(lines[2].startsWith("AUT;W;_T;_T;2016;12;;détectées;4;error;"), lines[2]);
        Given corrected = Given.file(text.replace(";W;", ";F;"));
        assertEquals(List.of(), corrected.found());
        assertEquals(1, corrected.report().file().rows());
    }

    @Test
    void whatConcernsTheHeaderStandsInARowOfItsOwn() {
        assertEquals(
                "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,_line,_severity,_messages\n"
                        + ",,,,,1,error,\"The file has no column OBS_VALUE. Add the column OBS_VALUE, and fill it in for"
                        + " every row.\"\n"
                        + "AUT,F,_T,_T,2016,2,,\n",
                annotated(Given.file("REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD\nAUT,F,_T,_T,2016\n")));
    }

    @Test
    void sendingItBackUnmendedFindsTheSame() {
        for (Given given : List.of(
                Given.rows("AUT,W,_T,_T,2016,x,", "AUT,M,_T,_T,2016,5,O", "FRA,F,_T"),
                Given.rows("AUT,F,_T,_T,2016,5,,surplus", "AUT,M,_T,_T,2016,5,"),
                Given.file("REF_AREA;SEX;SEX;Budget\nAUT;W;x;y\n"))) {
            List<String> first =
                    given.found().stream().map(AnnotatedCsvTest::withoutLine).toList();
            List<String> second = Given.file(annotated(given)).found().stream()
                    .map(AnnotatedCsvTest::withoutLine)
                    .toList();
            assertTrue(
                    second.containsAll(first.stream()
                            .filter(line -> !line.startsWith("ragged"))
                            .toList()),
                    () -> first + " " + second);
        }
    }

    private static String withoutLine(String found) {
        return found.replaceFirst(" [0-9]+ ", " ");
    }

    @Test
    void sendingItBackCorrectedWorks() {
        String corrected = annotated(Given.rows("AUT,_T,_T,_T,2016,17,", "AUT,W,_T,_T,2016,12,", "AUT,M,_T,_T,2016,5,"))
                .replace(",W,", ",F,");
        assertEquals(List.of(), Given.file(corrected).found());
        String again = annotated(Given.file(corrected));
        assertFalse(again.contains("not a code"));
        assertEquals(1, again.split("_messages", -1).length - 1);
    }

    @Test
    void emptyCellsAfterTheLastColumnAreNoColumns() {
        Given given = Given.file(Given.HEADER + ",,,\nAUT,W,_T,_T,2016,12,,,,\nAUT,M,_T,_T,2016,5,,,,\n");
        Given again = Given.file(annotated(given));
        assertEquals(
                given.found().stream().map(AnnotatedCsvTest::withoutLine).toList(),
                again.found().stream().map(AnnotatedCsvTest::withoutLine).toList());
    }

    @Test
    void aRowThatIsTooLongStaysSo() {
        Given given = Given.rows("AUT,F,_T,_T,2016,5,,surplus", "AUT,M,_T,_T,2016,5,");
        assertEquals(
                List.of("ragged-row 2 - - []"), Given.file(annotated(given)).found());
    }

    @Test
    void rowsThatGrowByOneCellEachKeepTheirCells() {
        StringBuilder text = new StringBuilder(Given.HEADER).append('\n');
        for (int more = 0; more < 1_000; more++) {
            text.append("AUT,F,_T,_T,2016,5,").append(",x".repeat(more)).append('\n');
        }
        String[] lines = annotated(Given.file(text.toString())).split("\n");
        assertEquals(1_001, lines.length);
        for (int more = 0; more < 1_000; more++) {
            String line = lines[more + 1];
            assertTrue(line.startsWith("AUT,F,_T,_T,2016,5,," + (more + 2) + ","), line);
            String surplus = ",x".repeat(more);
            assertTrue(line.endsWith(surplus) && !line.endsWith(",x" + surplus), line);
        }
    }

    @Test
    void aFaultOfTheHeaderIsNoRowWhenItComesBack() {
        Given given = Given.file("Country,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nAUT,F,_T,_T,2016,12\n");
        String corrected = annotated(given).replaceFirst("Country", "REF_AREA");
        assertEquals(List.of(), Given.file(corrected).found());
        assertEquals(1, Given.file(corrected).report().file().rows());
    }

    @Test
    void textThatASpreadsheetWouldRunIsGuardedAndReadAgain() {
        Given given = Given.file(Given.HEADER + ",COMMENT\nAUT,F,_T,_T,2016,-5,,=cmd|' /C calc'!A0\n");
        String text = annotated(given);
        assertTrue(text.contains(",-5,"));
        assertTrue(text.contains("'=cmd|"));
        assertEquals(
                List.of("not-a-count 2 OBS_VALUE \"-5\" [5]"), Given.file(text).found());
    }

    @Test
    void whereTheValidationEndedBeforeABrokenRowTheLackOfTheRestIsSeen() {
        // Before, the validation ended at a first row that names another dataflow.
        Given given = Given.rows("AUT,F,_T,_T,2016,5,");
        String text = given.validated((validation, file) -> {
            Files.writeString(file, "\"A\"UT\n", StandardOpenOption.APPEND);
            return annotated(given, validation, file);
        });
        assertTrue(text.endsWith("\nAUT,F,_T,_T,2016,5,,2,,\n\u2026\n,,,,,,,3,,\n"), text);
    }

    @Test
    void aFileForAnotherDataflowThatBreaksIsNoTableToItsEnd() {
        Given given = Given.file("DATAFLOW," + Given.HEADER
                + "\nTIPSTATS:PERSONS(1.0.0),AUT,F,_T,_T,2016,5,\nTIPSTATS:PERSONS(1.0.0),\"A\"UT\n");
        assertEquals(List.of("unreadable-file 3 - - []"), given.found("unreadable-file"));
        assertFalse(annotated(given).contains("AUT"), annotated(given));
    }

    @Test
    void ofOtherFilesOnlyTheFindingsAreWritten() {
        assertEquals(
                "_line,_severity,_messages\n,error,The file is empty. Choose the file with the figures, or fill in the"
                        + " template.\n",
                annotated(Given.file("")).replace("\"", ""));
        String persons = annotated(Given.file("Surname,SEX\nsecret,F\n"));
        assertFalse(persons.contains("secret"));
        assertTrue(persons.startsWith("_line,_severity,_messages\n1,error,"));
    }

    @Test
    void aRowWithTooFewCellsStaysOne() {
        String short6 = Given.HEADER + "\nAUT,_T,_T,_T,2016,20,\nAUT,F,_T,_T,2016,5\nAUT,M,_T,_T,2016,15,\n";
        String annotated = annotated(Given.file(short6));
        assertTrue(annotated.contains("\nAUT,F,_T,_T,2016,5\n,,,,,,,3,error,"), annotated);
        assertEquals(List.of("ragged-row 3 - - []"), Given.file(annotated).found("ragged-row"));
    }

    @Test
    void ofAFileThatIsNoTableToItsEndOnlyTheFindingsAreWrittenSoThatNoPartIsTakenForTheWhole() {
        String broken = Given.HEADER + "\nAUT,_T,_T,_T,2016,20,\nAUT,F,_T,_T,2016,\"5,\nAUT,M,_T,_T,2016,15,\n";
        String annotated = annotated(Given.file(broken));
        assertFalse(annotated.contains("AUT"), annotated);
        assertTrue(annotated.contains(",error,"), annotated);
        assertFalse(Given.file(annotated).report().valid());
    }
}
