package org.tipstats.files.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tipstats.files.csv.RawRow;
import org.tipstats.files.detect.FileKind;

/** Builds workbooks by hand, as office programs write them, and reads them. */
public final class TestWorkbooks {

    static final Set<String> COLUMNS = Set.of("REF_AREA", "SEX", "TIME_PERIOD", "OBS_VALUE", "COMMENT");

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private TestWorkbooks() {}

    /**
     * Returns the parts of a workbook.
     *
     * @param sheets the rows by name of the sheet, in order; a name that starts with "(hidden)" or
     *     "(veryHidden)" makes a sheet of this state
     */
    public static Map<String, String> xlsx(Map<String, String> sheets) {
        Map<String, String> parts = new LinkedHashMap<>();
        StringBuilder list = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        int number = 0;
        for (Map.Entry<String, String> sheet : sheets.entrySet()) {
            number++;
            String name = sheet.getKey();
            String state = name.startsWith("(") ? " state=\"" + name.substring(1, name.indexOf(')')) + "\"" : "";
            list.append("<sheet name=\"" + name + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"" + state
                    + "/>");
            relations.append(relation("rId" + number, "worksheet", "worksheets/sheet" + number + ".xml"));
            parts.put("xl/worksheets/sheet" + number + ".xml", sheet(sheet.getValue()));
        }
        relations.append(relation("rId100", "sharedStrings", "/xl/sharedStrings.xml"));
        relations.append(relation("rId101", "styles", "styles.xml"));
        parts.put("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\"/>");
        parts.put("xl/styles.xml", "<styleSheet xmlns=\"" + MAIN + "\"/>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>" + list + "</sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
        return parts;
    }

    public static Map<String, String> xlsx(String rows) {
        return xlsx(Map.of("Data", rows));
    }

    static String sheet(String rows) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"" + MAIN
                + "\"><dimension ref=\"A1\"/><sheetData>" + rows
                + "</sheetData><pageMargins left=\"0.7\"/></worksheet>";
    }

    private static String relation(String id, String kind, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + OFFICE + "/" + kind + "\" Target=\"" + target + "\"/>";
    }

    /** Returns a row of inline texts without cell references, as some libraries write it. */
    public static String row(String... texts) {
        StringBuilder row = new StringBuilder("<row>");
        for (String text : texts) {
            row.append("<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    public static Map<String, String> ods(String automaticStyles, String tables) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        parts.put(
                "content.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content"
                        + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                        + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
                        + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
                        + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
                        + " xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\">"
                        + "<office:automatic-styles>" + automaticStyles + "</office:automatic-styles>"
                        + "<office:body><office:spreadsheet>" + tables
                        + "</office:spreadsheet></office:body></office:document-content>");
        return parts;
    }

    public static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** Reads the table of an XLSX workbook that has the parts. */
    static Table read(Path folder, Map<String, String> parts) throws IOException {
        return read(folder, zip(parts), FileKind.XLSX);
    }

    static Table read(Path folder, byte[] bytes, FileKind kind) throws IOException {
        Path file = Files.write(folder.resolve("workbook"), bytes);
        try (WorkbookReader reader = WorkbookReader.open(file, kind, COLUMNS::contains)) {
            List<String> rows = new ArrayList<>();
            reader.header().ifPresent(row -> rows.add(text(row)));
            while (reader.hasNext()) {
                rows.add(text(reader.next()));
            }
            List<String> assumptions = reader.assumptions().stream()
                    .map(assumption -> assumption.kind() + " " + assumption.line() + "-" + assumption.lastLine() + " "
                            + assumption.text())
                    .toList();
            return new Table(rows, assumptions);
        }
    }

    /**
     * The result of reading.
     *
     * @param rows each row with its line, its number and its cells
     * @param assumptions each assumption with its kind, its lines and its text
     */
    record Table(List<String> rows, List<String> assumptions) {}

    private static String text(RawRow row) {
        return row.line() + "/" + row.record() + ": " + String.join("|", row.cells());
    }
}
