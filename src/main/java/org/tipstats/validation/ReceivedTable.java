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
        return Dialect.detect(file, probe.charset(), Layout.names(dataflow), new LikelyNames(dataflow));
    }

    /**
     * Texts that may be names of columns. Those of personal data are among them: a header of such names is what gives a
     * list of persons away. Mostly nobody asks, since a header has ids.
     */
    private static final class LikelyNames implements Predicate<String> {

        private final Dataflow dataflow;
        private ColumnNames names;

        LikelyNames(Dataflow dataflow) {
            this.dataflow = dataflow;
        }

        @Override
        public boolean test(String text) {
            names = names == null ? new ColumnNames(dataflow.structure()) : names;
            return names.isName(text) || PersonalColumns.isPersonal(text);
        }
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
