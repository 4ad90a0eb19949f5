package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.findings.Finding;

class DamagedTextTest {

    private static final String HEADER = Given.HEADER + ",COMMENT\n";
    private static final String ROW = "AUT,F,_T,_T,2016,12,,";

    private static Given encoded(String text, Charset charset) {
        return Given.bytes(text.getBytes(charset));
    }

    @Test
    void anEncodingThatIsNotSureIsOneFindingThatNamesCandidates() {
        Given file = encoded(
                HEADER + ROW + "ok\n" + "AUT,M,_T,_T,2016,12,,p\u00E8re\n".repeat(9), Charset.forName("windows-1252"));
        assertEquals(List.of("damaged-text 3 - - " + file.findings().get(0).suggestions()), file.found());
        assertTrue(file.findings().get(0).suggestions().containsAll(List.of("windows-1252", "windows-1250")));
        assertTrue(file.says().get(0).startsWith("From line 3 on the text is not UTF-8. It may be windows-1252, "));
    }

    @Test
    void textOfTwoEncodingsIsSaidToBe() {
        byte[] whole = (HEADER + ROW + "d\u00E9tect\u00E9es\n" + ROW + "?\n").getBytes(StandardCharsets.UTF_8);
        whole[whole.length - 2] = (byte) 0xE9;
        Given file = Given.bytes(whole);
        assertEquals("damaged-text 3 - - ", file.found().get(0).substring(0, 19));
        assertEquals(
                "The text is partly UTF-8 and partly in another encoding, first on line 3.",
                file.says().get(0));
    }

    @Test
    void textInUtf16IsRead() {
        assertEquals(
                List.of(),
                encoded("\uFEFF" + HEADER + ROW + "d\u00E9j\u00E0\n", StandardCharsets.UTF_16LE)
                        .found());
        assertEquals(
                List.of(),
                encoded("\uFEFF" + HEADER + ROW + "d\u00E9j\u00E0\n", StandardCharsets.UTF_16BE)
                        .found());
    }

    @Test
    void lostCharactersAreOneFindingWithAllTheirLines() {
        Given file = Given.file(HEADER + ROW + "su pa\uFFFDs\nFRA,F,_T,_T,2016,12,,\uFFFD\n");
        assertEquals(List.of("damaged-text 2 COMMENT \"su pa\uFFFDs\" []"), file.found());
        assertEquals(
                List.of(new Finding.Related(3, "\uFFFD")),
                file.findings().get(0).related());
        assertEquals(
                "2 cells contain the sign \uFFFD, where a character was lost. The first one is on line 2.",
                file.says().get(0));
    }

    @Test
    void textThatWasReadInTheWrongEncodingIsFound() {
        Given file = Given.file(HEADER + ROW + "T\u00C3\u00BCrkiye\n");
        assertEquals(List.of("damaged-text 2 COMMENT \"T\u00C3\u00BCrkiye\" []"), file.found());
        assertTrue(file.says().get(0).startsWith("One cell contains letters that were garbled"));
    }

    @Test
    void aDamagedCodeIsNotAnUnknownCodeBesides() {
        assertEquals(
                List.of("damaged-text 2 REF_AREA \"C\uFFFDte d'Ivoire\" []"),
                Given.rows("C\uFFFDte d'Ivoire,F,_T,_T,2016,12,").found());
    }

    @Test
    void soundTextInAnyScriptIsLeftAlone() {
        assertEquals(
                List.of(),
                Given.file(HEADER + ROW + "Гуманитарная помощь 支持 مساعدة S\u00C3O \u00ABIRM\u00C3\u00BB\n")
                        .found());
    }

    @Test
    void aCharacterWithTheCodeZeroIsFound() {
        Given file = Given.file(HEADER + ROW + "a long comment about nothing\nAUT,M,_T,_T,2016,1\u00002,,\n");
        assertEquals(List.of("damaged-text 3 - - []"), file.found());
        assertEquals(
                "Line 3 contains a character with the code 0, which is not allowed in text.",
                file.says().get(0));
    }
}
