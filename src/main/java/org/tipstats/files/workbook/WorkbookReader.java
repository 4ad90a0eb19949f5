package org.tipstats.files.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tipstats.files.csv.CsvReader;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;
import org.tipstats.files.csv.RawRow;
import org.tipstats.files.csv.RowReader;
import org.tipstats.files.csv.RowSource.Assumption;
import org.tipstats.files.csv.RowSource.Assumption.Kind;
import org.tipstats.files.detect.FileKind;
import org.tipstats.files.workbook.SheetSearch.SheetCandidate;
import org.tipstats.files.workbook.SheetSearch.Sheets;
import org.tipstats.vocabulary.names.ColumnLetters;

/**
 * Reads the data records of one sheet of a workbook in XLSX or ODS. The sheet is the first visible sheet in which one
 * of the first 21 rows with text names at least two known columns. If there is no such sheet, the sheet that names the
 * most columns is read.
 *
 * <p>The line of a record is the number of the row in the sheet. The first cell of a record is the cell in column A. A
 * row has at least as many cells as the header. Texts are unchanged, except that raised text, such as the mark of a
 * footnote, becomes raised Unicode characters. Numbers are written in full, never rounded, and without the signs and
 * words that the format of the cell adds; only a percentage that would look like a count keeps the percent sign. Dates
 * follow ISO 8601. Truth values are {@code TRUE} and {@code FALSE}. The text of an error is its name, for example
 * {@code #N/A}. Formulas are not calculated: the stored result is read, and a formula without a stored result is an
 * empty cell. Both kinds of formulas are reported as assumptions. Hidden rows and columns are read.
 *
 * <p>Workbooks may come from anyone. A workbook that is broken, protected, or larger than any table of statistics
 * causes a {@link MalformedFileException}. The line of this exception is 0 if the fault is not in a row.
 */
public final class WorkbookReader extends RowReader {

    // Millions of cells may refer to one stored text, so the texts of all cells together need a limit.
    private static final long MAX_TEXT = 1L << 28;

    private final Sheets sheets;
    private final FormulaCells formulas = new FormulaCells(Kind.FORMULA);
    private final FormulaCells resultless = new FormulaCells(Kind.FORMULA_WITHOUT_RESULT);
    private final List<Assumption> assumed = new ArrayList<>();
    private final Deque<SheetRow> buffered = new ArrayDeque<>();
    private final RawRow header;
    private final List<RawRow> above;
    private final String sheet;
    private boolean severalSheets;
    private int record;
    private long textLeft = MAX_TEXT;
    private int emptyFrom;
    private int emptyTo;

    private WorkbookReader(SheetSearch search) {
        this.sheets = search.sheets();
        this.severalSheets = search.hasSeveralWithText();
        SheetCandidate choice = search.choice();
        this.sheet = choice == null ? null : choice.name();
        this.above = choice == null ? List.of() : above(choice);
        this.header = choice == null ? null : header(choice);
    }

    /**
     * Opens a workbook and reads the header of its table.
     *
     * @param kind XLSX or ODS
     * @param known tests whether a text is the name of a column
     * @throws MalformedFileException if the file is not a workbook that can be read
     */
    public static WorkbookReader open(Path file, FileKind kind, Predicate<String> known) throws IOException {
        SheetSearch search = new SheetSearch(file, kind, known);
        try {
            search.run();
            return new WorkbookReader(search);
        } catch (RuntimeException e) {
            search.close();
            throw e;
        }
    }

    private static List<RawRow> above(SheetCandidate choice) {
        return choice.before().stream()
                .map(row -> new RawRow(row.line(), 0, row.texts(row.textWidth())))
                .toList();
    }

    private RawRow header(SheetCandidate choice) {
        SheetRow row = choice.header();
        List<SheetRow> before = choice.before();
        if (!before.isEmpty()) {
            int last = before.get(before.size() - 1).line();
            assumed.add(new Assumption(Kind.LINES_BEFORE_HEADER, before.get(0).line(), last, null));
        }
        int width = row.textWidth();
        if (width > CsvReader.MAX_COLUMNS) {
            throw new MalformedFileException(Reason.TOO_MANY_COLUMNS, row.line());
        }
        if (row.width() > width) {
            assumed.add(new Assumption(Kind.EMPTY_COLUMNS, row.line(), row.line(), null));
        }
        buffered.addAll(choice.after());
        return raw(row, width);
    }

    @Override
    public Optional<RawRow> header() {
        return Optional.ofNullable(header);
    }

    @Override
    public List<RawRow> rowsBeforeHeader() {
        return above;
    }

    @Override
    protected RawRow read() {
        if (header == null) {
            return null;
        }
        for (SheetRow row = nextStored(); row != null; row = nextStored()) {
            int width = row.textWidth();
            RawRow raw = raw(row, Math.max(width, header.cells().length));
            if (width == 0) {
                noteEmpty(row);
            } else {
                emptyFrom = 0;
                if (!raw.isBlank(ignored())) {
                    record++;
                    return raw;
                }
            }
        }
        if (!severalSheets) {
            severalSheets = SheetSearch.hasTextInRest(sheets);
        }
        return null;
    }

    private SheetRow nextStored() {
        return buffered.isEmpty() ? sheets.row() : buffered.poll();
    }

    private RawRow raw(SheetRow row, int width) {
        if (row.isTooLong()) {
            throw new MalformedFileException(Reason.CELL_TOO_LONG, row.line());
        }
        formulas.add(row.line(), row.formulas());
        resultless.add(row.line(), row.formulasWithoutResult());
        String[] cells = row.texts(width);
        for (String cell : cells) {
            textLeft -= cell.length();
        }
        if (textLeft < 0) {
            throw new MalformedFileException(Reason.WORKBOOK_TOO_LARGE, row.line());
        }
        return RawRow.unguarded(row.line(), record + (header == null ? 0 : 1), cells);
    }

    /** Records an empty row if it has cells with blank text. Ignores a row that has only formatting. */
    private void noteEmpty(SheetRow row) {
        if (row.width() > 0) {
            emptyFrom = emptyFrom == 0 ? row.line() : emptyFrom;
            emptyTo = row.line();
        }
    }

    @Override
    public List<Assumption> assumptions() {
        List<Assumption> all = new ArrayList<>(assumed);
        formulas.addTo(all);
        resultless.addTo(all);
        if (isAtEnd() && emptyFrom > 0) {
            all.add(new Assumption(Kind.EMPTY_ROWS, emptyFrom, emptyTo, null));
        }
        all.sort(Comparator.comparing(Assumption::line));
        if (severalSheets) {
            all.add(0, new Assumption(Kind.SHEET, null, null, sheet));
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        sheets.close();
    }

    /** The cells with formulas of one kind: their first and last row, and their columns. */
    private static final class FormulaCells {

        private final Kind kind;
        private final BitSet columns = new BitSet();
        private int firstLine;
        private int lastLine;

        FormulaCells(Kind kind) {
            this.kind = kind;
        }

        void add(int line, BitSet inRow) {
            if (!inRow.isEmpty()) {
                firstLine = columns.isEmpty() ? line : firstLine;
                lastLine = line;
                columns.or(inRow);
            }
        }

        /**
         * Adds one assumption about all these cells, if there are any. The text of the assumption lists their columns.
         */
        void addTo(List<Assumption> all) {
            if (!columns.isEmpty()) {
                String letters = columns.stream().mapToObj(ColumnLetters::of).collect(Collectors.joining(", "));
                all.add(new Assumption(kind, firstLine, lastLine, letters));
            }
        }
    }
}
