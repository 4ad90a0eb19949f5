package org.tipstats.files.workbook;

import java.util.ArrayList;
import java.util.List;
import org.tipstats.files.csv.CsvReader;
import org.tipstats.files.workbook.XlsxParts.XlsxFormats;
import org.tipstats.files.xml.BoundedXml;
import org.tipstats.vocabulary.names.CellText;

/** Reads the cells of a row of an XLSX sheet. Reads stored values and calculates no formula. */
final class XlsxCells {

    private static final int MAX_COLUMNS = 16_384;

    private final BoundedXml xml;
    private final SharedStrings strings;
    private final XlsxFormats formats;
    private final boolean from1904;
    private String reference;
    private String type;
    private int style;
    private String value;
    private boolean formula;

    XlsxCells(BoundedXml xml, SharedStrings strings, XlsxFormats formats, boolean from1904) {
        this.xml = xml;
        this.strings = strings;
        this.formats = formats;
        this.from1904 = from1904;
    }

    void read(SheetRow row) {
        int inner = xml.depth();
        int column = -1;
        while (xml.nextChild(inner)) {
            if (!xml.name().equals("c")) {
                continue;
            }
            readAttributes();
            int next = reference == null ? column + 1 : column(row.line());
            if (next <= column || next >= MAX_COLUMNS) {
                throw xml.broken();
            }
            column = next;
            readContent();
            if (formula) {
                row.formula(column, value != null);
            }
            if (value != null) {
                row.put(column, text());
                if (type.equals("n")) {
                    row.number(column);
                }
            }
        }
    }

    private void readAttributes() {
        reference = null;
        type = "n";
        style = 0;
        for (int i = 0; i < xml.attributes(); i++) {
            switch (xml.attributeName(i)) {
                case "r" -> reference = xml.attribute(i);
                case "t" -> type = xml.attribute(i);
                case "s" -> style = number(xml.attribute(i));
                default -> {}
            }
        }
    }

    private void readContent() {
        value = null;
        formula = false;
        int inner = xml.depth();
        while (xml.nextChild(inner)) {
            switch (xml.name()) {
                case "v" -> value = xml.wholeText();
                case "is" -> value = SharedStrings.rich(xml);
                case "f" -> {
                    formula = true;
                    xml.skip();
                }
                default -> xml.skip();
            }
        }
        // An empty result of a formula is an empty text. Any other empty value means that the cell has no value.
        if (value != null && value.isEmpty() && !type.equals("str")) {
            value = null;
        }
    }

    private String text() {
        return switch (type) {
            case "n" -> formats.at(style).text(value, from1904);
            case "s" -> shared();
            case "inlineStr", "e" -> value;
            case "str" -> XlsxText.decode(value);
            case "b" -> XlsxParts.isTrue(value) ? "TRUE" : "FALSE";
            case "d" -> CellFormat.shortenedDate(value);
            default -> throw xml.broken();
        };
    }

    private String shared() {
        String text = strings.at(number(value));
        if (text == null) {
            throw xml.broken();
        }
        return text;
    }

    /**
     * Returns the column of a reference such as {@code AB12}, from 0. The row in the reference must be the given line.
     */
    private int column(int line) {
        int column = 0;
        int at = 0;
        while (at < reference.length() && isLetter(reference.charAt(at)) && column < MAX_COLUMNS) {
            column = column * 26 + (reference.charAt(at) & 0x1f);
            at++;
        }
        if (column == 0 || CellText.digits(reference, at, reference.length()) != line) {
            throw xml.broken();
        }
        return column - 1;
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    /** Returns the whole number that the text holds, or -1 if the text is not a whole number. */
    static int number(String text) {
        return CellText.digits(text, 0, text.length());
    }

    /** The texts that cells refer to by index. These texts stay in memory, so their size is counted. */
    static final class SharedStrings {

        private static final int OVERHEAD = 60;

        private final List<String> texts = new ArrayList<>();

        static SharedStrings of(Archive archive, BoundedXml xml) {
            SharedStrings strings = new SharedStrings();
            xml.nextChild(0);
            while (xml.nextChild(1)) {
                if (xml.name().equals("si")) {
                    String text = rich(xml);
                    archive.countHeld(OVERHEAD + 2 * text.length());
                    strings.texts.add(text);
                }
            }
            xml.finish();
            return strings;
        }

        /**
         * Reads the text of an element from all its runs. Each run may have another font. Raised text becomes raised
         * characters. Leaves out hints on pronunciation.
         */
        static String rich(BoundedXml xml) {
            int inner = xml.depth();
            String whole = null;
            boolean raised = false;
            while (xml.nextWithin(inner)) {
                if (xml.name().equals("t")) {
                    String run = raised ? Superscript.of(xml.wholeText()) : xml.wholeText();
                    // A text that is already too long for a cell is not extended.
                    if (whole == null || whole.length() <= CsvReader.MAX_CELL) {
                        whole = whole == null ? run : whole.concat(run);
                    }
                } else if (xml.name().equals("rPr")) {
                    raised = isRaised(xml);
                } else if (xml.name().equals("r")) {
                    raised = false;
                } else {
                    xml.skip();
                }
            }
            return whole == null ? "" : XlsxText.decode(whole);
        }

        /** Reads the font of a run up to its end. */
        private static boolean isRaised(BoundedXml xml) {
            int inner = xml.depth();
            boolean raised = false;
            while (xml.nextChild(inner)) {
                raised |= xml.name().equals("vertAlign") && "superscript".equals(xml.attribute("val"));
            }
            return raised;
        }

        String at(int index) {
            return index >= 0 && index < texts.size() ? texts.get(index) : null;
        }
    }
}
