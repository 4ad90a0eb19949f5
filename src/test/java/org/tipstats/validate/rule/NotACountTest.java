package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NotACountTest {

    private static List<String> value(String cell) {
        return Given.value("\"" + cell + "\",").found();
    }

    private static void refused(String cell, String suggestions) {
        assertEquals(List.of("not-a-count 2 OBS_VALUE \"" + cell + "\" " + suggestions), value(cell), cell);
    }

    @Test
    void wholeNumbersAreCounts() {
        for (String cell : List.of("0", "12", "999999999999999")) {
            assertEquals(List.of(), value(cell), cell);
        }
    }

    @Test
    void aSeparatorForThousandsIsNotRead() {
        refused("1,282", "[1282]");
        refused("1 282", "[1282]");
        refused("1\u00A0282", "[1282]");
        refused("1'282", "[1282]");
        refused("1.282.000", "[1282000]");
        refused("1,000", "[1000]");
        refused("1,282.00", "[1282]");
    }

    /** The contract: a thousands separator or anything else is not a count, with the guess as a suggestion. */
    @Test
    void numbersInOtherScriptsHaveTheSameGuesses() {
        refused("١٬٢٨٢", "[1282]");
        refused("١٬٢٨٢٬٠٠٠", "[1282000]");
        refused("１，２８２", "[1282]");
        refused("१,२८२", "[1282]");
        refused("١٫٢٨٢", "[]");
        refused("١٢٫٥", "[]");
        refused("٫5", "[]");
        refused("-٥", "[5]");
        assertEquals(
                "\"١٬٢٨٢\" has a separator for thousands.",
                Given.value("١٬٢٨٢,").says().get(0));
    }

    @Test
    void aPointBeforeThreeDigitsMayBeThatOfARate() {
        refused("1.282", "[1282]");
        assertEquals(
                List.of(
                        "\"1.282\" may be 1282 with a separator for thousands, or a number with decimals such as a rate.",
                        "If it is a rate, give the count it was computed from. If it is a count, write 1282."),
                Given.value("1.282,").says());
    }

    @Test
    void aCommaBeforeThreeDigitsMayBeThatOfARate() {
        refused("12,000", "[12000]");
        assertEquals(
                List.of(
                        "\"12,000\" may be 12000 with a separator for thousands, or a number with decimals such as a rate.",
                        "If it is a rate, give the count it was computed from. If it is a count, write 12000."),
                Given.value("\"12,000\",").says());
    }

    @Test
    void decimalsTellWhichMarkIsForThousands() {
        refused("1.000,0", "[1000]");
        refused("1,000.0", "[1000]");
        refused("1.282,00", "[1282]");
        refused("1.000,5", "[]");
        assertEquals("Write 1000.", Given.value("\"1.000,0\",").says().get(1));
    }

    @Test
    void aMaskedCountIsExplained() {
        refused("<5", "[]");
        refused("\u22645", "[]");
        assertEquals(
                List.of(
                        "\"<5\" shows only that the count is small.",
                        "Write the count. If it must not be shown, leave the cell empty and set OBS_STATUS to Q and"
                                + " CONF_STATUS to A."),
                Given.value("<5,").says());
    }

    @Test
    void fractionsAndSharesHaveNoGuess() {
        refused("12.5", "[]");
        refused("0,123", "[]");
        refused("1.06", "[]");
        refused("5%", "[]");
    }

    @Test
    void aMinusSignIsLeftOutOfTheGuess() {
        refused("-5", "[5]");
        refused("\u2212 5", "[5]");
    }

    @Test
    void wordsForMissingHaveNoGuess() {
        for (String cell : List.of("-", "..", "n/a", "N/A", "NULL", ":", "x")) {
            refused(cell, "[]");
        }
    }

    @Test
    void theOnlyNumberInATextIsTheGuess() {
        refused("12 victims", "[12]");
        refused("12*", "[12]");
        refused("~12", "[12]");
        refused("3 and 1", "[]");
        refused("many", "[]");
    }

    /** A letter read as a digit is a guess, and the sentence says so. */
    @Test
    void aLetterAmongDigitsIsReadAsTheDigitThatItLooksLike() {
        refused("2O", "[20]");
        refused("l2", "[12]");
        refused("1\u043E|", "[101]");
        refused("12x", "[12]");
        refused("Ol", "[]");
        assertEquals(
                List.of(
                        "\"2O\" has letters among its digits.",
                        "20 is our guess. Check it, and write the count with digits only."),
                Given.value("2O,").says());
    }

    @Test
    void aNumberAsASpreadsheetShortensItIsTheGuess() {
        refused("1.2E+03", "[1200]");
        refused("1.23E+1", "[]");
    }

    @Test
    void moreThanFifteenDigitsAreNoCount() {
        refused("1000000000000000", "[]");
    }

    @Test
    void aRowThatWithdrawsNeedsNoCount() {
        assertEquals(
                List.of(),
                Given.file("ACTION," + Given.HEADER + "\nD,AUT,F,_T,_T,2016,x,\n")
                        .found());
    }

    @Test
    void aFractionMayBeLeftOut() {
        assertEquals(
                "If it is a rate or a share, give the count it was computed from. If the count is not known, leave the cell"
                        + " empty and say why in OBS_STATUS (L, O, M, Q, J).",
                Given.value("1.5,").says().get(1));
    }
}
