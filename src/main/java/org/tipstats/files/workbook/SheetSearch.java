package org.tipstats.files.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.tipstats.files.csv.CsvReader;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;
import org.tipstats.files.csv.TableShape;
import org.tipstats.files.detect.FileKind;
import org.tipstats.files.workbook.WorkbookSheets.MergedCells;
import org.tipstats.vocabulary.names.CellText;

/** Searches a workbook for the sheet with the table. */
final class SheetSearch implements Closeable {

    private final Path file;
    private final FileKind kind;
    private final Predicate<String> known;
    private Sheets sheets;
    private SheetCandidate choice;
    private int withText;

    SheetSearch(Path file, FileKind kind, Predicate<String> known) throws IOException {
        this.file = file;
        this.kind = kind;
        this.known = known;
        this.sheets = open();
    }

    private Sheets open() throws IOException {
        return Sheets.open(file, kind, CsvReader.MAX_COLUMNS, false);
    }

    /** Finds the sheet with the table. Afterwards, {@code sheets} stands after the searched rows of this sheet. */
    void run() throws IOException {
        int visible = 0;
        for (int index = 0; sheets.next(); index++) {
            if (sheets.hidden()) {
                continue;
            }
            visible++;
            SheetCandidate found = SheetCandidate.read(sheets, index, known);
            withText += found.mayBeTable() ? 1 : 0;
            if (found.isTable()) {
                choice = found;
                return;
            }
            if (found.mayBeTable() && found.isBetterThan(choice)) {
                choice = found;
            }
        }
        if (visible == 0) {
            throw new MalformedFileException(Reason.NO_TABLE_SHEET, 0);
        }
        if (choice != null) {
            returnTo(choice.index());
        }
    }

    /** Opens the workbook again and moves to the wanted sheet, because sheets can only be read forwards. */
    private void returnTo(int wanted) throws IOException {
        sheets.close();
        sheets = open();
        for (int i = 0; i <= wanted; i++) {
            sheets.next();
        }
        choice = SheetCandidate.read(sheets, wanted, known);
    }

    static boolean hasTextInRest(Sheets sheets) {
        while (sheets.next()) {
            SheetRow row = sheets.hidden() ? null : sheets.row();
            while (row != null && row.textWidth() == 0) {
                row = sheets.row();
            }
            if (row != null) {
                return true;
            }
        }
        return false;
    }

    Sheets sheets() {
        return sheets;
    }

    /** Returns the sheet with the table, or null if no visible sheet has text, except the summary of a report. */
    SheetCandidate choice() {
        return choice;
    }

    /** Returns whether more than one sheet with text was found so far. */
    boolean hasSeveralWithText() {
        return withText > 1;
    }

    @Override
    public void close() throws IOException {
        sheets.close();
    }

    /**
     * The first rows of a sheet, and the header of the sheet. The header is the row that names the most columns. If no
     * row names enough columns, or if this row is a title, {@link TableShape} finds the header.
     */
    static final class SheetCandidate {

        /** Largest number of rows with text before the header. The search ends after one more row with text. */
        private static final int MAX_ROWS_BEFORE = 20;
        /**
         * If no row has at least this number of column names, {@link TableShape} finds the header. A title or a note may name one
         * column by chance.
         */
        private static final int MIN_COLUMN_NAMES = 2;

        private static final int MAX_HELD_ROWS = 1_000;

        private final int index;
        private final String name;
        private final List<SheetRow> rows = new ArrayList<>();
        private int header = -1;
        private int named = -1;

        private SheetCandidate(int index, String name) {
            this.index = index;
            this.name = name;
        }

