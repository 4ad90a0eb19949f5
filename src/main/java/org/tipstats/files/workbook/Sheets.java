package org.tipstats.files.workbook;

import java.io.Closeable;

/** The sheets of a workbook and their rows, from the first to the last, never back. */
interface Sheets extends Closeable {

    /** Goes to the next sheet of cells; false behind the last one. */
    boolean next();

    String name();

    /** Whether one who opens the workbook doesn't see the sheet. */
    boolean hidden();

    /** The next row of the sheet that is stored; rows that are not are blank. Null behind the last one. */
    SheetRow row();
}
