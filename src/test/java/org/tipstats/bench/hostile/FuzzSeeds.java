package org.tipstats.bench.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The inputs that a fuzzer starts from: small valid files, and files that once revealed a fault. */
final class FuzzSeeds {

    private static final Path FOUND = Path.of("src", "test", "resources", "fuzz");
    private static final int LARGEST = 700;

    private static final String JSON_STAT = """
            {"class":"dataset","id":["sex","year"],"size":[2,1],"value":{"0":1,"1":2.5},"status":["a",null],
            "dimension":{"sex":{"label":"Sex","category":{"index":{"M":1,"F":0},"label":{"F":"Women"}}},
            "year":{"category":{"label":{"2014":"2014"},"unit":{"2014":{"label":"persons"}}}}}}
            """;
    private static final String PX = """
            CHARSET="ANSI";CODEPAGE="utf-8";UNITS="number";STUB="sex";HEADING="year";
            VALUES("sex")="women","men";CODES("sex")="F","M";VALUES("year")="20" "14";DATA=12 "..";
            """;

    private FuzzSeeds() {}

    /** Returns the seeds of a target by name. */
    static Map<String, byte[]> of(Class<?> target) throws IOException {
        Map<String, byte[]> seeds = new TreeMap<>();
        if (target == FuzzText.class || target == FuzzValidation.class || target == FuzzGrid.class) {
            seeds.putAll(small(Path.of("sample-data", "rejected"), ".csv", LARGEST));
        }
        if (target == FuzzGrid.class) {
            seeds.put("json-stat", ValidTables.utf8(JSON_STAT));
            seeds.put("px", ValidTables.utf8(PX));
        }
        if (target == FuzzMessage.class || target == FuzzValidation.class || target == FuzzGrid.class) {
            for (HostileFile file : Stream.of(XmlFiles.sound(), JsonFiles.sound())
                    .flatMap(List::stream)
                    .toList()) {
                seeds.put(file.name(), file.bytes());
            }
        }
        if (target == FuzzWorkbook.class) {
            List<List<String>> table = ValidTables.random(new Random(1), "x");
            seeds.put(
                    "xlsx",
                    ValidTables.utf8(
                            Zips.sheet(Workbooks.rows(table)) + "\0<sst><si><t>x</t></si></sst>\0<styleSheet/>"));
            seeds.put(
                    "numbers",
                    ValidTables.utf8(Zips.sheet(
                                    Workbooks.rows(table.subList(0, 1))
                                            + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"E2\" s=\"1\"><f>1+1</f><v>2</v></c></row>")
                            + "\0<sst><si><r><t>A</t></r><r><t>UT</t></r></si></sst>"
                            + "\0<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"0.0%\"/></numFmts>"
                            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"));
            seeds.put("ods", ValidTables.utf8(Zips.tables(Workbooks.odsRows(table))));
        }
        seeds.putAll(small(FOUND.resolve(target.getSimpleName()), "", Long.MAX_VALUE));
        return seeds;
    }

    private static Map<String, byte[]> small(Path folder, String end, long largest) throws IOException {
        Map<String, byte[]> small = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(f -> f.toString().endsWith(end)).toList()) {
                    if (Files.size(file) <= largest) {
                        small.put(file.getFileName().toString(), Files.readAllBytes(file));
                    }
                }
            }
        }
        return small;
    }
}
