package org.tipstats.files.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tipstats.files.xml.BoundedXml;

/** The number formats that cells of an XLSX workbook refer to by the index of their style. */
final class XlsxFormats {

    private static final int MAX_STYLES = 100_000;
    private static final int MAX_CODES = 10_000;

    private final List<CellFormat> formats = new ArrayList<>();

    /** Reads the part that holds the styles. */
    static XlsxFormats of(BoundedXml xml) {
        XlsxFormats styles = new XlsxFormats();
        Map<Integer, CellFormat> codes = new HashMap<>();
        xml.nextChild(0);
        while (xml.nextChild(1)) {
            if (xml.name().equals("numFmts")) {
                readCodes(xml, codes);
            } else if (xml.name().equals("cellXfs")) {
                styles.readStyles(xml, codes);
            }
        }
        xml.finish();
        return styles;
    }

    static XlsxFormats none() {
        return new XlsxFormats();
    }

    private static void readCodes(BoundedXml xml, Map<Integer, CellFormat> codes) {
        while (xml.nextChild(2)) {
            String code = xml.attribute("formatCode");
            if (code != null && codes.size() < MAX_CODES) {
                codes.put(id(xml), CellFormat.of(code));
            }
        }
    }

    private void readStyles(BoundedXml xml, Map<Integer, CellFormat> codes) {
        while (xml.nextChild(2)) {
            if (formats.size() == MAX_STYLES) {
                throw xml.tooLarge();
            }
            int id = id(xml);
            formats.add(codes.containsKey(id) ? codes.get(id) : CellFormat.builtIn(id));
        }
    }

    private static int id(BoundedXml xml) {
        String id = xml.attribute("numFmtId");
        try {
            return id == null ? 0 : Integer.parseInt(id.strip());
        } catch (NumberFormatException e) {
            throw xml.broken();
        }
    }

    /** Returns the format of the style with an index, or the format of plain numbers if there is no such style. */
    CellFormat at(int style) {
        return style >= 0 && style < formats.size() ? formats.get(style) : CellFormat.NUMBER;
    }
}
