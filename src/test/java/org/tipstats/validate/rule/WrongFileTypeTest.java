package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.findings.ValidationReport;

class WrongFileTypeTest {

    @Test
    void aFileThatIsNoTextIsOneFinding() {
        Given pdf = Given.bytes("%PDF-1.7\n\u0000\u0001binary".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(List.of("wrong-file-type - - - []"), pdf.found());
        assertEquals(
                List.of(
                        "The file is a PDF document, not a table that can be read.",
                        "Figures cannot be taken from a PDF. Send the spreadsheet that it was made from, or put the figures into"
                                + " the template."),
                pdf.says());
    }

    @Test
    void markupIsNoTable() {
        assertEquals(
                List.of("wrong-file-type - - - []"),
                Given.file("<html><table><tr><td>AUT").found());
        assertEquals(
                List.of("wrong-file-type - - - []"),
                Given.file("{\"REF_AREA\": \"AUT\"}").found());
        assertEquals(
                List.of("wrong-file-type - - - []"),
                Given.file("<?xml version=\"1.0\"?><a/>").found());
    }

    @Test
    void theReportNamesTheKindAndNoDialect() {
        ValidationReport.FileInfo file =
                Given.file("{\"REF_AREA\": \"AUT\"}").report().file();
        assertEquals("json", file.format());
        assertNull(file.delimiter());
        assertNull(file.encoding());
        assertEquals(0, file.rows());
        assertEquals(List.of(), Given.file("{\"REF_AREA\": \"AUT\"}").report().passed());
    }
}
