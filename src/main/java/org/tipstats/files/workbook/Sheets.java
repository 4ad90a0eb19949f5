package org.tipstats.files.workbook;

import java.io.Closeable;

/** The sheets of a workbook and their rows. They can only be read forwards. */
interface Sheets extends Closeable {

    /** Moves to the next sheet of cells. Returns false after the last one. */
    boolean next();

    String name();

    /** Returns whether the sheet is hidden from users. */
    boolean hidden();

    /** Returns the next stored row of the sheet, or null after the last one. Rows that are not stored are blank. */
    SheetRow row();
}
