package org.tipstats.bench.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Builds archives exactly as requested, even if they are not valid. Gives the same bytes each time. */
final class Zips {

    private static final int LINK = 0120777;
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private Zips() {}

    static byte[] of(String name, byte[] bytes) {
        return of(Map.of(name, bytes));
    }

    /** Returns an archive of these entries. A name that starts with {@code link:} makes a symbolic link. */
    static byte[] of(Map<String, byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : entries.entrySet()) {
                ZipArchiveEntry entry = new ZipArchiveEntry(file.getKey().replace("link:", ""));
                entry.setTime(0);
                if (file.getKey().startsWith("link:")) {
                    entry.setUnixMode(LINK);
                }
                zip.putArchiveEntry(entry);
                zip.write(file.getValue());
                zip.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Returns the parts of a workbook with this sheet only. */
    static Map<String, byte[]> xlsx(String sheet) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", ValidTables.utf8("<Types/>"));
        parts.put(
                "xl/workbook.xml",
                ValidTables.utf8("<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                        + "\"><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                ValidTables.utf8("<Relationships>" + relation("rId1", "worksheet", "worksheets/sheet1.xml")
                        + relation("rId2", "sharedStrings", "sharedStrings.xml")
                        + relation("rId3", "styles", "styles.xml")
                        + "</Relationships>"));
        parts.put("xl/sharedStrings.xml", ValidTables.utf8("<sst xmlns=\"" + MAIN + "\"/>"));
        parts.put("xl/styles.xml", ValidTables.utf8("<styleSheet xmlns=\"" + MAIN + "\"/>"));
        parts.put("xl/worksheets/sheet1.xml", ValidTables.utf8(sheet));
        return parts;
    }

    static String relation(String id, String kind, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + OFFICE + "/" + kind + "\" Target=\"" + target + "\"/>";
    }

    static String sheet(String rows) {
        return "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>";
    }

    /** Returns the parts of an OpenDocument spreadsheet with this content. */
    static Map<String, byte[]> ods(String content) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", ValidTables.utf8("application/vnd.oasis.opendocument.spreadsheet"));
        parts.put("content.xml", ValidTables.utf8(content));
        return parts;
    }

    static String tables(String tables) {
        return "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
                + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>"
                + tables + "</office:spreadsheet></office:body></office:document-content>";
    }
}
