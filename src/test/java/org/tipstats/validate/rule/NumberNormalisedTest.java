package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumberNormalisedTest {

    private static void read(String cell, String count) {
        assertEquals(
                List.of("number-normalised 2 OBS_VALUE \"" + cell + "\" [" + count + "]"),
                Given.value("\"" + cell + "\",").found());
    }

    @Test
    void whatCanMeanOneCountOnlyIsReadAndTold() {
        read(" 12 ", "12");
        read("\u00A012", "12");
        read("12\u202F", "12");
        read("+5", "5");
        read("007", "7");
        read("00", "0");
        read("12.0", "12");
        read("12,00", "12");
        read("303.0", "303");
        read("0.0", "0");
        read("\u0661\u0662", "12");
        read("\uFF11\uFF12", "12");
        read("\u0661\u0662\u066B\u0660", "12");
        read("\u0661\u0662.\u0660", "12");
        read("\uFF11\uFF12\uFF0E\uFF10", "12");
    }

    @Test
    void plainDigitsNeedNoWord() {
        for (String cell : List.of("0", "5", "10", "999999999999999")) {
            assertEquals(List.of(), Given.value(cell + ",").found(), cell);
        }
    }

    @Test
    void aDecimalCommaIsReadWhereTheCommaDoesNotSeparate() {
        assertEquals(
                List.of("number-normalised 2 OBS_VALUE \"12,0\" [12]"),
                Given.file(Given.HEADER.replace(',', ';') + "\nAUT;F;_T;_T;2016;12,0;\n")
                        .found());
    }

    @Test
    void anApostropheBeforeASignIsShownAsReceived() {
        assertEquals(
                List.of("number-normalised 2 OBS_VALUE \"'+5\" [5]"),
                Given.value("'+5,").found());
    }

    @Test
    void aCellOfBlanksIsEmpty() {
        assertEquals(List.of(), Given.value("  ,O").found());
    }

    @Test
    void theSentenceHasBothValues() {
        assertEquals(
                List.of("\"007\" was read as 7.", "No action needed if 7 is correct."),
                Given.value("007,").says());
    }
}
