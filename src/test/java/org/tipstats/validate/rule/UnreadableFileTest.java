package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Sentences;
import org.tipstats.validate.row.FileContext;
import org.tipstats.validate.table.RuleSettings;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.SampleStructures;

class UnreadableFileTest {

    private static final String ROW = "AUT,F,_T,_T,2016,12,\n";

    @Test
    void aQuotationMarkThatIsNotClosedIsOneFindingWhereItStarts() {
        Given file = Given.file(Given.HEADER + "\n" + ROW + "AUT,M,_T,_T,2016,\"5,\n" + ROW.repeat(50));
        assertEquals(List.of("unreadable-file 3 - - []"), file.found());
        assertEquals(
                List.of(
                        "In the row that starts on line 3, a quotation mark is not closed, or text follows a closed one.",
                        "Close the quotation mark on line 3, or write a quotation mark inside a text twice (\"\")."),
                file.says());
    }

    @Test
    void whatWasFoundBeforeIsReportedToo() {
        Given file = Given.file(Given.HEADER + "\nAUT,W,_T,_T,2016,12,\nAUT,M,_T,_T,2016,\"5\"5,\n");
        assertEquals(List.of("unknown-code 2 SEX \"W\" [F]", "unreadable-file 3 - - []"), file.found());
    }

    @Test
    void rowsInQuotationMarksAreFound() {
        Given file = Given.file(Given.HEADER + "\nAUT,F,_T,_T,2016,12,\"\n" + ROW.repeat(3) + "\"\n");
        assertEquals(List.of("unreadable-file 2 - - []"), file.found());
        assertTrue(file.says().get(0).endsWith("pulls the following rows into one cell."));
    }

    @Test
    void cellsAndHeadersHaveALimit() {
        String long1 = Given.HEADER + ",COMMENT\nAUT,F,_T,_T,2016,12,," + "x".repeat(4_001) + "\n";
        assertEquals(List.of("unreadable-file 2 - - []"), Given.file(long1).found());
        assertTrue(Given.file(long1).says().get(0).contains("more than 4,000 characters"));
        String wide = Given.HEADER + ",x".repeat(200) + "\n";
        assertEquals(List.of("unreadable-file 1 - - []"), Given.file(wide).found());
        assertTrue(Given.file(wide).says().get(0).contains("more than 200 columns"));
    }

    @Test
    void everyFaultOfAFileHasASentenceInEveryLanguage() {
        DataStructure structure = SampleStructures.victims();
        for (Reason reason : Reason.values()) {
            List<Finding> found = new ArrayList<>();
            FileContext context = new FileContext(
                    new RuleSettings(Given.SCHEMAS.dataflow("VICTIMS").orElseThrow()), found::add);
            new UnreadableFile().report(new MalformedFileException(reason, 7, "500000"), context);
            for (String language : List.of("en", "fr", "es", "ru", "ar", "zh")) {
                Sentences sentences = new Sentences(RuleTexts.in(language), structure);
                assertFalse(sentences.message(found.get(0)).isBlank(), reason + " " + language);
                assertFalse(sentences.fix(found.get(0)).isBlank(), reason + " " + language);
            }
            if (reason == Reason.TOO_MANY_CELLS) {
                assertEquals(
                        "The file has more than 500,000 cells with text.",
                        new Sentences(RuleTexts.in("en"), structure).message(found.get(0)));
            }
        }
    }

    /** A damaged workbook has no line, as the row of its fault is not known. */
    @Test
    void aFaultOfTheWholeFileHasNoLine() {
        List<Finding> found = new ArrayList<>();
        FileContext context = new FileContext(
                new RuleSettings(Given.SCHEMAS.dataflow("VICTIMS").orElseThrow()), found::add);
        new UnreadableFile().report(new MalformedFileException(Reason.BROKEN_WORKBOOK, 0), context);
        assertNull(found.get(0).line());
    }

    @Test
    void rulesOfLaterStagesHaveNotPassed() {
        List<String> passed =
                Given.file(Given.HEADER + "\nAUT,M,_T,_T,2016,\"5,\n").report().passed();
        assertTrue(passed.containsAll(List.of("wrong-file-type", "unknown-column", "duplicate-column")));
        assertFalse(passed.contains("unknown-code") || passed.contains("duplicate-key"));
    }
}
