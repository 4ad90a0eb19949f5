package org.tipstats.bench.hostile;

import static org.tipstats.bench.hostile.ValidTables.utf8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Workbooks that call out, expand, state false sizes, or are valid. */
final class Workbooks {

    private Workbooks() {}

    static List<HostileFile> files(int port) {
        List<HostileFile> files = new ArrayList<>();
        for (int seed = 0; seed < 8; seed++) {
            List<List<String>> table =
                    ValidTables.random(new Random(seed), "a note", "=1+1", "\u202Ex", "Данные", "1E5", "012");
            files.add(new HostileFile("workbook sound " + seed, Zips.of(Zips.xlsx(Zips.sheet(rows(table)))), table));
            files.add(new HostileFile(
                    "workbook sound ods " + seed, Zips.of(Zips.ods(Zips.tables(odsRows(table)))), table));
        }
        outside(port).forEach((name, declaration) -> {
            for (String part : List.of(
                    "xl/workbook.xml",
                    "xl/worksheets/sheet1.xml",
                    "xl/sharedStrings.xml",
                    "xl/styles.xml",
                    "xl/_rels/workbook.xml.rels")) {
                Map<String, byte[]> parts = Zips.xlsx(Zips.sheet(rows(ValidTables.random(new Random(1)))));
                parts.put(
                        part, utf8(declaration + new String(parts.get(part), java.nio.charset.StandardCharsets.UTF_8)));
                add(files, name + " in " + part, parts);
            }
            add(
                    files,
                    name + " in ods",
                    Zips.ods(declaration + Zips.tables(odsRows(ValidTables.random(new Random(1))))));
        });
        bombs(files);
        lies(port, files);
        return files;
    }

    private static Map<String, String> outside(int port) {
        Map<String, String> outside = new LinkedHashMap<>();
        String here = "http://127.0.0.1:" + port + "/x";
        outside.put("entity", "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + here + "\">]>");
        outside.put("file", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>");
        outside.put("dtd", "<!DOCTYPE x SYSTEM \"" + here + "\">");
        outside.put("parameter", "<!DOCTYPE x [<!ENTITY % p SYSTEM \"" + here + "\"> %p;]>");
        outside.put("style", "<?xml-stylesheet href=\"" + here + "\"?>");
        return outside;
    }

    private static void bombs(List<HostileFile> files) {
        String header = row(ValidTables.HEADER);
        add(files, "white sheet", Zips.xlsx(Zips.sheet(" ".repeat(1 << 25))));
        add(files, "empty rows", Zips.xlsx(Zips.sheet(header + "<row/>".repeat(500_000))));
        add(files, "deep", Zips.xlsx(Zips.sheet("<row>".repeat(100_000))));
        add(
                files,
                "long number",
                Zips.xlsx(Zips.sheet(header + "<row><c><v>" + "1".repeat(5_000_000) + "</v></c></row>")));
        add(files, "wide", Zips.xlsx(Zips.sheet("<row>" + "<c><v>1</v></c>".repeat(20_000) + "</row>")));
        Map<String, byte[]> strings = Zips.xlsx(Zips.sheet(header));
        strings.put(
                "xl/sharedStrings.xml",
                utf8("<sst>" + ("<si><t>" + "x".repeat(200) + "</t></si>").repeat(100_000) + "</sst>"));
        add(files, "strings", strings);
        String cell = "<table:table-cell table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell>";
        String row = "<table:table-row table:number-rows-repeated=\"1048576\">";
        add(
                files,
                "repeated cells",
                Zips.ods(Zips.tables("<table:table>" + row + cell + "</table:table-row></table:table>")));
        add(
                files,
                "repeated rows",
                Zips.ods(
                        Zips.tables(
                                "<table:table>" + odsRow(ValidTables.HEADER) + row
                                        + "<table:table-cell><text:p>AUT</text:p></table:table-cell></table:table-row></table:table>")));
        add(
                files,
                "repeated blanks",
                Zips.ods(Zips.tables("<table:table><table:table-row><table:table-cell><text:p>x<text:s"
                        + " text:c=\"2000000000\"/></text:p></table:table-cell></table:table-row></table:table>")));
    }

    private static void lies(int port, List<HostileFile> files) {
        String header = row(ValidTables.HEADER);
        for (String rows : List.of(
                "<row r=\"1048577\"/>",
                "<row r=\"-1\"/>",
                "<row r=\"99999999999\"/>",
                "<row r=\"1\"/><row r=\"1\"/>",
                "<row><c r=\"ZZZZZ1\"><v>1</v></c></row>",
                "<row><c t=\"s\"><v>-1</v></c></row>",
                "<row><c t=\"s\"><v>1e9</v></c></row>",
                "<row><c t=\"d\"><v>2016-13-45</v></c></row>",
                "<row><c><v>1E308</v></c></row>",
                "<row><c><v>NaN</v></c></row>",
                "<row><c s=\"999999\"><v>1</v></c></row>",
                "<row><c t=\"e\"><v>#REF!</v></c></row>",
                "<row><c t=\"b\"><v>1</v></c></row>",
                "<row><c><f>WEBSERVICE(\"http://127.0.0.1:" + port + "\")</f></c></row>",
                "<row><c><is><t>x</t></is></c></row>",
                "<row><c><v>1</v><v>2</v></c></row>",
                "<row><row/></row>",
                "<c/>",
                "</sheetData><sheetData>")) {
            add(files, "lie " + files.size(), Zips.xlsx(Zips.sheet(header + rows)));
        }
        Map<String, byte[]> outside = Zips.xlsx(Zips.sheet(header));
        outside.put(
                "xl/_rels/workbook.xml.rels",
                utf8("<Relationships><Relationship Id=\"rId1\" TargetMode=\"External\" Target=\"http://127.0.0.1:"
                        + port + "/sheet1.xml\"/></Relationships>"));
        add(files, "sheet elsewhere", outside);
        Map<String, byte[]> slip = Zips.xlsx(Zips.sheet(header));
        slip.put(
                "xl/_rels/workbook.xml.rels",
                utf8("<Relationships>" + Zips.relation("rId1", "worksheet", "../../../../etc/passwd")
                        + "</Relationships>"));
        add(files, "sheet outside", slip);
    }

    static String rows(List<List<String>> table) {
        StringBuilder rows = new StringBuilder();
        table.forEach(cells -> rows.append(row(cells)));
        return rows.toString();
    }

    private static String row(List<String> cells) {
        StringBuilder row = new StringBuilder("<row>");
        cells.forEach(cell -> row.append("<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>"));
        return row.append("</row>").toString();
    }

    static String odsRows(List<List<String>> table) {
        StringBuilder rows = new StringBuilder("<table:table table:name=\"t\">");
        table.forEach(cells -> rows.append(odsRow(cells)));
        return rows.append("</table:table>").toString();
    }

    private static String odsRow(List<String> cells) {
        StringBuilder row = new StringBuilder("<table:table-row>");
        cells.forEach(cell -> row.append(
                "<table:table-cell office:value-type=\"string\"><text:p>" + cell + "</text:p></table:table-cell>"));
        return row.append("</table:table-row>").toString();
    }

    private static void add(List<HostileFile> files, String name, Map<String, byte[]> parts) {
        files.add(HostileFile.noTable("workbook " + name, Zips.of(parts)));
    }
}
