package org.tipstats.files.workbook;

/**
 * A list of choices that stands in a column of another sheet, and what is said to one who enters something else.
 *
 * @param sheet the name of that sheet, as it was given to {@link WorkbookWriter#sheet}
 * @param column its column, from 0
 * @param firstRow the row of the first choice, from 0
 * @param lastRow the row of the last one
 * @param title of the message
 * @param message what is said; cut where it is longer than Excel takes
 */
public record DropDown(String sheet, int column, int firstRow, int lastRow, String title, String message) {

    public DropDown {
        if (column < 0 || firstRow < 0 || lastRow < firstRow) {
            throw new IllegalArgumentException("no list: rows " + firstRow + " to " + lastRow);
        }
    }

    /** The list as a formula refers to it. */
    String reference() {
        String letters = FormulaCells.letters(column);
        return "'" + WorkbookWriter.sheetName(sheet) + "'!$" + letters + "$" + (firstRow + 1) + ":$" + letters + "$"
                + (lastRow + 1);
    }
}
