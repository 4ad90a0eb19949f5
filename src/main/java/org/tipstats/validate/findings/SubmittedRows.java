package org.tipstats.validate.findings;

import java.io.IOException;
import org.tipstats.files.csv.Dialect;
import org.tipstats.files.csv.RowSource;

/** The file that a report is about, to be read again as the validation read it. */
public interface SubmittedRows {

    /** Whether it is a table at all. */
    boolean isTable();

    /** How it is written, or null where it is no delimited text. */
    Dialect dialect();

    /**
     * Opens its rows; close them after.
     *
     * @throws org.tipstats.files.csv.MalformedFileException where the file is broken before its first row
     */
    RowSource open() throws IOException;
}
