package org.tipstats.files.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;
import org.tipstats.files.workbook.XlsxCells.SharedStrings;
import org.tipstats.files.xml.BoundedXml;

/** The parts of an XLSX workbook: its sheets in order, and the parts that their cells refer to. */
final class XlsxParts {

    private static final String ROOT_RELATIONS = "_rels/.rels";
    private static final String USUAL_WORKBOOK = "xl/workbook.xml";
    private static final int MAX_PARTS = 10_000;

    /** A sheet of cells, and the name of the part that contains the sheet. */
    record Sheet(String name, boolean hidden, String part) {}

    /** A reference from one part of the archive to another part. */
    private record Relation(String type, String target) {

        boolean is(String kind) {
            return type.endsWith("/" + kind);
        }
    }

    private final Archive archive;
    private final Map<String, Relation> relations;
    private final List<Sheet> sheets = new ArrayList<>();
    private boolean from1904;

    XlsxParts(Archive archive) {
        this.archive = archive;
        String workbook = workbook();
        this.relations = relations(relationsOf(workbook), folder(workbook));
        read(archive.xml(workbook));
    }

    private String workbook() {
        if (!archive.has(ROOT_RELATIONS)) {
            return USUAL_WORKBOOK;
        }
        return relations(ROOT_RELATIONS, "").values().stream()
                .filter(relation -> relation.is("officeDocument"))
                .map(Relation::target)
                .findFirst()
                .orElse(USUAL_WORKBOOK);
    }

    private static String folder(String part) {
        return part.substring(0, part.lastIndexOf('/') + 1);
    }

    private static String relationsOf(String part) {
        String folder = folder(part);
        return folder + "_rels/" + part.substring(folder.length()) + ".rels";
    }

    private Map<String, Relation> relations(String part, String folder) {
        Map<String, Relation> found = new HashMap<>();
        BoundedXml xml = archive.xml(part);
        xml.nextChild(0);
        while (xml.nextChild(1)) {
            String id = xml.attribute("Id");
            String type = xml.attribute("Type");
            String target = xml.attribute("Target");
            boolean outside = "External".equals(xml.attribute("TargetMode"));
            if (id != null && type != null && target != null && !outside && found.size() < MAX_PARTS) {
                found.put(id, new Relation(type, resolve(folder, target)));
            }
        }
        xml.finish();
        return found;
    }

    /** Returns the name of a part from a reference that is relative to a folder. */
    private static String resolve(String folder, String target) {
        String path = target.startsWith("/") ? target.substring(1) : folder + target;
        List<String> steps = new ArrayList<>();
        for (String step : path.split("/")) {
            if (step.equals("..") && !steps.isEmpty()) {
                steps.remove(steps.size() - 1);
            } else if (!step.equals(".") && !step.equals("..")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }

    private void read(BoundedXml xml) {
        xml.nextChild(0);
        while (xml.nextChild(1)) {
            if (xml.name().equals("workbookPr")) {
                from1904 = isTrue(xml.attribute("date1904"));
            } else if (xml.name().equals("sheets")) {
                while (xml.nextChild(2)) {
                    readSheet(xml);
                }
            }
        }
        xml.finish();
    }

    private void readSheet(BoundedXml xml) {
        String id = xml.attribute("id");
        Relation relation = relations.get(id == null ? "" : id);
        if (relation == null) {
            throw xml.broken();
        }
        // A sheet of another kind is a chart, old macros or an old dialogue, and has no cells.
        if (!relation.is("worksheet")) {
            return;
        }
        if (sheets.size() == MAX_PARTS) {
            throw xml.tooLarge();
        }
        String name = xml.attribute("name");
        String state = xml.attribute("state");
        sheets.add(new Sheet(name == null ? "" : name, state != null && !state.equals("visible"), relation.target()));
    }

    static boolean isTrue(String value) {
        return "1".equals(value) || "true".equals(value);
    }

    private Optional<BoundedXml> part(String kind) {
        return relations.values().stream()
                .filter(relation -> relation.is(kind))
                .findFirst()
                .map(relation -> archive.xml(relation.target()));
    }

    List<Sheet> sheets() {
        if (sheets.isEmpty()) {
            throw new MalformedFileException(Reason.NO_TABLE_SHEET, 0);
        }
        return sheets;
    }

    boolean from1904() {
        return from1904;
    }

    SharedStrings strings() {
        return part("sharedStrings").map(xml -> SharedStrings.of(archive, xml)).orElseGet(SharedStrings::new);
    }

    XlsxFormats formats() {
        return part("styles").map(XlsxFormats::of).orElseGet(XlsxFormats::new);
    }

    BoundedXml rows(Sheet sheet) {
        return archive.xml(sheet.part());
    }

    /** The number formats that cells of an XLSX workbook refer to by the index of their style. */
    static final class XlsxFormats {

        private static final int MAX_STYLES = 100_000;
        private static final int MAX_CODES = 10_000;

        private final List<CellFormat> formats = new ArrayList<>();

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
}
