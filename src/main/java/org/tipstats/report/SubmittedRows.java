package org.tipstats.report;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;
import org.tipstats.csv.CsvReader;
import org.tipstats.csv.Dialect;
import org.tipstats.csv.MalformedFileException;
import org.tipstats.csv.RowSource;

/** The rows of a file that a report is about, read as the validation read them. */
final class SubmittedRows {

    private SubmittedRows() {}

    /** Opens them; empty where the file is no table. */
    static Optional<RowSource> open(Path file, ValidationReport.FileInfo info) throws IOException {
        if (info.delimiter() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(CsvReader.open(file, dialect(file, info)));
        } catch (MalformedFileException e) {
            // Not even its header is a row; the report says so.
            return Optional.empty();
        }
    }

    static Dialect dialect(Path file, ValidationReport.FileInfo info) throws IOException {
        Charset charset = Charset.forName(info.encoding());
        return new Dialect(charset, info.delimiter().charAt(0), info.headerLine(), Dialect.lineEnd(file, charset));
    }
}
