package org.tipstats.bench.hostile;

import static org.tipstats.bench.hostile.ValidTables.bytes;
import static org.tipstats.bench.hostile.ValidTables.joined;
import static org.tipstats.bench.hostile.ValidTables.text;
import static org.tipstats.bench.hostile.ValidTables.utf8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Valid tables in encodings of all kinds, and texts whose bytes are damaged. */
final class Encodings {

    private static final byte[] MARK = bytes(0xEF, 0xBB, 0xBF);
    private static final String[] WESTERN = {"Données du ministère, à vérifier", "Año 2016: información de la policía"};
    private static final String[] EASTERN = {"Źródło: Policja, liczba ofiar łącznie", "Údaje ministerstva; počet obětí"
    };
    private static final String[] RUSSIAN = {"Данные министерства внутренних дел", "Сведения полиции за год"};
    private static final String[] ARABIC = {"بيانات وزارة الداخلية", "المصدر: الشرطة"};
    private static final String[] CHINESE = {"公安部提供的数据", "受害者人数"};
    private static final String[] JAPANESE = {"警察庁のデータ"};

    private static final Map<String, String[]> CHARSETS = new TreeMap<>(Map.ofEntries(
            Map.entry("windows-1252", WESTERN),
            Map.entry("ISO-8859-1", WESTERN),
            Map.entry("ISO-8859-15", WESTERN),
            Map.entry("IBM850", WESTERN),
            Map.entry("IBM037", WESTERN),
            Map.entry("windows-1250", EASTERN),
            Map.entry("ISO-8859-2", EASTERN),
            Map.entry("windows-1251", RUSSIAN),
            Map.entry("KOI8-R", RUSSIAN),
            Map.entry("windows-1256", ARABIC),
            Map.entry("GB18030", CHINESE),
            Map.entry("Shift_JIS", JAPANESE),
            Map.entry("UTF-16LE", CHINESE),
            Map.entry("UTF-16BE", RUSSIAN),
            Map.entry("UTF-32LE", ARABIC),
            Map.entry("UTF-32BE", WESTERN),
            Map.entry("UTF-8", RUSSIAN)));

    private Encodings() {}

    static List<HostileFile> files(Random random) {
        List<HostileFile> files = new ArrayList<>();
        CHARSETS.forEach((charset, comments) -> {
            List<List<String>> table = ValidTables.random(random, comments);
            files.add(ValidTables.file("encoding " + charset, table, charset));
            if (charset.startsWith("UTF")) {
                byte[] mark = "\uFEFF".getBytes(Charset.forName(charset));
                byte[] plain = text(table).getBytes(Charset.forName(charset));
                files.add(new HostileFile("encoding marked " + charset, joined(mark, plain), table));
                files.add(new HostileFile("encoding twice marked " + charset, joined(mark, mark, plain), table));
                files.add(HostileFile.noTable("encoding cut " + charset, Arrays.copyOf(plain, plain.length - 3)));
            }
        });
        damaged(random, files);
        return files;
    }

    private static void damaged(Random random, List<HostileFile> files) {
        List<List<String>> table = ValidTables.random(random, "x");
        byte[] plain = utf8(text(table));
        add(files, "mixed", joined(utf8(text(ValidTables.random(random, RUSSIAN))), cp(text(table) + "AUT,é,à,ü\n")));
        add(files, "mark of another encoding", joined(bytes(0xFF, 0xFE), plain));
        add(files, "mark behind the header", joined(utf8("REF_AREA,SEX,\uFEFFAGE,"), plain));
        add(files, "marks only", joined(MARK, MARK));
        Map<String, byte[]> damage = new TreeMap<>(Map.of(
                "overlong", bytes(0xC0, 0xAF),
                "overlong of three", bytes(0xE0, 0x80, 0xAF),
                "lone surrogate", bytes(0xED, 0xA0, 0x80),
                "beyond Unicode", bytes(0xF5, 0x80, 0x80, 0x80),
                "lone continuation", bytes(0x80),
                "never in UTF-8", bytes(0xFF),
                "zero", bytes(0),
                "control", bytes(0x1B, '[', '3', '1', 'm'),
                "end of file of DOS", bytes(0x1A),
                "replacement", utf8("\uFFFD")));
        damage.forEach((name, wrong) -> {
            int at = 1 + random.nextInt(plain.length - 1);
            add(files, name, joined(Arrays.copyOf(plain, at), wrong, Arrays.copyOfRange(plain, at, plain.length)));
            add(files, name + " in a comment", inComment(table, wrong));
        });
        byte[] noise = new byte[4_000];
        random.nextBytes(noise);
        add(files, "noise", noise);
        add(files, "noise below a header", joined(utf8(String.join(",", ValidTables.HEADER) + "\n"), noise));
    }

    private static byte[] inComment(List<List<String>> table, byte[] wrong) {
        return joined(utf8(text(table).stripTrailing()), wrong, utf8("\n"));
    }

    private static byte[] cp(String text) {
        return text.getBytes(Charset.forName("windows-1252"));
    }

    private static void add(List<HostileFile> files, String name, byte[] bytes) {
        files.add(HostileFile.noTable("damage " + name, bytes));
    }
}