        static SheetCandidate read(Sheets sheets, int index, Predicate<String> known) {
            SheetCandidate choice = new SheetCandidate(index, sheets.name());
            int texts = 0;
            SheetRow row = sheets.row();
            while (row != null && texts <= MAX_ROWS_BEFORE && choice.rows.size() < MAX_HELD_ROWS) {
                // Skips rows that have only formatting, because there may be very many.
                if (row.width() > 0 || !row.formulasWithoutResult().isEmpty()) {
                    choice.rows.add(row);
                }
                if (row.textWidth() > 0) {
                    texts++;
                    choice.weigh(row, known);
                }
                row = texts <= MAX_ROWS_BEFORE ? sheets.row() : null;
            }
            if (choice.mayBeTable() && (!choice.isTable() || choice.isNarrow())) {
                choice.findByShape();
            }
            return choice;
        }

        /** Returns whether another row has over three times as many filled cells. The found row is then a title. */
        private boolean isNarrow() {
            int most = rows.stream().mapToInt(SheetCandidate::filled).max().orElse(0);
            return filled(header()) * 3 < most;
        }

        private static int filled(SheetRow row) {
            return TableShape.filled(row.texts(row.textWidth()));
        }

        private void findByShape() {
            List<SheetRow> withText =
                    rows.stream().filter(row -> row.textWidth() > 0).toList();
            List<String[]> texts =
                    withText.stream().map(row -> row.texts(row.textWidth())).toList();
            header = rows.indexOf(withText.get(TableShape.header(texts)));
        }

        private void weigh(SheetRow row, Predicate<String> known) {
            int count = 0;
            String[] texts = row.texts(row.textWidth());
            for (String text : texts) {
                count += known.test(CellText.strip(text)) ? 1 : 0;
            }
            // A row with figures, such as a total and its numbers, is not a header, even if it contains a column name.
            count = TableShape.hasFigures(texts) ? 0 : count;
            if (count > named) {
                named = count;
                header = rows.size() - 1;
            }
        }

        /** Returns true if the sheet has text and is not the summary of a report, which also names columns. */
        boolean mayBeTable() {
            return header >= 0 && !rows.get(0).texts(1)[0].equals(WorkbookWriter.APPLICATION);
        }

        /** Returns true if the header was certainly found, because the row names enough columns. */
        boolean isTable() {
            return named >= MIN_COLUMN_NAMES && mayBeTable();
        }

        boolean isBetterThan(SheetCandidate other) {
            return other == null || named > other.named;
        }

        int index() {
            return index;
        }

        String name() {
            return name;
        }

        SheetRow header() {
            return rows.get(header);
        }

        /** Returns the rows with text before the header. */
        List<SheetRow> before() {
            return rows.subList(0, header).stream()
                    .filter(row -> row.textWidth() > 0)
                    .toList();
        }

        List<SheetRow> after() {
            return rows.subList(header + 1, rows.size());
        }
    }

    /** The sheets of a workbook and their rows. Sheets and rows can only be read forwards. */
    interface Sheets extends Closeable {

        int MAX_ROWS = 1_048_576;

        /**
         * Opens a workbook.
         *
         * @param kind XLSX or ODS
         * @param maxColumns the largest number of columns; all further cells of a row are stored as one column
         * @param merges true to read the merged cells
         */
        static Sheets open(Path file, FileKind kind, int maxColumns, boolean merges) throws IOException {
            if (kind != FileKind.XLSX && kind != FileKind.ODS) {
                throw new IllegalArgumentException("no workbook: " + kind);
            }
            Archive archive = Archive.open(file);
            try {
                return kind == FileKind.XLSX
                        ? new XlsxSheets(archive, maxColumns, merges)
                        : new OdsSheets(archive, maxColumns, merges);
            } catch (RuntimeException e) {
                archive.close();
                throw e;
            }
        }

        /** Moves to the next sheet of cells. Returns false after the last sheet. */
        boolean next();

        String name();

        boolean hidden();

        /** Returns the next stored row of the sheet, or null after the last row. Rows that are not stored are blank. */
        SheetRow row();

        /** Returns the merged cells of the sheet. The list is complete only after the last row was read. */
        List<MergedCells> mergedCells();
    }
}
