package org.tipstats.bench.hostile;

import static org.tipstats.bench.hostile.ValidTables.bytes;
import static org.tipstats.bench.hostile.ValidTables.joined;
import static org.tipstats.bench.hostile.ValidTables.utf8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Files of other kinds under the name of a table: whole, cut, and with a table after their first bytes. */
final class WrongTypes {

    private WrongTypes() {}

    static List<HostileFile> files() {
        Map<String, byte[]> starts = new TreeMap<>(Map.ofEntries(
                Map.entry("pdf", utf8("%PDF-1.7\n%\u00E2\u00E3\n1 0 obj\n<</Type/Catalog>>\nendobj\n")),
                Map.entry(
                        "html", utf8("<!DOCTYPE html><html><body><table><tr><td>AUT</td></tr></table></body></html>")),
                Map.entry("table of html", utf8("<table><tr><td>REF_AREA</td></tr></table>")),
                Map.entry("json", utf8("[{\"REF_AREA\": \"AUT\", \"OBS_VALUE\": 12}]")),
                Map.entry("elf", bytes(0x7F, 'E', 'L', 'F', 2, 1, 1, 0)),
                Map.entry("exe", bytes('M', 'Z', 0x90, 0, 3, 0, 0, 0)),
                Map.entry("class", bytes(0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 61)),
                Map.entry("script", utf8("#!/bin/sh\nrm -rf /\n")),
                Map.entry("png", bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10)),
                Map.entry("jpeg", bytes(0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 'J', 'F')),
                Map.entry("gif", utf8("GIF89a")),
                Map.entry("bzip2", utf8("BZh91AY&SY")),
                Map.entry("xz", bytes(0xFD, '7', 'z', 'X', 'Z', 0)),
                Map.entry("7z", bytes('7', 'z', 0xBC, 0xAF, 0x27, 0x1C)),
                Map.entry("rar", bytes('R', 'a', 'r', '!', 0x1A, 7, 0)),
                Map.entry("tar", Arrays.copyOf(utf8("data.csv"), 600)),
                Map.entry("ole", bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)),
                Map.entry("rtf", utf8("{\\rtf1\\ansi Victims}")),
                Map.entry("sqlite", utf8("SQLite format 3\0")),
                Map.entry("parquet", utf8("PAR1")),
                Map.entry("mail", utf8("From: a@example.org\nSubject: figures\n\nREF_AREA,SEX\n")),
                Map.entry("yaml", utf8("---\nvictims:\n  - area: AUT\n")),
                Map.entry("sylk", utf8("ID;PWXL;N;E\nC;Y1;X1;K\"REF_AREA\"\n")),
                Map.entry("zeros", new byte[3_000]),
                Map.entry("ones", ones())));
        List<HostileFile> files = new ArrayList<>();
        byte[] table = utf8(ValidTables.text(ValidTables.random(new Random(1), "x")));
        starts.forEach((kind, start) -> {
            add(files, kind, start);
            add(files, kind + " cut", Arrays.copyOf(start, Math.max(1, start.length / 2)));
            add(files, kind + " before a table", joined(start, table));
            add(files, kind + " behind a table", joined(table, start));
            add(files, kind + " before noise", joined(start, noise(kind)));
        });
        add(files, "nothing", new byte[0]);
        for (int i = 0; i < 256; i += 5) {
            add(files, "one byte " + i, bytes(i));
        }
        return files;
    }

    private static byte[] ones() {
        byte[] ones = new byte[3_000];
        Arrays.fill(ones, (byte) 0xFF);
        return ones;
    }

    private static byte[] noise(String kind) {
        byte[] noise = new byte[20_000];
        new Random(kind.hashCode()).nextBytes(noise);
        return noise;
    }

    private static void add(List<HostileFile> files, String name, byte[] bytes) {
        files.add(HostileFile.noTable("type " + name, bytes));
    }
}
