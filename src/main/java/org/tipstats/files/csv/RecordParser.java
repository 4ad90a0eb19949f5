package org.tipstats.files.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.tipstats.files.csv.MalformedFileException.Reason;

/** Splits delimited text into records, and reports faults of the text with the line of the record. */
final class RecordParser implements Closeable {

    private final LimitedReader guard;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final int linesBefore;
    private int line;

    /**
     * Opens a text.
     *
     * @param linesBefore the number of lines that were already read from the file
     * @param maxRecord the largest number of characters of a record
     */
    RecordParser(Reader text, char delimiter, int linesBefore, int maxRecord) throws IOException {
        this.guard = new LimitedReader(text, maxRecord);
        this.linesBefore = linesBefore;
        CSVFormat format = CSVFormat.Builder.create(CSVFormat.DEFAULT)
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get();
        this.parser = CSVParser.builder().setReader(guard).setFormat(format).get();
        this.records = parser.iterator();
    }

    /**
     * Returns the cells of the next record, or null after the last record.
     *
     * @throws MalformedFileException if the text is not delimited text, or if the record or a cell is too long
     */
    String[] next() {
        guard.startRecord();
        line = linesBefore + (int) parser.getCurrentLineNumber() + 1;
        try {
            if (!records.hasNext()) {
                return null;
            }
            String[] cells = records.next().values();
            for (String cell : cells) {
                if (cell.length() > CsvReader.MAX_CELL) {
                    throw new MalformedFileException(Reason.CELL_TOO_LONG, line);
                }
            }
            return cells;
        } catch (UncheckedIOException e) {
            throw translated(e);
        }
    }

    /** Returns the physical line on which the current record starts. */
    int line() {
        return line;
    }

    boolean hasSeveralLines() {
        return linesBefore + parser.getCurrentLineNumber() > line;
    }

    private RuntimeException translated(UncheckedIOException e) {
        IOException cause = e.getCause();
        if (cause instanceof LimitedReader.TooLong) {
            return new MalformedFileException(Reason.ROW_TOO_LONG, line);
        }
        if (cause instanceof CharacterCodingException) {
            return new MalformedFileException(Reason.WRONG_ENCODING, line);
        }
        return cause instanceof CSVException ? new MalformedFileException(Reason.BROKEN_QUOTE, line) : e;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** Stops reading if one record takes more characters than a valid record can have. */
    private static final class LimitedReader extends Reader {

        /** Thrown in the middle of a record that is too long. The reader of the table adds the number of the line. */
        static final class TooLong extends IOException {
            private static final long serialVersionUID = 1L;
        }

        private final Reader in;
        private final int maxRecord;
        private int taken;

        LimitedReader(Reader in, int maxRecord) {
            this.in = in;
            this.maxRecord = maxRecord;
        }

        void startRecord() {
            taken = 0;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            if (taken > maxRecord) {
                throw new TooLong();
            }
            int read = in.read(buffer, offset, length);
            taken += Math.max(0, read);
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
