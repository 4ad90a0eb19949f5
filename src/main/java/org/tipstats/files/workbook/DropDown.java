package org.tipstats.files.workbook;

import org.tipstats.files.workbook.WorkbookReader.FormulaRuns;

/**
 * A list of choices from a column of another sheet, and the message that is shown for any other input.
 *
 * @param sheet the name of the other sheet, as given to {@link WorkbookWriter#sheet}
 * @param column the column of that sheet with the choices, from 0
 * @param firstRow the row of the first choice, from 0
 * @param lastRow the row of the last choice, from 0
 * @param title the title of the message; cut if it is longer than Excel allows
 * @param message the text of the message; cut if it is longer than Excel allows
 */
public record DropDown(String sheet, int column, int firstRow, int lastRow, String title, String message) {

    public DropDown {
        if (column < 0 || firstRow < 0 || lastRow < firstRow) {
            throw new IllegalArgumentException("no list: rows " + firstRow + " to " + lastRow);
        }
    }

    /** Returns the reference to the list in a formula. */
    String reference() {
        String letters = FormulaRuns.columnLetters(column);
        return "'" + WorkbookWriter.sheetName(sheet) + "'!$" + letters + "$" + (firstRow + 1) + ":$" + letters + "$"
                + (lastRow + 1);
    }
}
