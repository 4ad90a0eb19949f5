package org.tipstats.files.csv;

/**
 * How a table is written.
 *
 * @param delimiter between the cells
 * @param lineEnd after each record
 * @param raw whether text that a spreadsheet would run as a formula stays as it is
 */
public record CsvStyle(char delimiter, String lineEnd, boolean raw) {

    /** Commas, LF, formulas made harmless. */
    public static final CsvStyle STANDARD = new CsvStyle(',', "\n", false);

    public CsvStyle {
        if (!lineEnd.equals("\n") && !lineEnd.equals("\r\n")) {
            throw new IllegalArgumentException("a line ends with LF or CRLF");
        }
    }

    public CsvStyle withRaw(boolean keep) {
        return new CsvStyle(delimiter, lineEnd, keep);
    }
}
