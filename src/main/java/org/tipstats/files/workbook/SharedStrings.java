package org.tipstats.files.workbook;

import java.util.ArrayList;
import java.util.List;
import org.tipstats.files.csv.CsvReader;
import org.tipstats.files.xml.BoundedXml;

/** The texts that cells of an XLSX workbook refer to by index. These texts stay in memory, so their size is counted. */
final class SharedStrings {

    private static final int OVERHEAD = 60;

    private final List<String> texts = new ArrayList<>();

    /** Reads the part that holds the texts. */
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

    static SharedStrings none() {
        return new SharedStrings();
    }

    /**
     * Reads the text of an element from all its runs. Each run may have another font. Leaves out hints on
     * pronunciation.
     */
    static String rich(BoundedXml xml) {
        int inner = xml.depth();
        String whole = null;
        while (xml.nextWithin(inner)) {
            if (xml.name().equals("t")) {
                String run = xml.wholeText();
                // Do not extend a text that is already too long for a cell.
                if (whole == null || whole.length() <= CsvReader.MAX_CELL) {
                    whole = whole == null ? run : whole.concat(run);
                }
            } else if (!xml.name().equals("r")) {
                xml.skip();
            }
        }
        return whole == null ? "" : XlsxText.decode(whole);
    }

    /** Returns the text at an index, or null. */
    String at(int index) {
        return index >= 0 && index < texts.size() ? texts.get(index) : null;
    }
}
