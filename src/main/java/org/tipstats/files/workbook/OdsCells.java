package org.tipstats.files.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import org.tipstats.files.csv.CsvReader;
import org.tipstats.files.workbook.WorkbookSheets.MergedCells;
import org.tipstats.files.xml.BoundedXml;

/**
 * Reads the cells of a row of an OpenDocument sheet. Numbers, dates and truth values come from the attributes of a
 * cell, texts mostly come from the paragraphs of the cell.
 */
final class OdsCells {

    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final Set<String> NUMBERS = Set.of("float", "currency", "percentage");
    private static final int MAX_REPEATS = 1 << 24;
    private static final int MAX_DIGITS = 9;

    private final BoundedXml xml;
    private final Set<String> superscripts;
    private final List<MergedCells> spans = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String type;
    private String value;
    private boolean formula;
    private boolean blankBefore;

    OdsCells(BoundedXml xml, Set<String> superscripts) {
        this.xml = xml;
        this.superscripts = superscripts;
    }

    void read(SheetRow row) {
        int inner = xml.depth();
        int column = 0;
        spans.clear();
        while (xml.nextChild(inner)) {
            if (!xml.name().equals("table-cell") && !xml.name().equals("covered-table-cell")) {
                xml.skip();
                continue;
            }
            int times = repeats(xml, "number-columns-repeated");
            readSpan(column, row.maxColumns());
            readAttributes();
            String content = content(readParagraphs());
            if (formula) {
                row.formula(column, content != null);
            }
            boolean number = type != null && value != null && NUMBERS.contains(type);
            // The row stores all columns after the last allowed column as one column.
            int last = Math.min(column + times, row.maxColumns() + 1);
            for (int i = column; i < Math.max(last, column + 1); i++) {
                row.put(i, content);
                if (number) {
                    row.number(i);
                }
            }
            column = Math.min(column + times, MAX_REPEATS);
        }
    }

    /** Returns the number of times that a cell or row is repeated. Limits very large numbers. */
    static int repeats(BoundedXml xml, String attribute) {
        String times = xml.attribute(attribute);
        if (times == null) {
            return 1;
        }
        int number = times.length() > MAX_DIGITS ? MAX_REPEATS : XlsxCells.number(times);
        return number <= 0 ? 1 : Math.min(number, MAX_REPEATS);
    }

    private void readSpan(int column, int maxColumns) {
        int columns = repeats(xml, "number-columns-spanned");
        int lines = repeats(xml, "number-rows-spanned");
        if (columns * (long) lines > 1 && column <= maxColumns) {
            spans.add(new MergedCells(0, column, lines - 1, column + columns - 1));
        }
    }

    /** Returns the merged cells that start in the row read last. In these ranges, line 0 is this row. */
    List<MergedCells> spans() {
        return spans;
    }

    private void readAttributes() {
        type = null;
        value = null;
        formula = false;
        for (int i = 0; i < xml.attributes(); i++) {
            if (xml.attributeName(i).equals("formula")) {
                formula = true;
            } else if (xml.attributeNamespace(i).equals(OFFICE)) {
                switch (xml.attributeName(i)) {
                    case "value-type" -> type = xml.attribute(i);
                    case "value", "date-value", "time-value", "boolean-value", "string-value" ->
                        value = xml.attribute(i);
                    default -> {}
                }
            }
        }
    }

    private String content(String shown) {
        if (type == null || type.equals("string")) {
            // For a formula that failed, a file stores an empty text as the value and the name of the error as the
            // shown text.
            boolean stored = value != null && (!value.isEmpty() || shown == null);
            return stored ? value : shown;
        }
        if (value == null) {
            return shown;
        }
        return switch (type) {
            case "float", "currency" -> CellFormat.NUMBER.text(value, false);
            case "percentage" -> CellFormat.PERCENT.text(value, false);
            case "date" -> CellFormat.shortenedDate(value);
            case "time" -> CellFormat.isoClock(value);
            case "boolean" -> value.equals("true") ? "TRUE" : "FALSE";
            default -> value;
        };
    }

    /**
     * Reads the paragraphs of the cell and separates them by line breaks. Leaves out notes and drawings. Returns null
     * if the cell has no paragraphs.
     */
    private String readParagraphs() {
        int inner = xml.depth();
        text.setLength(0);
        boolean any = false;
        while (xml.nextChild(inner)) {
            if (xml.name().equals("p") || xml.name().equals("h")) {
                if (any) {
                    append('\n', 1);
                }
                any = true;
                readParagraph();
            } else {
                xml.skip();
            }
        }
        return any ? text.toString() : null;
    }

    private void readParagraph() {
        int end = xml.depth() - 1;
        int raised = 0;
        int raisedFrom = 0;
        blankBefore = true;
        while (xml.depth() > end) {
            int event = xml.next();
            if (raised > xml.depth()) {
                String run = text.substring(raisedFrom);
                text.replace(raisedFrom, text.length(), Superscript.of(run));
                raised = 0;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (raised == 0 && superscripts.contains(xml.attribute("style-name"))) {
                    raised = xml.depth();
                    raisedFrom = text.length();
                }
                readInline();
            } else if (BoundedXml.isText(event)) {
                appendCollapsed();
            }
        }
    }

    private void readInline() {
        switch (xml.name()) {
            case "s" -> append(' ', repeats(xml, "c"));
            case "tab" -> append('\t', 1);
            case "line-break" -> append('\n', 1);
            case "annotation", "note", "ruby-text" -> xml.skip();
            default -> {
                // The text in a link, or in a part with another font, belongs to the paragraph.
            }
        }
    }

    private void append(char c, int times) {
        int most = Math.min(times, CsvReader.MAX_CELL + 1 - text.length());
        for (int i = 0; i < most; i++) {
            text.append(c);
        }
        blankBefore = false;
    }

    /**
     * Appends text and reduces several successive blanks to one. Leaves out blanks at the start of a paragraph. A file
     * stores any other blanks as elements.
     */
    private void appendCollapsed() {
        int from = text.length();
        xml.appendText(text);
        int to = from;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
            if (!blank || !blankBefore) {
                text.setCharAt(to++, blank ? ' ' : c);
            }
            blankBefore = blank;
        }
        text.setLength(to);
    }
}
