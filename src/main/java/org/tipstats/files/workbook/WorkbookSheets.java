package org.tipstats.files.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;
import org.tipstats.files.csv.RawRow;
import org.tipstats.files.detect.FileKind;
import org.tipstats.files.workbook.SheetSearch.Sheets;
import org.tipstats.vocabulary.names.ColumnLetters;

/**
 * Reads all rows of all visible sheets of a workbook in XLSX or ODS. The cells have the same texts as in {@link
 * WorkbookReader}, with two exceptions. A stored number such as 1.609 gets a further zero, because its dot could be
 * read as a separator of thousands. A formula without a saved result has the text {@link #WITHOUT_RESULT}, unless this
 * cell is alone in its row and in the first column: such a cell is usually a title.
 */
public final class WorkbookSheets implements Closeable {

    /** Largest number of merged ranges in a sheet. A workbook with more is refused. */
    static final int MAX_MERGED = 100_000;

    /** The text of a cell with a formula if the file does not contain the result, so that the figure is unknown. */
    public static final String WITHOUT_RESULT = "=?";

    private static final Pattern LIKE_THOUSANDS = Pattern.compile("-?[1-9]\\d{0,2}\\.\\d{3}");

    private final Sheets sheets;
    private final int maxColumns;
    private boolean anyVisible;

    private WorkbookSheets(Sheets sheets, int maxColumns) {
        this.sheets = sheets;
        this.maxColumns = maxColumns;
    }

    /**
     * Opens a workbook.
     *
     * @param kind XLSX or ODS
     * @param maxColumns the largest number of columns
     * @throws MalformedFileException if the file is not a workbook that can be read
     */
    public static WorkbookSheets open(Path file, FileKind kind, int maxColumns) throws IOException {
        return new WorkbookSheets(Sheets.open(file, kind, maxColumns, true), maxColumns);
    }

    /**
     * Moves to the next visible sheet. Returns false after the last sheet.
     *
     * @throws MalformedFileException if no sheet is visible
     */
    public boolean next() {
        while (sheets.next()) {
            if (!sheets.hidden()) {
                anyVisible = true;
                return true;
            }
        }
        if (!anyVisible) {
            throw new MalformedFileException(Reason.NO_TABLE_SHEET, 0);
        }
        return false;
    }

    public String name() {
        return sheets.name();
    }

    /**
     * Returns the next row with text, or null after the last row.
     *
     * @throws MalformedFileException if the row has too many columns or too long a text
     */
    public RawRow row() {
        for (SheetRow next = sheets.row(); next != null; next = sheets.row()) {
            SheetRow row = next;
            if (row.textWidth() > 0 || row.formulasWithoutResult().length() > 1) {
                row.formulasWithoutResult().stream().forEach(column -> row.put(column, WITHOUT_RESULT));
            }
            int width = row.textWidth();
            if (row.isTooLong()) {
                throw new MalformedFileException(Reason.CELL_TOO_LONG, row.line());
            }
            if (width > maxColumns) {
                throw new MalformedFileException(Reason.TOO_MANY_COLUMNS, row.line(), String.valueOf(maxColumns));
            }
            if (width > 0) {
                String[] cells = row.texts(width);
                row.numbers().stream().filter(i -> i < width).forEach(i -> cells[i] = unmistakable(cells[i]));
                return RawRow.unguarded(row.line(), 0, cells);
            }
        }
        return null;
    }

    private static String unmistakable(String number) {
        return LIKE_THOUSANDS.matcher(number).matches() ? number + "0" : number;
    }

    /** Returns the merged ranges of the sheet. The list is complete only after the last row was read. */
    public List<MergedCells> merged() {
        return sheets.mergedCells();
    }

    @Override
    public void close() throws IOException {
        sheets.close();
    }

    /** A merged range. Lines count from 1, columns from 0; the last line and column are inclusive. */
    public record MergedCells(int firstLine, int firstColumn, int lastLine, int lastColumn) {

        private static final Pattern REFERENCE =
                Pattern.compile("([A-Z]{1,3})([1-9]\\d{0,6})(?::([A-Z]{1,3})([1-9]\\d{0,6}))?");

        static Optional<MergedCells> parse(String reference) {
            Matcher range = REFERENCE.matcher(reference);
            if (!range.matches()) {
                return Optional.empty();
            }
            boolean one = range.group(3) == null;
            MergedCells cells = new MergedCells(
                    Integer.parseInt(range.group(2)),
                    ColumnLetters.parse(range.group(1)),
                    Integer.parseInt(range.group(one ? 2 : 4)),
                    ColumnLetters.parse(range.group(one ? 1 : 3)));
            boolean ordered = cells.firstLine <= cells.lastLine && cells.firstColumn <= cells.lastColumn;
            return ordered ? Optional.of(cells) : Optional.empty();
        }

        /** Returns this range, moved down by {@code line} lines. */
        MergedCells at(int line) {
            return new MergedCells(firstLine + line, firstColumn, lastLine + line, lastColumn);
        }
    }
}
