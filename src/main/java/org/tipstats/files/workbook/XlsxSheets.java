package org.tipstats.files.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tipstats.files.workbook.WorkbookSheets.MergedCells;
import org.tipstats.files.workbook.XlsxCells.SharedStrings;
import org.tipstats.files.workbook.XlsxParts.XlsxFormats;
import org.tipstats.files.xml.BoundedXml;

/**
 * The sheets of an XLSX workbook. Each sheet is a separate part of the archive. The rows of a sheet are read as a
 * stream.
 */
final class XlsxSheets implements SheetSearch.Sheets {

    private final Archive archive;
    private final int maxColumns;
    private final boolean merges;
    private final List<MergedCells> merged = new ArrayList<>();
    private final XlsxParts parts;
    private final List<XlsxParts.Sheet> sheets;
    private final XlsxFormats formats;
    private SharedStrings strings;
    private int index = -1;
    private BoundedXml xml;
    private XlsxCells cells;
    private boolean done;
    private int line;
    private int width;

    XlsxSheets(Archive archive, int maxColumns, boolean merges) {
        this.archive = archive;
        this.merges = merges;
        this.maxColumns = maxColumns;
        this.parts = new XlsxParts(archive);
        this.sheets = parts.sheets();
        this.formats = parts.formats();
    }

    @Override
    public boolean next() {
        if (xml != null) {
            xml.close();
            xml = null;
        }
        index++;
        merged.clear();
        line = 0;
        done = false;
        return index < sheets.size();
    }

    @Override
    public String name() {
        return sheets.get(index).name();
    }

    @Override
    public boolean hidden() {
        return sheets.get(index).hidden();
    }

    @Override
    public SheetRow row() {
        if (done) {
            return null;
        }
        if (xml == null) {
            open();
        }
        while (xml.nextChild(2)) {
            if (xml.name().equals("row")) {
                return read();
            }
        }
        if (merges) {
            readMerged();
        }
        xml.finish();
        xml = null;
        done = true;
        return null;
    }

    private void readMerged() {
        while (xml.nextChild(1)) {
            if (xml.name().equals("mergeCells")) {
                while (xml.nextChild(2)) {
                    String reference = xml.attribute("ref");
                    merged.add(MergedCells.parse(reference == null ? "" : reference)
                            .orElseThrow(xml::broken));
                    if (merged.size() > WorkbookSheets.MAX_MERGED) {
                        throw xml.tooLarge();
                    }
                }
            }
        }
    }

    @Override
    public List<MergedCells> mergedCells() {
        return List.copyOf(merged);
    }

    private void open() {
        if (strings == null) {
            strings = parts.strings();
        }
        xml = parts.rows(sheets.get(index));
        cells = new XlsxCells(xml, strings, formats, parts.from1904());
        xml.nextChild(0);
        boolean found = false;
        while (!found && xml.nextChild(1)) {
            found = xml.name().equals("sheetData");
        }
    }

    private SheetRow read() {
        String number = xml.attribute("r");
        int next = number == null ? line + 1 : XlsxCells.number(number);
        // If rows occur twice or in the wrong order, different programs read different tables.
        if (next <= line) {
            throw xml.broken();
        }
        if (next > MAX_ROWS) {
            throw xml.tooLarge();
        }
        line = next;
        xml.setLine(line);
        SheetRow row = new SheetRow(line, width, maxColumns);
        cells.read(row);
        width = Math.max(width, row.width());
        return row;
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
