package org.tipstats.validation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.tipstats.csv.CsvReader;
import org.tipstats.csv.Dialect;
import org.tipstats.csv.FileKind;
import org.tipstats.csv.FileProbe;
import org.tipstats.csv.RowSource;
import org.tipstats.schema.Dataflow;

/**
 * A received file and how it is read as a table: the only place that decides it, so that what is stored is what was
 * validated.
 */
final class ReceivedTable {

    private final Path file;
    private final FileProbe probe;
    private final Dialect dialect;

    private ReceivedTable(Path file, FileProbe probe, Dialect dialect) {
        this.file = file;
        this.probe = probe;
        this.dialect = dialect;
    }

    /** Looks through a file for what it is, and for its header. */
    static ReceivedTable of(Path file, Dataflow dataflow) throws IOException {
        FileProbe probe = FileProbe.of(file);
        boolean isTable = probe.kind() == FileKind.TEXT && probe.fault() == null;
        return new ReceivedTable(file, probe, isTable ? dialect(file, probe, dataflow) : null);
    }

    private static Dialect dialect(Path file, FileProbe probe, Dataflow dataflow) throws IOException {
        ColumnNames names = new ColumnNames(dataflow.structure());
        // A header of personal data must be found too: it is what gives a list of persons away.
        Predicate<String> likely = text -> names.isName(text) || PersonalColumns.isPersonal(text);
        return Dialect.detect(file, probe.charset(), Layout.names(dataflow), likely);
    }

    FileProbe probe() {
        return probe;
    }

    /** How it is written, or null where it is no delimited text. */
    Dialect dialect() {
        return dialect;
    }

    /** Whether it can be opened. */
    boolean isTable() {
        return dialect != null;
    }

    /**
     * Opens its rows; close them after.
     *
     * @throws org.tipstats.csv.MalformedFileException where the header is no row of a table
     */
    RowSource open() throws IOException {
        if (!isTable()) {
            throw new IllegalStateException("the file is no table");
        }
        return CsvReader.open(file, dialect);
    }
}
