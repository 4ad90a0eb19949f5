package org.tipstats.report;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tipstats.csv.CsvReader;
import org.tipstats.csv.Dialect;
import org.tipstats.csv.FileKind;
import org.tipstats.csv.MalformedFileException;
import org.tipstats.csv.RawRow;
import org.tipstats.csv.RowSource;
import org.tipstats.schema.DataStructure;
import org.tipstats.workbook.WorkbookReader;

/** The rows of a file that a report is about, read as the validation read them. */
final class SubmittedRows {

    private static final List<FileKind> WORKBOOKS = List.of(FileKind.XLSX, FileKind.ODS);

    private SubmittedRows() {}

    /** Opens them; empty where the file is no table of text and no workbook with one. */
    static Optional<RowSource> open(Path file, ValidationReport.FileInfo info, DataStructure structure)
            throws IOException {
        try {
            if (info.delimiter() != null) {
                return Optional.of(CsvReader.open(file, dialect(file, info)));
            }
            Optional<FileKind> kind = WORKBOOKS.stream()
                    .filter(k -> k.word().equals(info.format()))
                    .findFirst();
            return kind.isPresent() && info.headerLine() != null
                    ? workbook(file, kind.get(), info, structure)
                    : Optional.empty();
        } catch (MalformedFileException e) {
            // Not even its header is a row; the report says so.
            return Optional.empty();
        }
    }

    private static Optional<RowSource> workbook(
            Path file, FileKind kind, ValidationReport.FileInfo info, DataStructure structure) throws IOException {
        Set<String> ids = Set.copyOf(structure.componentIds());
        RowSource rows = WorkbookReader.open(file, kind, text -> ids.contains(text.toUpperCase(Locale.ROOT)));
        int line = rows.header().map(RawRow::line).orElse(0);
        if (line == info.headerLine()) {
            return Optional.of(rows);
        }
        rows.close();
        return Optional.empty();
    }

    static Dialect dialect(Path file, ValidationReport.FileInfo info) throws IOException {
        Charset charset = Charset.forName(info.encoding());
        return new Dialect(charset, info.delimiter().charAt(0), info.headerLine(), Dialect.lineEnd(file, charset));
    }
}
