package org.tipstats.validate.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.row.ReceivedTable;
import org.tipstats.validate.rule.Given;

class CorrectedCsvTest {

    private static String corrected(Given given) {
        return given.validated((validation, file) -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ReceivedTable table = ReceivedTable.of(file, given.flow());
            assertTrue(CorrectedCsv.canWrite(table, validation.report()));
            CorrectedCsv.write(table, validation.findings(), out);
            String text = out.toString(StandardCharsets.UTF_8);
            assertTrue(text.startsWith("\uFEFF"), "spreadsheets recognise UTF-8 by the byte-order mark");
            return text.substring(1);
        });
    }

    @Test
    void aCellWithOneSuggestionIsCorrected() {
        assertEquals(
                Given.HEADER + "\nAUT,F,_T,_T,2016,1282000,\nAUT,M,_T,_T,2016,5,\n",
                corrected(Given.rows("AUT,W,_T,_T,2016,\"1,282,000\",", "AUT,M,_T,_T,2016,5,")));
    }

    @Test
    void rowsThatGrowByOneCellEachStayAsReceived() {
        StringBuilder text = new StringBuilder(Given.HEADER).append('\n');
        for (int more = 0; more < 1_000; more++) {
            text.append("AUT,F,_T,_T,2016,5,").append(",x".repeat(more)).append('\n');
        }
        assertEquals(text.toString(), corrected(Given.file(text.toString())));
    }

    @Test
    void figuresOfAnotherDataflowDoNotBecomeFiguresOfThisOne() {
        String persons = "DATAFLOW," + Given.HEADER + "\nTIPSTATS:PERSONS(1.0.0),AUT,F,_T,_T,2016,5,\n";
        assertEquals(persons, corrected(Given.file(persons)));
    }
}
