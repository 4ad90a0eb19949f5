package org.tipstats.validate.forms;

import java.io.IOException;
import org.tipstats.files.csv.Dialect;
import org.tipstats.files.csv.RowSource;

/** The file that a report is about, read again in the same way as the validation read it. */
public interface ReportedTable {

    /** Returns whether the file is a table at all. */
    boolean isTable();

    /** Returns the dialect of the file, or null if it is not delimited text. */
    Dialect dialect();

    /**
     * Opens the rows of the file. The caller must close them.
     *
     * @throws org.tipstats.files.csv.MalformedFileException if the file is broken before its first row
     */
    RowSource open() throws IOException;
}
