package org.tipstats.files.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tipstats.files.csv.Dialect.TextFile;
import org.tipstats.files.csv.HeaderSearch.HeaderLines;
import org.tipstats.files.csv.HeaderSearch.LinesBeforeHeader;
import org.tipstats.files.csv.MalformedFileException.Reason;
import org.tipstats.files.csv.RowReader.Assumptions;
import org.tipstats.files.csv.RowSource.Assumption;
import org.tipstats.files.csv.RowSource.Assumption.Kind;
import org.tipstats.vocabulary.names.CellText;

/**
 * Reads the data records of a file one after another. Each record has the number of the line on which it starts. Blank
 * lines and rows without text are skipped and get no number. Removes the apostrophe that {@link FormulaGuard}
 * adds. The row records which cells had such an apostrophe.
 *
 * <p>{@link #next} throws {@link MalformedFileException} at the first part of the file that is not a row of a table.
 */
public final class CsvReader extends RowReader {

    /** Largest number of characters in a cell. A file with a longer cell is refused. */
    public static final int MAX_CELL = 4_000;
    /** Largest number of columns in a table. A file with more is refused. */
    public static final int MAX_COLUMNS = 200;

    private static final int MAX_RECORD = MAX_CELL * MAX_COLUMNS;

    private final RecordParser parser;
    private final char delimiter;
    private final Assumptions assumptions = new Assumptions();
    private final int skipped;
    private final LinesBeforeHeader before;
    private final RawRow header;
    private int named = Integer.MAX_VALUE;
    private boolean textBeyond;
    private int record;

    private CsvReader(Path file, Dialect dialect) throws IOException {
        TextFile text = TextFile.open(file, dialect.charset());
        this.skipped = dialect.headerLine() - 1;
        this.delimiter = dialect.delimiter();
        this.before = new LinesBeforeHeader(delimiter, assumptions);
        this.parser = new RecordParser(text.reader(), delimiter, skipped, MAX_RECORD);
        this.header = readHeader(text);
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws MalformedFileException if the header is not a row of a table
     */
    public static CsvReader open(Path file, Dialect dialect) throws IOException {
        return new CsvReader(file, dialect);
    }

    private RawRow readHeader(TextFile text) throws IOException {
        try {
            skip(text);
            RawRow row = readRecord();
            while (row != null && row.isBlank()) {
                row = readRecord();
            }
            record = 0;
            if (row == null) {
                return null;
            }
            if (row.cells().length > MAX_COLUMNS) {
                throw new MalformedFileException(Reason.TOO_MANY_COLUMNS, row.line());
            }
            named = row.cells().length;
            while (CellText.isBlank(row.cells()[named - 1])) {
                named--;
            }
            return new RawRow(row.line(), 0, row.cells());
        } catch (IOException | MalformedFileException e) {
            close();
            throw e;
        }
    }

    private void skip(TextFile text) throws IOException {
        if (text.marks() > 1) {
            assumptions.note(Kind.BYTE_ORDER_MARKS, 1, null);
        }
        HeaderLines lines = new HeaderLines(text.reader());
        while (lines.number() < skipped) {
            String skippedLine = lines.next();
            if (skippedLine == null) {
                return;
            }
            before.take(lines.number(), skippedLine);
        }
    }

    @Override
    public Optional<RawRow> header() {
        return Optional.ofNullable(header);
    }

    @Override
    public List<RawRow> rowsBeforeHeader() {
        return before.rows();
    }

    @Override
    protected RawRow read() {
        RawRow row = header == null ? null : readRecord();
        while (row != null && row.isBlank(ignored())) {
            record--;
            if (row.cells().length > 1 && row.isBlank()) {
                assumptions.note(Kind.EMPTY_ROWS, row.line(), null);
            }
            row = readRecord();
        }
        if (row != null && row.cells().length > named) {
            noteBeyond(row);
        }
        return row;
    }

    private void noteBeyond(RawRow row) {
        for (int i = named; i < row.cells().length; i++) {
            if (!CellText.isBlank(row.cells()[i])) {
                textBeyond = true;
                return;
            }
        }
        assumptions.note(Kind.EMPTY_COLUMNS, row.line(), null);
    }

    private RawRow readRecord() {
        String[] cells = parser.next();
        if (cells == null) {
            return null;
        }
        if (parser.hasSeveralLines() && Arrays.stream(cells).anyMatch(this::holdsRows)) {
            throw new MalformedFileException(Reason.ROWS_IN_QUOTES, parser.line());
        }
        record++;
        return RawRow.unguarded(parser.line(), record, cells);
    }

    /**
     * Returns whether a further line of the cell has at least as many delimiters as a row of the table. If so, a wrong
     * quotation mark has made a row part of the cell. Returns false if the table has fewer than three columns.
     */
    private boolean holdsRows(String cell) {
        if (header == null || header.cells().length < 3) {
            return false;
        }
        int delimiters = 0;
        boolean inner = false;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '\n' || c == '\r') {
                delimiters = 0;
                inner = true;
            } else if (c == delimiter && inner && ++delimiters == header.cells().length - 1) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<Assumption> assumptions() {
        if (header != null && header.cells().length > named && !textBeyond) {
            assumptions.note(Kind.EMPTY_COLUMNS, header.line(), null);
        }
        return assumptions.list();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
