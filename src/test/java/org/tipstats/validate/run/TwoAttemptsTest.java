package org.tipstats.validate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Submits the commonest mistakes, corrects them only as the report says, and submits them again. */
class TwoAttemptsTest {

    private static final String HEADER = "REF_AREA|SEX|AGE|EXPLOITATION|TIME_PERIOD|OBS_VALUE|OBS_STATUS|COMMENT";
    private static final String FEMALE = "AUT|F|_T|_T|2016|1282||";
    private static final String MALE = "AUT|M|_T|_T|2016|12||";
    private static final String BOTH = "AUT|_T|_T|_T|2016|1294||";

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Function<List<List<String>>, byte[]> PLAIN = CorrectingAuthor.csv(",", StandardCharsets.UTF_8);
    private static final Function<List<List<String>>, byte[]> EXCEL = CorrectingAuthor.csv(";", WESTERN);

    /**
     * Checks the findings of the first file, and that the last attempt is valid. One attempt means that the first file
     * is already read as meant.
     */
    private static void assertCorrected(int attempts, CorrectingAuthor spreadsheet, String... found) {
        assertEquals(List.of(found), spreadsheet.upload().found());
        assertEquals(attempts, spreadsheet.attempts(2));
        assertTrue(spreadsheet.upload().report().valid());
    }

    @Test
    void semicolonsOfExcelAreReadAsMeant() {
        assertCorrected(1, new CorrectingAuthor(EXCEL, HEADER, FEMALE, MALE, BOTH));
    }

    @Test
    void zeroDecimalsBehindACommaAreReadAndTold() {
        assertCorrected(
                1,
                new CorrectingAuthor(EXCEL, HEADER, FEMALE, "AUT|M|_T|_T|2016|12,0||", BOTH),
                "number-normalised 3 OBS_VALUE \"12,0\" [12]");
    }

    @Test
    void aFractionIsLeftOutWhereItsCountIsNotKnown() {
        CorrectingAuthor spreadsheet = new CorrectingAuthor(EXCEL, HEADER, FEMALE, "AUT|M|_T|_T|2016|1,5||", BOTH);
        assertCorrected(2, spreadsheet, "not-a-count 3 OBS_VALUE \"1,5\" []");
    }

    @Test
    void theEncodingOfExcelIsReadAndTold() {
        CorrectingAuthor spreadsheet = new CorrectingAuthor(
                EXCEL, HEADER, FEMALE, MALE, BOTH.replaceFirst("\\|$", "|Données du ministère, à vérifier"));
        assertCorrected(1, spreadsheet, "encoding-assumed - - - []");
    }

    @Test
    void anEncodingThatIsNotSureIsSavedAnew() {
        Function<List<List<String>>, byte[]> baltic = CorrectingAuthor.csv(";", Charset.forName("windows-1257"));
        CorrectingAuthor spreadsheet = new CorrectingAuthor(baltic, HEADER, FEMALE, MALE, BOTH + "ž");
        assertEquals(1, spreadsheet.upload().found("damaged-text").size());
        assertEquals(2, spreadsheet.attempts(2));
    }

    @Test
    void aWorkbookUnderTheNameOfATextIsRead() {
        assertCorrected(1, new CorrectingAuthor(CorrectingAuthor::xlsx, HEADER, FEMALE, MALE, BOTH));
    }

    @Test
    void anOldWorkbookAndADocumentAreSavedAsText() {
        byte[] old = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1, 0, 0};
        byte[] pdf = "%PDF-1.7\n1 0 obj\n".getBytes(StandardCharsets.US_ASCII);
        for (byte[] kind : List.of(old, pdf)) {
            assertCorrected(
                    2, new CorrectingAuthor(rows -> kind, HEADER, FEMALE, MALE, BOTH), "wrong-file-type - - - []");
        }
    }

    @Test
    void aTitleAboveTheHeaderIsSkippedAndTold() {
        CorrectingAuthor spreadsheet =
                new CorrectingAuthor(EXCEL, "Austria", "Victims 2016|||||||", HEADER, FEMALE, MALE, BOTH);
        assertCorrected(1, spreadsheet, "layout-assumed 1 - - []");
    }

    @Test
    void aTotalInAColumnOfCodesGetsItsCode() {
        CorrectingAuthor spreadsheet = new CorrectingAuthor(PLAIN, HEADER, FEMALE, MALE, "AUT|Total|_T|_T|2016|1294||");
        assertCorrected(2, spreadsheet, "unknown-code 4 SEX \"Total\" [_T]");
    }

    @Test
    void totalsBelowTheTableAreTakenOut() {
        for (String total : List.of("Grand total|||||1294||", "Total|_T|_T|_T|2016|1294||", "Всего|||||1294||")) {
            String label = total.substring(0, total.indexOf('|'));
            assertCorrected(
                    2,
                    new CorrectingAuthor(PLAIN, HEADER, FEMALE, MALE, BOTH, total),
                    "unknown-code 5 REF_AREA \"" + label + "\" []");
        }
        assertCorrected(
                2, new CorrectingAuthor(PLAIN, HEADER, FEMALE, MALE, BOTH, "Grand total|1294"), "ragged-row 5 - - []");
        assertCorrected(
                2,
                new CorrectingAuthor(PLAIN, HEADER, FEMALE, MALE, BOTH, "Grand total|1294", "Source: police"),
                "ragged-row 5 - - []");
    }

    @Test
    void aCountryGetsItsCode() {
        for (String name : List.of("Austria", "Autriche", "Österreich", "Австрия", "AT")) {
            assertCorrected(
                    2,
                    new CorrectingAuthor(PLAIN, HEADER, FEMALE, MALE, BOTH.replace("AUT", name)),
                    "unknown-code 4 REF_AREA \"" + name + "\" [AUT]");
        }
    }

    @Test
    void aMissingColumnIsAddedAndFilledIn() {
        CorrectingAuthor spreadsheet = new CorrectingAuthor(
                PLAIN,
                "REF_AREA|SEX|AGE|TIME_PERIOD|OBS_VALUE",
                "AUT|F|_T|2016|1282",
                "AUT|M|_T|2016|12",
                "AUT|_T|_T|2016|1294");
        assertCorrected(2, spreadsheet, "missing-column 1 EXPLOITATION - [_T]");
    }

    @Test
    void theSecondOfTwoEqualRowsIsTakenOut() {
        assertCorrected(
                2,
                new CorrectingAuthor(PLAIN, HEADER, FEMALE, MALE, BOTH, MALE),
                "duplicate-key 5 OBS_VALUE \"12\" []");
    }

    @Test
    void aSeparatorForThousandsIsTakenOut() {
        for (String grouped : List.of("1,282", "1.282", "1 282", "1\u00A0282", "1'282")) {
            assertCorrected(
                    2,
                    new CorrectingAuthor(PLAIN, HEADER, FEMALE.replace("1282", grouped), MALE, BOTH),
                    "not-a-count 2 OBS_VALUE \"" + grouped + "\" [1282]");
        }
    }
}
