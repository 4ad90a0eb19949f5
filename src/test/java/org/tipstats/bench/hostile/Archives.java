package org.tipstats.bench.hostile;

import static org.tipstats.bench.hostile.ValidTables.joined;
import static org.tipstats.bench.hostile.ValidTables.utf8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Archives that expand, nest, point elsewhere, or are broken. */
final class Archives {

    private static final int BOMB = 1 << 25;

    private Archives() {}

    static List<HostileFile> files(int port) {
        List<HostileFile> files = new ArrayList<>();
        byte[] table = utf8(ValidTables.text(ValidTables.random(new Random(1), "x")));
        byte[] zip = Zips.of("figures.csv", table);
        add(files, "with a table", zip);
        add(files, "empty", Zips.of(Map.of()));
        add(files, "behind a table", joined(table, zip));
        add(files, "with something behind", joined(zip, table));
        add(files, "gzip", Zips.gzip(table));
        add(files, "gzip bomb", Zips.gzip(new byte[BOMB]));
        add(files, "gzip of gzip", Zips.gzip(Zips.gzip(table)));
        add(files, "bomb", Zips.of("figures.csv", new byte[BOMB]));
        byte[] nested = zip;
        for (int i = 0; i < 50; i++) {
            nested = Zips.of("inner.zip", nested);
        }
        add(files, "nested", nested);
        for (String name : List.of(
                "../../../etc/cron.d/x",
                "/etc/passwd",
                "..\\..\\x.csv",
                "C:\\x.csv",
                "a/../../b.csv",
                "xl/../../../x.xml",
                "a\0b",
                "\u202Egpj.csv")) {
            add(files, "slip " + files.size(), Zips.of(name, table));
        }
        add(files, "link", Zips.of("link:figures.csv", utf8("/etc/passwd")));
        add(files, "link among a workbook", Zips.of(Map.of("link:xl/workbook.xml", utf8("/etc/passwd"))));
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 12_000; i++) {
            many.put("xl/" + i + ".xml", new byte[0]);
        }
        add(files, "thousands of entries", Zips.of(many));
        for (int length = 4; length < zip.length; length += 23) {
            add(files, "cut at " + length, Arrays.copyOf(zip, length));
        }
        Random random = new Random(5);
        byte[] workbook = Zips.of(Zips.xlsx(Zips.sheet("<row><c><v>1</v></c></row>")));
        for (int i = 0; i < 60; i++) {
            byte[] damaged = workbook.clone();
            for (int j = random.nextInt(6); j >= 0; j--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            add(files, "damaged " + i, damaged);
        }
        return files;
    }

    private static void add(List<HostileFile> files, String name, byte[] bytes) {
        files.add(HostileFile.noTable("archive " + name, bytes));
    }
}
