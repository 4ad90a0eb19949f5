package org.tipstats.files.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tipstats.vocabulary.names.ColumnLetters;

class CellFormatTest {

    @Test
    void codesTellWhatANumberIs() {
        for (String code : new String[] {
            "yyyy-mm-dd",
            "d/m/yy",
            "[$-409]mmmm\\ d\\,\\ yyyy;@",
            "hh:mm:ss.000",
            "h:mm AM/PM",
            "TT.MM.JJJJ".replace('J', 'Y').replace('T', 'D')
        }) {
            assertEquals(CellFormat.DATE, CellFormat.of(code), code);
        }
        for (String code : new String[] {
            "General",
            "0",
            "#,##0",
            "@",
            "0.00E+00",
            "#,##0\\ \"days\"",
            "[Red]-0;0",
            "\"hours\"",
            "#,##0.00_);(#,##0.00)",
            "[<5]\"<5\";0",
            "0\" %\"",
            "",
            "Standard",
            "# ?/?"
        }) {
            assertEquals(CellFormat.NUMBER, CellFormat.of(code), code);
        }
        assertEquals(CellFormat.PERCENT, CellFormat.of("0.0%"));
        assertEquals(CellFormat.DURATION, CellFormat.of("[h]:mm:ss"));
        assertEquals(CellFormat.YEAR, CellFormat.of("yyyy"));
        assertEquals(CellFormat.YEAR, CellFormat.of("yyyy;@"));
        assertEquals(CellFormat.DATE, CellFormat.builtIn(22));
        assertEquals(CellFormat.PERCENT, CellFormat.builtIn(10));
        assertEquals(CellFormat.NUMBER, CellFormat.builtIn(4));
    }

    /** Checks serial numbers against the dates that Excel shows. */
    @Test
    void daysAreThoseOfExcel() {
        assertEquals("1900-01-01", CellFormat.DATE.text("1", false));
        assertEquals("1900-02-28", CellFormat.DATE.text("59", false));
        assertEquals("2019", CellFormat.YEAR.text("43466", false));
        assertEquals("1900-02-29", CellFormat.DATE.text("60", false));
        assertEquals("1900-03-01", CellFormat.DATE.text("61", false));
        assertEquals("1970-01-01", CellFormat.DATE.text("25569", false));
        assertEquals("9999-12-31", CellFormat.DATE.text("2958465", false));
        assertEquals("2958466", CellFormat.DATE.text("2958466", false));
        assertEquals("-1", CellFormat.DATE.text("-1", false));
        assertEquals("1904-01-01", CellFormat.DATE.text("0", true));
        assertEquals("2000-01-01T06:30:00", CellFormat.DATE.text("36526.270833333336", false));
        assertEquals("2000-01-02", CellFormat.DATE.text("36526.9999999", false));
        assertEquals("00:00:00", CellFormat.DATE.text("0", false));
    }

    @Test
    void aShareThatLooksLikeACountKeepsItsSign() {
        assertEquals("100%", CellFormat.PERCENT.text("1", false));
        assertEquals("0%", CellFormat.PERCENT.text("0", false));
        assertEquals("1200%", CellFormat.PERCENT.text("12.0", false));
        assertEquals("0.125", CellFormat.PERCENT.text("0.125", false));
    }

    @Test
    void charactersThatXmlCannotHoldAreTranslatedBothWays() {
        for (String text :
                new String[] {"a\r\nb", "_x000D_", "_x000d_", "\u0001", "__x0041_", "_x", "\uD83D\uDE00", "\uFFFE"}) {
            assertEquals(text, XlsxText.decode(XlsxText.encode(text)));
        }
        assertEquals("_x005F_x000D_", XlsxText.encode("_x000D_"));
        assertEquals("a_x000D_\nb", XlsxText.encode("a\r\nb"));
        assertEquals("\uFFFDx", XlsxText.encode("\uD83Dx"));
        assertEquals("\uFFFD\uFFFD", XlsxText.decode("_x0000__xD83D_"));
    }

    @Test
    void columnsHaveTheirLetters() {
        assertEquals("A", ColumnLetters.of(0));
        assertEquals("Z", ColumnLetters.of(25));
        assertEquals("AA", ColumnLetters.of(26));
        assertEquals("XFD", ColumnLetters.of(16_383));
    }
}
