package org.tipstats.bench.hostile;

import static org.tipstats.bench.hostile.ValidTables.utf8;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** SDMX-ML messages, valid and not, and other XML. */
final class XmlFiles {

    private static final String SCHEMAS = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/";

    private XmlFiles() {}

    static List<HostileFile> files(int port) {
        List<HostileFile> files = new ArrayList<>(sound());
        String sound = message(observations(ValidTables.random(new Random(1), "x")));
        outside(sound, port).forEach((name, text) -> add(files, name, utf8(text)));
        floods(sound).forEach((name, text) -> add(files, name, utf8(text)));
        add(files, "utf-16", sound.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16));
        add(files, "wrong encoding", sound.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_8));
        add(files, "unknown encoding", utf8(sound.replace("UTF-8", "x-none")));
        Random random = new Random(9);
        for (int i = 0; i < 60; i++) {
            StringBuilder damaged = new StringBuilder(sound);
            for (int j = random.nextInt(5); j >= 0; j--) {
                damaged.setCharAt(random.nextInt(damaged.length()), "<>/\"&;= \0]![x0\n:".charAt(random.nextInt(16)));
            }
            add(files, "damaged " + i, utf8(damaged.toString()));
            add(files, "cut " + i, utf8(sound.substring(0, random.nextInt(sound.length()))));
        }
        return files;
    }

    static List<HostileFile> sound() {
        List<HostileFile> files = new ArrayList<>();
        for (int seed = 0; seed < 5; seed++) {
            List<List<String>> table = ValidTables.random(new Random(seed), "a note", "Данные", "=1+1");
            files.add(new HostileFile("xml sound " + seed, utf8(message(observations(table))), table));
        }
        return files;
    }

    private static Map<String, String> outside(String sound, int port) {
        String here = "http://127.0.0.1:" + port + "/x";
        Map<String, String> texts = new TreeMap<>();
        texts.put(
                "entity",
                typed(sound, "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + here + "\">]>")
                        .replace("AUT", "&e;"));
        texts.put(
                "file",
                typed(sound, "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>")
                        .replace("AUT", "&e;"));
        texts.put("dtd", typed(sound, "<!DOCTYPE x SYSTEM \"" + here + "\">"));
        texts.put("public dtd", typed(sound, "<!DOCTYPE x PUBLIC \"-//x\" \"" + here + "\">"));
        texts.put("parameter", typed(sound, "<!DOCTYPE x [<!ENTITY % p SYSTEM \"" + here + "\"> %p;]>"));
        texts.put("late type", sound + "<!DOCTYPE x SYSTEM \"" + here + "\">");
        texts.put(
                "schema",
                sound.replace(
                        "<m:StructureSpecificData",
                        "<m:StructureSpecificData xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                                + " xsi:schemaLocation=\"urn:x " + here + "\""));
        texts.put(
                "include",
                sound.replace(
                        "<m:Header>",
                        "<m:Header><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"" + here + "\"/>"));
        texts.put("style sheet", typed(sound, "<?xml-stylesheet type=\"text/xsl\" href=\"" + here + "\"?>"));
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">");
        }
        texts.put("entity bomb", typed(sound, laughs + "]>").replace("AUT", "&a11;"));
        texts.put(
                "quadratic",
                typed(sound, "<!DOCTYPE x [<!ENTITY a \"" + "a".repeat(50_000) + "\">]>")
                        .replace("AUT", "&a;".repeat(10_000)));
        texts.put("svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"" + here + "\"/></svg>");
        texts.put("unknown entity", sound.replace("AUT", "&nbsp;"));
        return texts;
    }

    private static Map<String, String> floods(String sound) {
        Map<String, String> texts = new TreeMap<>();
        texts.put("deep", sound.replace("<m:Header>", "<m:Header>" + "<a>".repeat(200_000)));
        texts.put("attributes", sound.replace("<Obs ", "<Obs " + many(20_000)));
        texts.put("one attribute twice", sound.replace("<Obs ", "<Obs SEX=\"F\" "));
        texts.put("long attribute", sound.replace("AUT", "A".repeat(300_000)));
        texts.put("long text", sound.replace("<m:ID>", "<m:ID>" + "x".repeat(300_000)));
        texts.put("long comment", sound.replace("<m:Header>", "<!--" + "x".repeat(300_000) + "--><m:Header>"));
        texts.put("instructions", sound.replace("<m:Header>", "<?x y?>".repeat(20_000) + "<m:Header>"));
        texts.put(
                "namespaces",
                sound.replace("<m:DataSet ", "<m:DataSet " + many(5_000).replace("a", "xmlns:a")));
        texts.put("names", sound.replace("</m:DataSet>", elements(20_000) + "</m:DataSet>"));
        texts.put("other root", "<a>" + "<b/>".repeat(1_000) + "</a>");
        texts.put("only a declaration", "<?xml version=\"1.0\"?>");
        texts.put("two roots", sound + sound);
        return texts;
    }

    private static String many(int attributes) {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < attributes; i++) {
            many.append("a" + i + "=\"x\" ");
        }
        return many.toString();
    }

    private static String elements(int number) {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < number; i++) {
            many.append("<e" + i + "/>");
        }
        return many.toString();
    }

    private static String typed(String message, String declaration) {
        int root = message.indexOf("<m:");
        return message.substring(0, root) + declaration + message.substring(root);
    }

    private static String message(String observations) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <m:StructureSpecificData xmlns:m="%smessage" xmlns:c="%scommon" xmlns:ss="%sdata/structurespecific">
                  <m:Header><m:ID>X</m:ID><m:Test>false</m:Test><m:Prepared>2024-01-01T00:00:00</m:Prepared><m:Sender id="AT"/>
                    <m:Structure structureID="S" namespace="urn:x" dimensionAtObservation="AllDimensions">
                      <c:StructureUsage><Ref agencyID="TIPSTATS" id="VICTIMS" version="1.0.0"/></c:StructureUsage>
                    </m:Structure>
                  </m:Header>
                  <m:DataSet ss:structureRef="S">
                %s  </m:DataSet>
                </m:StructureSpecificData>
                """.formatted(SCHEMAS, SCHEMAS, SCHEMAS, observations);
    }

    private static String observations(List<List<String>> table) {
        StringBuilder observations = new StringBuilder();
        for (List<String> row : table.subList(1, table.size())) {
            observations.append("    <Obs");
            for (int i = 0; i < row.size(); i++) {
                observations.append(" " + table.get(0).get(i) + "=\"" + row.get(i) + "\"");
            }
            observations.append("/>\n");
        }
        return observations.toString();
    }

    private static void add(List<HostileFile> files, String name, byte[] bytes) {
        files.add(HostileFile.noTable("xml " + name, bytes));
    }
}
