package org.tipstats.files.workbook;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.XmlEscapeHelper;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.names.ColumnLetters;

/**
 * Writes a sheet row by row, and each row from left to right. The caller must set the properties of the sheet before
 * the first row.
 */
public final class SheetWriter {

    /**
     * Largest number of comments on a sheet. Further comments are left out. Unlike rows, comments stay in memory until
     * the workbook is complete.
     */
    public static final int MAX_COMMENTS = 10_000;
    /** Largest number of characters in a cell. A longer text is cut. */
    public static final int MAX_TEXT = 32_767;

    private static final int ROWS_PER_FLUSH = 500;
    private static final int MAX_SHARED_CHARACTERS = 1 << 22;
    private static final int MIN_WIDTH = 8;
    private static final int MAX_TITLE = 32;
    private static final int MAX_MESSAGE = 255;

    private final Worksheet sheet;
    private int[] widths = new int[16];
    private int columns;
    private int maxColumnWidth = 60;
    private boolean filter;
    private int row = -1;
    private int column = -1;
    private int comments;
    private int shared;

    SheetWriter(Worksheet sheet) {
        this.sheet = sheet;
    }

    /** Keeps the first row visible when the user scrolls. */
    public void freezeHeader() {
        sheet.freezePane(0, 1);
    }

    /** Adds a filter on the columns of the first row. */
    public void filterByHeader() {
        filter = true;
    }

    /** Shows the sheet from right to left, for Arabic. */
    void rightToLeft() {
        sheet.rightToLeft();
    }

    /**
     * Sets the largest number of characters for which a column is widened. Each column is wide enough for its longest
     * text in the first rows, up to this number.
     */
    public void maxColumnWidth(int characters) {
        maxColumnWidth = characters;
    }

    /** Formats the column as text, so that spreadsheets treat later input in empty cells of the column as text. */
    public void textColumn(int index) {
        sheet.style(index).format("@").set();
    }

    /** Offers a list of choices in some rows of a column, and refuses any other input there. Rows count from 0. */
    public void dropDown(int index, int firstRow, int lastRow, DropDown list) {
        sheet.range(firstRow, index, lastRow, index)
                .validateWithListByFormula(XmlEscapeHelper.escape(list.reference()))
                .errorStyle(DataValidationErrorStyle.STOP)
                .showErrorMessage(true)
                .errorTitle(XmlEscapeHelper.escape(CellText.shorten(list.title(), MAX_TITLE)))
                .error(XmlEscapeHelper.escape(CellText.shorten(list.message(), MAX_MESSAGE)));
    }

    public SheetWriter row() throws IOException {
        if (row >= 0 && (row + 1) % ROWS_PER_FLUSH == 0) {
            flush();
        }
        row++;
        column = -1;
        if (row == Worksheet.MAX_ROWS) {
            throw new IllegalStateException("a sheet has no more rows");
        }
        return this;
    }

    /** Leaves the next cell empty. */
    public SheetWriter empty() {
        column++;
        return this;
    }

    public SheetWriter text(String text) {
        return text(text, CellStyle.PLAIN);
    }

    /**
     * Writes the next cell as text, even if it looks like a formula or a number. Null and the empty text leave the cell
     * empty. A text longer than {@link #MAX_TEXT} is cut and ends with an ellipsis.
     */
    public SheetWriter text(String text, CellStyle style) {
        column++;
        if (text != null && !text.isEmpty()) {
            String stored = CellText.shorten(XlsxText.encode(text), MAX_TEXT);
            if (needsShared(stored) && shared < MAX_SHARED_CHARACTERS) {
                shared += stored.length();
                sheet.value(row, column, stored);
            } else {
                sheet.inlineString(row, column, stored);
            }
            measure(text);
        }
        style(style);
        return this;
    }

    public SheetWriter number(long number, CellStyle style) {
        return number(BigDecimal.valueOf(number), style);
    }

    /** Writes the next cell as a number. Null leaves the cell empty. */
    public SheetWriter number(BigDecimal number, CellStyle style) {
        column++;
        if (number != null) {
            sheet.value(row, column, number);
            measure(number.toString());
        }
        style(style);
        return this;
    }

    /**
     * Adds a comment to the cell written last.
     *
     * @return false if the sheet already has too many comments; the comment is then left out
     */
    public boolean comment(String text) {
        if (comments == MAX_COMMENTS) {
            return false;
        }
        comments++;
        sheet.comment(row, column, CellText.shorten(XlsxText.encode(text), MAX_TEXT));
        return true;
    }

    /**
     * Returns true if the text starts or ends with a blank. Such a text must be stored as a shared text, or else it
     * would lose the blanks. Shared texts stay in memory, so other texts are not shared.
     */
    private static boolean needsShared(String text) {
        return text.charAt(0) <= ' ' || text.charAt(text.length() - 1) <= ' ';
    }

    private void style(CellStyle style) {
        if (style.equals(CellStyle.PLAIN)) {
            return;
        }
        StyleSetter setter = sheet.style(row, column);
        if (style.fill() != null) {
            setter = setter.fillColor(style.fill());
        }
        if (style.bold()) {
            setter = setter.bold();
        }
        if (style.wrap()) {
            setter = setter.wrapText(true).verticalAlignment("top");
        }
        if (style.text()) {
            setter = setter.format("@");
        }
        setter.set();
    }

    private void measure(String text) {
        columns = Math.max(columns, column + 1);
        if (row < ROWS_PER_FLUSH) {
            if (column >= widths.length) {
                widths = Arrays.copyOf(widths, column * 2);
            }
            widths[column] = Math.max(widths[column], width(text));
        }
    }

    /** Returns the width of the longest line in characters. An ideograph of East Asia is as wide as two characters. */
    private static int width(String text) {
        int longest = 0;
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            width = c == '\n'
                    ? 0
                    : width + (c >= '\u1100' && Character.isLetter(c) && Character.isIdeographic(c) ? 2 : 1);
            longest = Math.max(longest, width);
        }
        return longest;
    }

    private void flush() throws IOException {
        if (row < ROWS_PER_FLUSH) {
            for (int i = 0; i < Math.min(columns, widths.length); i++) {
                sheet.width(i, Math.max(MIN_WIDTH, Math.min(widths[i], maxColumnWidth) + 2));
            }
        }
        sheet.flush();
    }

    void finish() throws IOException {
        if (filter && row > 0 && columns > 0) {
            sheet.setAutoFilter(0, 0, row, columns - 1);
        }
        flush();
        sheet.finish();
    }

    /**
     * A list of choices: the texts of one column in another sheet, from {@code firstRow} to {@code lastRow}. Also has
     * the message that is shown for any other input. Columns and rows are numbered from 0.
     *
     * @param sheet the name of the other sheet, as given to {@link WorkbookWriter#sheet}
     * @param column the column with the choices in the other sheet
     * @param title the title of the message; a title or message that is longer than Excel allows is cut
     */
    public record DropDown(String sheet, int column, int firstRow, int lastRow, String title, String message) {

        String reference() {
            String letters = ColumnLetters.of(column);
            return "'" + WorkbookWriter.sheetName(sheet) + "'!$" + letters + "$" + (firstRow + 1) + ":$" + letters + "$"
                    + (lastRow + 1);
        }
    }
}
