package org.tipstats.validate.row;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.tipstats.files.csv.CsvReader;
import org.tipstats.files.csv.Dialect;
import org.tipstats.files.csv.RowSource;
import org.tipstats.files.detect.FileKind;
import org.tipstats.files.detect.FileProbe;
import org.tipstats.files.message.MessageReader;
import org.tipstats.files.workbook.WorkbookReader;
import org.tipstats.mapping.grid.GridReader;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * A received file that is read as a table. Only this class decides how a file is read, so the rows that are stored and
 * shown are the rows that were validated.
 */
public final class ReceivedTable {

    private static final Set<FileKind> READ =
            EnumSet.of(FileKind.TEXT, FileKind.XLSX, FileKind.ODS, FileKind.SDMX_ML, FileKind.SDMX_JSON);

    private final Path file;
    private final FileProbe probe;
    private final Dataflow dataflow;
    private final Dialect dialect;
    private final RowSource made;

    private ReceivedTable(Path file, FileProbe probe, Dataflow dataflow, Dialect dialect, RowSource made) {
        this.made = made;
        this.file = file;
        this.probe = probe;
        this.dataflow = dataflow;
        this.dialect = dialect;
    }

    /** Determines the kind of a file and, in delimited text, finds its header. */
    public static ReceivedTable of(Path file, Dataflow dataflow) throws IOException {
        FileProbe probe = FileProbe.of(file);
        boolean delimited = probe.kind() == FileKind.TEXT && probe.fault() == null;
        Dialect dialect = delimited
                ? Dialect.detect(file, probe.charset(), Layout.names(dataflow), new LikelyNames(dataflow))
                : null;
        return new ReceivedTable(file, probe, dataflow, dialect, null);
    }

    /** Returns a table of rows that the program made. The table has no file, and can be opened once. */
    public static ReceivedTable of(RowSource made, int rows) {
        FileProbe probe = new FileProbe(0, null, FileKind.TEXT, StandardCharsets.UTF_8, false, null, rows + 1);
        return new ReceivedTable(null, probe, null, null, made);
    }

    /** Returns the same table with rows that were already read. The table can be opened once. */
    public ReceivedTable with(RowSource rows) {
        return new ReceivedTable(file, probe, dataflow, dialect, PublishedRows.of(rows, dataflow, false));
    }

    /** Returns whether files of the kind hold tables. */
    public static boolean reads(FileKind kind) {
        return READ.contains(kind);
    }

    /**
     * Tests whether a text may be a column name. Returns true also for a name of personal data, because a header of
     * such names reveals a list of persons.
     */
    private static final class LikelyNames implements Predicate<String> {

        private final ColumnNames names;
        /** The results by text. A line that no delimiter splits is tested again for each delimiter. */
        private final Map<String, Boolean> tested = new HashMap<>();

        LikelyNames(Dataflow dataflow) {
            this.names = new ColumnNames(dataflow.structure(), id -> false);
        }

        @Override
        public boolean test(String text) {
            return tested.computeIfAbsent(text, each -> names.isName(each) || PersonalColumns.isPersonal(each));
        }
    }

    public FileProbe probe() {
        return probe;
    }

    /** Returns the dialect of the file, or null if it is not delimited text. */
    public Dialect dialect() {
        return dialect;
    }

    /** Returns whether the file is a cube in JSON-stat or PC-Axis, which has no rows. */
    public boolean isCube() throws IOException {
        return file != null && GridReader.isCube(file, probe);
    }

    public boolean isTable() {
        return reads(probe.kind()) && probe.fault() == null;
    }

    /**
     * Opens the rows of the file. The caller must close them.
     *
     * @throws org.tipstats.files.csv.MalformedFileException if the file is broken before its first row
     */
    public RowSource open() throws IOException {
        if (!isTable()) {
            throw new IllegalStateException("the file is no table");
        }
        if (made != null) {
            return made;
        }
        RowSource rows = switch (probe.kind()) {
            case TEXT -> CsvReader.open(file, dialect);
            case SDMX_ML, SDMX_JSON -> MessageReader.open(file, probe.kind(), dataflow.structure());
            default ->
                WorkbookReader.open(file, probe.kind(), Layout.names(dataflow).or(new LikelyNames(dataflow)));
        };
        // In SDMX-ML, an attribute without values has no column. The columns therefore do not always show that this
        // service published the file.
        boolean sentByUs =
                rows instanceof MessageReader message && dataflow.agency().equals(message.sender());
        return PublishedRows.of(rows, dataflow, sentByUs);
    }
}
