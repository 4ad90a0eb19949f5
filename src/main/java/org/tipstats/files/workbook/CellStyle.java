package org.tipstats.files.workbook;

/**
 * The look of a cell.
 *
 * @param fill the fill colour as six hexadecimal digits, or null
 * @param wrap true if a long text continues on the next line instead of to the right
 * @param text true if the spreadsheet treats later input as text, so that {@code 001} does not become 1
 */
public record CellStyle(String fill, boolean bold, boolean wrap, boolean text) {

    /** A cell without any formatting. */
    public static final CellStyle PLAIN = new CellStyle(null, false, false, false);

    public CellStyle withFill(String colour) {
        return new CellStyle(colour, bold, wrap, text);
    }

    public CellStyle withBold() {
        return new CellStyle(fill, true, wrap, text);
    }

    public CellStyle withWrap() {
        return new CellStyle(fill, bold, true, text);
    }

    public CellStyle withTextFormat() {
        return new CellStyle(fill, bold, wrap, true);
    }
}
