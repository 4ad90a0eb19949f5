package org.tipstats.files.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;
import org.tipstats.files.workbook.WorkbookSheets.MergedCells;
import org.tipstats.files.xml.BoundedXml;

/**
 * The sheets of an OpenDocument spreadsheet. One part of the archive contains all sheets, one after another. A row that
 * is stored once with a number of repetitions is returned once for each repetition.
 */
final class OdsSheets implements SheetSearch.Sheets {

    private static final String CONTENT = "content.xml";
    private static final String MANIFEST = "META-INF/manifest.xml";
    private static final int MAX_STYLES = 10_000;
    /** The position of a superscript: the word "super" or a positive percentage. A subscript has a minus sign. */
    private static final Pattern RAISED = Pattern.compile("(super|0*[1-9]\\d{0,3}(\\.\\d+)?%).*");
    // A file stores equal rows only once, with the number of repetitions. A small file could therefore hold an endless
    // table.
    private static final int MAX_REPEATED_ROWS = 10_000;
    private static final int SHEET_DEPTH = 4;

    private final Archive archive;
    private final int maxColumns;
    private final boolean merges;
    private final List<MergedCells> merged = new ArrayList<>();
    private final BoundedXml xml;
    private final OdsCells cells;
    private final Set<String> hiddenStyles = new HashSet<>();
    private final Set<String> superscripts = new HashSet<>();
    private String name;
    private boolean hidden;
    private boolean inSheet;
    private boolean any;
    private int line;
    private int width;
    private SheetRow repeated;
    private int repeats;
    private int repeatsLeft = MAX_REPEATED_ROWS;

    OdsSheets(Archive archive, int maxColumns, boolean merges) {
        this.archive = archive;
        this.maxColumns = maxColumns;
        this.merges = merges;
        if (archive.has(MANIFEST)) {
            checkManifest();
        }
        this.xml = archive.xml(CONTENT);
        this.cells = new OdsCells(xml, superscripts);
        openSpreadsheet();
    }

    private void checkManifest() {
        try (BoundedXml manifest = archive.xml(MANIFEST)) {
            while (manifest.nextWithin(0)) {
                if (manifest.name().equals("encryption-data")) {
                    throw new MalformedFileException(Reason.PROTECTED, 0);
                }
            }
        }
    }

    private void openSpreadsheet() {
        xml.nextChild(0);
        while (xml.nextChild(1)) {
            if (xml.name().equals("automatic-styles")) {
                readStyles();
            } else if (xml.name().equals("body")
                    && xml.nextChild(2)
                    && xml.name().equals("spreadsheet")) {
                return;
            }
        }
        throw new MalformedFileException(Reason.NO_TABLE_SHEET, 0);
    }

    private void readStyles() {
        while (xml.nextChild(2)) {
            String style = xml.attribute("name");
            while (xml.nextChild(3)) {
                boolean hides = xml.name().equals("table-properties") && "false".equals(xml.attribute("display"));
                if (hides && style != null && hiddenStyles.size() < MAX_STYLES) {
                    hiddenStyles.add(style);
                }
                String position = xml.attribute("text-position");
                boolean raised = position != null && RAISED.matcher(position).matches();
                if (raised && style != null && superscripts.size() < MAX_STYLES) {
                    superscripts.add(style);
                }
            }
        }
    }

    @Override
    public boolean next() {
        repeats = 0;
        merged.clear();
        while (xml.depth() >= SHEET_DEPTH - 1 && xml.nextChild(SHEET_DEPTH - 1)) {
            if (xml.name().equals("table")) {
                String called = xml.attribute("name");
                String style = xml.attribute("style-name");
                name = called == null ? "" : called;
                hidden = style != null && hiddenStyles.contains(style);
                inSheet = true;
                any = true;
                line = 0;
                xml.setLine(line);
                return true;
            }
        }
        if (!any) {
            throw new MalformedFileException(Reason.NO_TABLE_SHEET, 0);
        }
        return false;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean hidden() {
        return hidden;
    }

    @Override
    public SheetRow row() {
        if (repeats > 0) {
            repeats--;
            line++;
            addMerged();
            return repeated.at(line);
        }
        while (inSheet && xml.nextWithin(SHEET_DEPTH)) {
            switch (xml.name()) {
                case "table-row" -> {
                    SheetRow row = read();
                    if (row != null) {
                        return row;
                    }
                }
                case "table-rows", "table-header-rows", "table-row-group" -> {
                    // The next element is a row of the group.
                }
                default -> xml.skip();
            }
        }
        inSheet = false;
        return null;
    }

    /** Reads the open row and its number of repetitions. Returns null if the row is blank. */
    private SheetRow read() {
        int times = OdsCells.repeats(xml, "number-rows-repeated");
        SheetRow row = new SheetRow(line + 1, width, maxColumns);
        xml.setLine(line + 1);
        cells.read(row);
        width = Math.max(width, row.width());
        if (row.width() == 0 && row.formulasWithoutResult().isEmpty()) {
            line = Math.min(MAX_ROWS, line + times);
            return null;
        }
        repeats = times - 1;
        repeatsLeft -= repeats;
        if (repeatsLeft < 0 || line + times > MAX_ROWS) {
            throw xml.tooLarge();
        }
        line++;
        repeated = row;
        addMerged();
        return row;
    }

    private void addMerged() {
        if (merges) {
            cells.spans().forEach(span -> merged.add(span.at(line)));
            if (merged.size() > WorkbookSheets.MAX_MERGED) {
                throw xml.tooLarge();
            }
        }
    }

    @Override
    public List<MergedCells> mergedCells() {
        return List.copyOf(merged);
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
