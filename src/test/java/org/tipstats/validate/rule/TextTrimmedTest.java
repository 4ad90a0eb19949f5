package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTrimmedTest {

    @Test
    void eachTextThatHadBlanksAroundItIsTold() {
        assertEquals(
                List.of(
                        "text-trimmed 2 REF_AREA \"AUT \" [AUT]",
                        "text-trimmed 2 SEX \"\u00A0F\" [F]",
                        "text-trimmed 2 TIME_PERIOD \" 2016\" [2016]",
                        "text-trimmed 2 OBS_STATUS \" P \" [P]"),
                Given.rows("AUT ,\u00A0F,_T,_T, 2016,12, P ", "AUT,M,_T,_T,2016,5,")
                        .found("text-trimmed"));
    }

    @Test
    void commentsToo() {
        assertEquals(
                List.of("text-trimmed 2 COMMENT \" late \" [late]"),
                Given.file(Given.HEADER + ",COMMENT\nAUT,F,_T,_T,2016,12,, late \n")
                        .found());
    }

    @Test
    void cellsOfBlanksAreEmptyCells() {
        assertEquals(List.of(), Given.rows("AUT,F,_T,_T,2016,12, ").found());
    }

    @Test
    void aTextThatIsNoCodeIsToldOnceAsSuch() {
        assertEquals(
                List.of("unknown-code 2 SEX \" W\" [F]"),
                Given.rows("AUT, W,_T,_T,2016,12,").found());
    }

    @Test
    void theApostropheBeforeAFormulaIsToldButInAFileWithAReport() {
        String file = Given.HEADER + ",COMMENT\nAUT,F,_T,_T,2016,12,,'=1+1\n";
        assertEquals(
                List.of("text-trimmed 2 COMMENT \"'=1+1\" [=1+1]"),
                Given.file(file).found());
        assertEquals(
                "\"'=1+1\" was read as \"=1+1\", without the apostrophe that makes a spreadsheet show it as text.",
                Given.file(file).says().get(0));
        assertEquals(
                List.of(),
                Given.file(file.replace("COMMENT\n", "COMMENT,_messages\n").replace("+1\n", "+1,x\n"))
                        .found());
    }

    @Test
    void theSentenceHasBothTexts() {
        assertEquals(
                List.of("\"F \" was read as \"F\", without the blanks around it.", "No action needed."),
                Given.rows("AUT,F ,_T,_T,2016,12,").says());
    }
}
