package org.tipstats.bench.hostile;

import static org.tipstats.bench.hostile.ValidTables.utf8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** SDMX-JSON messages that nest, repeat, point beyond their lists or hold endless numbers; and other JSON. */
final class JsonFiles {

    /** A valid message with two rows: 12 and 5. */
    private static final String SOUND = """
            {"meta": {"id": "X"}, "data": {"dataSets": [{"action": "Append", "observations": {
              "0:0:0": [12, 0],
              "0:1:0": [5, null]}}],
             "structure": {
              "dimensions": {"dataSet": [
                {"id": "AGE", "keyPosition": 2, "values": [{"id": "_T"}]},
                {"id": "EXPLOITATION", "keyPosition": 3, "values": [{"id": "_T"}]}], "observation": [
                {"id": "REF_AREA", "keyPosition": 0, "values": [{"id": "AUT"}]},
                {"id": "SEX", "keyPosition": 1, "values": [{"id": "F"}, {"id": "M"}]},
                {"id": "TIME_PERIOD", "keyPosition": 4, "values": [{"id": "2016"}]}]},
              "attributes": {"observation": [{"id": "COMMENT", "values": [{"name": "a note"}]}]}}}}
            """;

    private static final List<List<String>> MEANT = List.of(
            ValidTables.HEADER,
            List.of("AUT", "F", "_T", "_T", "2016", "12", "A", "a note"),
            List.of("AUT", "M", "_T", "_T", "2016", "5", "A", ""));

    private JsonFiles() {}

    static List<HostileFile> files() {
        List<HostileFile> files = new ArrayList<>(sound());
        texts().forEach((name, text) -> files.add(HostileFile.noTable("json " + name, utf8(text))));
        Random random = new Random(11);
        for (int i = 0; i < 60; i++) {
            StringBuilder damaged = new StringBuilder(SOUND);
            for (int j = random.nextInt(5); j >= 0; j--) {
                damaged.setCharAt(random.nextInt(damaged.length()), "{}[]\":,0-9e\\n\0 ".charAt(random.nextInt(15)));
            }
            files.add(HostileFile.noTable("json damaged " + i, utf8(damaged.toString())));
        }
        return files;
    }

    static List<HostileFile> sound() {
        return List.of(new HostileFile("json sound", utf8(SOUND), MEANT));
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        texts.put("deep lists", SOUND.replace("[12, 0]", "[".repeat(100_000)));
        texts.put("deep objects", SOUND.replace("\"X\"", "{\"a\":".repeat(100_000)));
        texts.put("deep alone", "[".repeat(100_000));
        texts.put("a key twice", SOUND.replace("\"0:1:0\"", "\"0:0:0\""));
        texts.put("a member twice", SOUND.replace("\"meta\"", "\"data\""));
        texts.put("exponent", SOUND.replace("12", "1e999999999"));
        texts.put("small exponent", SOUND.replace("12", "1e-999999999"));
        texts.put("long number", SOUND.replace("12", "1".repeat(100_000)));
        texts.put("long fraction", SOUND.replace("12", "1." + "1".repeat(100_000)));
        texts.put("not a number", SOUND.replace("12", "NaN"));
        texts.put("endless", SOUND.replace("12", "Infinity"));
        texts.put("index beyond", SOUND.replace("0:1:0", "0:9:0"));
        texts.put("index too large", SOUND.replace("0:1:0", "0:99999999999999999999:0"));
        texts.put("index below", SOUND.replace("0:1:0", "0:-1:0"));
        texts.put("key too long", SOUND.replace("0:1:0", "0:".repeat(50_000)));
        texts.put("position beyond", SOUND.replace("\"keyPosition\": 4", "\"keyPosition\": 2147483647"));
        texts.put("position below", SOUND.replace("\"keyPosition\": 4", "\"keyPosition\": -1"));
        texts.put("long text", SOUND.replace("a note", "x".repeat(300_000)));
        texts.put("long name", SOUND.replace("COMMENT", "X".repeat(100_000)));
        texts.put(
                "many codes", SOUND.replace("{\"id\": \"F\"}", "{\"id\": \"F\"},".repeat(300_000) + "{\"id\": \"F\"}"));
        texts.put("many empty lists", SOUND.replace("[12, 0]", "[" + "[],".repeat(500_000) + "0]"));
        texts.put(
                "assignment",
                SOUND.replace(
                        "\"meta\"", "\"state\": \"ACCEPTED\", \"approvedBy\": \"me\", \"__proto__\": {}, \"meta\""));
        texts.put("no data", "{\"data\": {\"dataSets\": [], \"structure\": {}}}");
        texts.put("nulls", "{\"data\": null, \"dataSets\": null, \"structure\": null}");
        texts.put("wrong kinds", "{\"dataSets\": 5, \"structure\": [1, 2], \"data\": \"x\"}");
        texts.put("comment", "/* x */" + SOUND);
        texts.put("apostrophes", SOUND.replace('"', '\''));
        texts.put("lone surrogate", SOUND.replace("a note", "\\ud800"));
        texts.put("zero", SOUND.replace("a note", "\\u0000"));
        texts.put("behind", SOUND + SOUND);
        texts.put("cut", SOUND.substring(0, SOUND.length() / 2));
        return texts;
    }
}
