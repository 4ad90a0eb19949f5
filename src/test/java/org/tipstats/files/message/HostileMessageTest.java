package org.tipstats.files.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.files.message.TestMessages.fault;
import static org.tipstats.files.message.TestMessages.ml;
import static org.tipstats.files.message.TestMessages.specific;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tipstats.Seeds;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.detect.FileKind;
import org.tipstats.files.detect.FileProbe;

/**
 * Reads messages that are broken or built to do harm. Each one is refused with its reason and line, or read harmlessly.
 */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class HostileMessageTest {

    private static final String DATA_SET = """
            <m:DataSet ss:structureRef="S">
            <Obs REF_AREA="AUT" OBS_VALUE="1"/>
            </m:DataSet>""";

    @TempDir
    Path folder;

    private String ofXml(String message) {
        return fault(folder, FileKind.SDMX_ML, message);
    }

    private String ofJson(String message) {
        return fault(folder, FileKind.SDMX_JSON, message);
    }

    @Test
    void nothingThatAMessageRefersToIsFetched() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/x";
            String external = specific(DATA_SET)
                    .replace("<m:Str", "<!DOCTYPE a [<!ENTITY % e SYSTEM \"" + url + "\">%e;]>\n<m:Str");
            assertEquals("DTD", ofXml(external).split(" ")[0]);
            String doctype =
                    specific(DATA_SET).replace("<m:StructureSp", "<!DOCTYPE a SYSTEM \"" + url + "\"><m:StructureSp");
            assertEquals("DTD 2 null", ofXml(doctype));
            String entity = specific(DATA_SET.replace("\"1\"", "\"&e;\""))
                    .replace("<m:StructureSp", "<!DOCTYPE a [<!ENTITY e SYSTEM \"" + url + "\">]><m:StructureSp");
            assertEquals("DTD 2 null", ofXml(entity));
            String located = specific(DATA_SET)
                    .replace(
                            "<m:StructureSpecificData",
                            "<?xml-stylesheet href=\"" + url + "\"?><m:StructureSpecificData"
                                    + " xsi:schemaLocation=\"urn:x " + url + "\" xsi:noNamespaceSchemaLocation=\"" + url
                                    + "\"");
            assertEquals(1, ml(folder, located).rows().size());
            String included =
                    specific("<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"" + url + "\"/>");
            assertEquals("UNEXPECTED_PART 8 include", ofXml(included));
            server.setSoTimeout(50);
            assertThrows(SocketTimeoutException.class, server::accept);
        }
    }

    @Test
    void noEntityIsExpanded() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        String bomb = specific(DATA_SET.replace("\"1\"", "\"&l29;\""))
                .replace("<m:StructureSp", laughs + "]>\n<m:StructureSp");
        assertEquals("DTD 2 null", ofXml(bomb));
        assertEquals("BROKEN_XML 9 null", ofXml(specific(DATA_SET.replace("\"1\"", "\"&l29;\""))));
    }

    @Test
    void depthIsBounded() {
        assertEquals(
                "TOO_DEEP",
                ofXml(specific("<m:DataSet ss:structureRef=\"S\"><Annotations>" + "<a>".repeat(1_000_000)))
                        .split(" ")[0]);
        assertEquals("TOO_DEEP 1 null", ofJson("{\"data\":{\"dataSets\":[{\"links\":[{\"x\":" + "[".repeat(1_000_000)));
        assertEquals("TOO_DEEP 1 null", ofJson("{\"a\":".repeat(1_000_000)));
    }

    @Test
    void endlessPartsAreRefusedBeforeTheyFillTheMemory() {
        String endless = "x".repeat(10_000_000);
        for (String part : List.of(
                "<!-- " + endless + " -->",
                "<Obs SEX=\"" + endless + "\"/>",
                "<" + endless + "/>",
                "<?p " + endless + "?>")) {
            String reason = ofXml(specific("<m:DataSet ss:structureRef=\"S\">" + part + "</m:DataSet>"));
            assertTrue(List.of("PART_TOO_LONG 8 null", "BROKEN_XML 8 null").contains(reason), reason);
        }
        assertEquals(
                "CELL_TOO_LONG 9 null", ofXml(specific(DATA_SET.replace("\"1\"", "\"" + "1".repeat(4_001) + "\""))));
        for (String part : List.of("\"" + endless + "\"", "1".repeat(10_000_000), "{\"" + endless + "\": 1}")) {
            assertEquals(
                    "CELL_TOO_LONG",
                    ofJson(
                                    "{\"data\":{\"structure\":{\"dimensions\":{\"observation\":[{\"id\":\"A\",\"values\":[{\"value\":"
                                            + part + "}]}]}}}}")
                            .split(" ")[0]);
        }
    }

    @Test
    void hugeNumbersAreTexts() throws IOException {
        String digits = "1" + "0".repeat(3_000) + "e99";
        String message = "{\"data\":{\"dataSets\":[{\"observations\":{\"\":[" + digits
                + "]}}],\"structure\":{\"dimensions\":{}}}}";
        assertEquals(digits, TestMessages.json(folder, message).rows().get(0).cells()[0]);
    }

    @Test
    void everNewNamesAndColumnsAreRefused() {
        String names =
                IntStream.range(0, 100_000).mapToObj(i -> "<a" + i + "/>").collect(Collectors.joining());
        assertEquals(
                "TOO_MANY_PARTS 8 null",
                ofXml(specific(
                        "<m:DataSet ss:structureRef=\"S\"><Annotations>" + names + "</Annotations></m:DataSet>")));
        String columns =
                IntStream.range(0, 201).mapToObj(i -> " A" + i + "=\"\"").collect(Collectors.joining());
        assertEquals(
                "TOO_MANY_COLUMNS 8 null",
                ofXml(specific("<m:DataSet ss:structureRef=\"S\"><Obs" + columns + "/></m:DataSet>")));
        String values = "{\"id\":\"A\"},".repeat(300_000);
        assertEquals(
                "TOO_MANY_PARTS",
                ofJson("{\"data\":{\"structure\":{\"dimensions\":{\"observation\":[{\"id\":\"A\",\"values\":[" + values
                                + "null]}]}}}}")
                        .split(" ")[0]);
    }

    @Test
    void aComponentGivenTwiceIsRefused() {
        assertEquals("GIVEN_TWICE 9 SEX", ofXml(specific("""
                <m:DataSet ss:structureRef="S"><Series SEX="F">
                <Obs SEX="M" OBS_VALUE="1"/></Series></m:DataSet>""")));
        String key = GenericMessages.SERIES.replace("id=\"REF_AREA\"", "id=\"SEX\"");
        assertEquals("GIVEN_TWICE 17 SEX", ofXml(TestMessages.message("GenericData", "TIME_PERIOD", key)));
    }

    @Test
    void whatDoesNotBelongIsNotPassedOver() {
        assertEquals("UNEXPECTED_PART 9 Observation", ofXml(specific(DATA_SET.replace("<Obs ", "<Observation "))));
        assertEquals("UNEXPECTED_PART 9 and", ofXml(specific(DATA_SET.replace("<Obs", "and <Obs"))));
        assertEquals("MISSING_PART 4 Header", ofXml(specific(DATA_SET).replaceAll("(?s)<m:Header>.*</m:Header>", "")));
        assertEquals("UNEXPECTED_PART 10 Group", ofXml(specific(DATA_SET.replace("</m:D", "<Group/></m:D"))));
    }

    @Test
    void otherDocumentsSayWhatTheyAre() {
        String root = "<Structure xmlns=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message\"/>";
        assertEquals("NOT_A_DATA_MESSAGE 1 SDMX-ML 2.1 Structure", ofXml(root));
        assertEquals("NOT_A_DATA_MESSAGE 1 SDMX-ML 2.1 Error", ofXml(root.replace("Structure", "Error")));
        String old = "<CompactData xmlns=\"http://www.SDMX.org/resources/SDMXML/schemas/v2_0/message\"/>";
        assertEquals("NOT_A_DATA_MESSAGE 1 SDMX-ML 2.0 CompactData", ofXml(old));
        assertEquals("NOT_A_DATA_MESSAGE 2 svg", ofXml("\n<svg/>"));
    }

    @Test
    void aTruncatedMessageIsBrokenWhereverItEnds() throws IOException {
        String whole = specific(DATA_SET).stripTrailing();
        for (int end = 0; end < whole.length(); end += 5) {
            String reason = ofXml(whole.substring(0, end)).split(" ")[0];
            assertEquals("BROKEN_XML", reason, "after " + end);
        }
        String json = JsonMessageTest.SERIES.stripTrailing();
        for (int end = 1; end < json.length(); end += 11) {
            assertEquals("BROKEN_JSON", ofJson(json.substring(0, end)).split(" ")[0], "after " + end);
        }
    }

    @Test
    void whateverTheBytesAreTheyAreReadOrRefused() {
        byte[] xml = TestMessages.message("GenericData", "TIME_PERIOD", GenericMessages.SERIES)
                .getBytes(StandardCharsets.UTF_8);
        byte[] json = JsonMessageTest.SERIES.getBytes(StandardCharsets.UTF_8);
        Seeds.check(400, random -> {
            readOrRefuse(FileKind.SDMX_ML, damaged(xml, random));
            readOrRefuse(FileKind.SDMX_JSON, damaged(json, random));
        });
    }

    private void readOrRefuse(FileKind kind, byte[] bytes) throws IOException {
        try {
            TestMessages.read(folder, kind, bytes);
            assertNotNull(FileProbe.of(folder.resolve("message")).kind());
        } catch (MalformedFileException e) {
            assertTrue(e.line() >= 1, e.getMessage());
        }
    }

    private static byte[] damaged(byte[] message, Random random) {
        byte[] bytes = message.clone();
        String marks = "<>/&;\"'=:[]{}!?- \n\r\0";
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) marks.charAt(random.nextInt(marks.length()));
                default -> {
                    int length = Math.min(random.nextInt(40), Math.min(bytes.length - at, at));
                    System.arraycopy(bytes, random.nextInt(at + 1), bytes, at, length);
                }
            }
        }
        return bytes;
    }

    /**
     * Checks the line of each observation against a count by hand, for all line ends and ends of the parser's buffers.
     */
    @Test
    void linesAreExactWhateverEndsThem() {
        Seeds.check(8, random -> {
            StringBuilder text = new StringBuilder();
            List<Integer> lines = new ArrayList<>();
            int line = 8;
            int rows = 500 + random.nextInt(2_000);
            for (int i = 0; i < rows; i++) {
                for (int breaks = random.nextInt(3); breaks > 0; breaks--) {
                    text.append(" ".repeat(random.nextInt(5)))
                            .append(random.nextBoolean() ? "\r\n" : random.nextBoolean() ? "\n" : "\r");
                    if (text.charAt(text.length() - 1) == '\r') {
                        text.append(' ');
                    }
                    line++;
                }
                lines.add(line);
                boolean inside = random.nextBoolean();
                text.append("<Obs")
                        .append(inside ? "\r\n" : " ")
                        .append("REF_AREA=\"é")
                        .append(i)
                        .append("\"/>");
                line += inside ? 1 : 0;
            }
            String message = specific("<m:DataSet ss:structureRef=\"S\">" + text + "</m:DataSet>");
            assertEquals(
                    lines,
                    ml(folder, message).rows().stream().map(row -> row.line()).toList());
        });
    }
}
