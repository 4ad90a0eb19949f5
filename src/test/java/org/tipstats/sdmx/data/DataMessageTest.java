package org.tipstats.sdmx.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.tipstats.files.csv.FormulaGuard;
import org.tipstats.files.csv.RawRow;
import org.tipstats.files.detect.FileKind;
import org.tipstats.files.message.MessageReader;
import org.tipstats.sdmx.artefact.OfficialSchemas;
import org.tipstats.sdmx.data.DataFormat.CsvOptions;
import org.tipstats.sdmx.data.DataMessage.DataSet;
import org.tipstats.sdmx.data.DataMessage.MessageContent;
import org.tipstats.vocabulary.schema.Dimension;

/** Tests that data messages are valid and have the same cells in every format. */
class DataMessageTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "sdmx");

    @TempDir
    Path folder;

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** {@code -Dgolden.update=true} rewrites the files; review the change as a diff. */
    @ParameterizedTest
    @EnumSource(DataFormat.class)
    void messagesAreTheGoldenOnes(DataFormat format) throws IOException {
        assertGolden(
                format.name().toLowerCase(java.util.Locale.ROOT),
                format,
                SmallMessage.write(format, SmallMessage.whole()));
        assertGolden(
                format.name().toLowerCase(java.util.Locale.ROOT) + "-correction",
                format,
                SmallMessage.write(format, SmallMessage.correction()));
    }

    private static void assertGolden(String name, DataFormat format, byte[] actual) throws IOException {
        Path file = GOLDEN.resolve(name + "." + format.extension());
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.write(file, actual);
        }
        assertEquals(Files.exists(file) ? Files.readString(file) : "", text(actual), file.toString());
    }

    private static List<String> faults(DataFormat format, byte[] message) {
        return switch (format) {
            case GENERIC21, GENERIC_TIME_SERIES21 -> OfficialSchemas.xml("2.1", message);
            case JSON10 -> OfficialSchemas.json("data", "1.0", message);
            case JSON20 -> OfficialSchemas.json("data", "2.0", message);
            case JSON21 -> OfficialSchemas.json("data", "2.1", message);
            default -> List.of();
        };
    }

    @ParameterizedTest
    @EnumSource(
            value = DataFormat.class,
            names = {"GENERIC21", "GENERIC_TIME_SERIES21", "JSON10", "JSON20", "JSON21"})
    void theyAreValidByTheOfficialSchemas(DataFormat format) throws IOException {
        List<DataMessage> messages = new ArrayList<>(List.of(SmallMessage.whole(), SmallMessage.correction()));
        Dimension time = SmallMessage.VICTIMS.structure().time();
        DataSet all = SmallMessage.all(DataSet.Action.MERGE);
        messages.add(SmallMessage.of(time, new MessageContent(true, true, Set.of()), all));
        messages.add(SmallMessage.of(time, new MessageContent(true, false, Set.of("OBS_STATUS")), all));
        messages.add(SmallMessage.of(time, new MessageContent(false, false, Set.of()), all));
        if (!format.isTimeSeriesOnly()) {
            messages.add(SmallMessage.by(null));
            messages.add(SmallMessage.by("REF_AREA"));
        }
        for (DataMessage message : messages) {
            byte[] written = SmallMessage.write(format, message);
            assertEquals(List.of(), faults(format, written), () -> text(written));
        }
    }

    @ParameterizedTest
    @EnumSource(value = DataFormat.class, mode = Mode.MATCH_NONE, names = ".*TIME_SERIES21")
    void everyFormHasTheSameCells(DataFormat format) throws IOException {
        for (String dimension : new String[] {"TIME_PERIOD", "REF_AREA", null}) {
            byte[] written = SmallMessage.write(format, SmallMessage.by(dimension));
            Map<String, Map<String, String>> read =
                    format.isTable() ? readTable(written) : readMessage(format, written);
            assertEquals(SmallMessage.cells(), read, () -> dimension + " " + text(written));
        }
    }

    private Map<String, Map<String, String>> readMessage(DataFormat format, byte[] written) throws IOException {
        Path file = Files.write(folder.resolve("message"), written);
        FileKind kind = format.extension().equals("xml") ? FileKind.SDMX_ML : FileKind.SDMX_JSON;
        Map<String, Map<String, String>> cells = new TreeMap<>();
        try (MessageReader reader = MessageReader.open(file, kind, SmallMessage.VICTIMS.structure())) {
            String[] header = reader.header().orElseThrow().cells();
            while (reader.hasNext()) {
                RawRow row = reader.next();
                Map<String, String> texts = new TreeMap<>();
                for (int i = 0; i < header.length; i++) {
                    texts.put(header[i], row.cells()[i]);
                }
                add(texts, cells);
            }
        }
        return cells;
    }

    private static Map<String, Map<String, String>> readTable(byte[] written) throws IOException {
        Map<String, Map<String, String>> cells = new TreeMap<>();
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text(written)), format)) {
            parser.forEach(row -> {
                Map<String, String> texts = new TreeMap<>(row.toMap());
                texts.replaceAll((column, cell) -> FormulaGuard.unguard(cell));
                add(texts, cells);
            });
        }
        return cells;
    }

    private static void add(Map<String, String> row, Map<String, Map<String, String>> cells) {
        row.keySet().removeAll(Set.of("STRUCTURE", "STRUCTURE_ID", "ACTION", "DATAFLOW"));
        row.values().removeIf(text -> text == null || text.isEmpty() || text.equals("NaN"));
        String key = String.join(
                ".",
                SmallMessage.VICTIMS.structure().dimensions().stream()
                        .map(dimension -> row.get(dimension.id()))
                        .toList());
        cells.put(key, row);
    }

    @Test
    void aTableShowsNamesAndKeysWhereTheyAreWanted() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataFormat.CSV20.write(
                List.of(SmallMessage.whole()), new CsvOptions(CsvOptions.Labels.BOTH, CsvOptions.Keys.BOTH, true), out);
        String table = text(out.toByteArray());
        assertTrue(table.startsWith("\uFEFFSTRUCTURE,STRUCTURE_ID,ACTION,SERIES_KEY,OBS_KEY,FREQ: "), table);
        assertTrue(table.contains(",A.PLW._T._T.ORG.NUMBER,A.PLW._T._T.ORG.NUMBER.2003,A: Annual,PLW: Palau,"), table);
        out.reset();
        DataFormat.CSV21.write(
                List.of(SmallMessage.whole()),
                new CsvOptions(CsvOptions.Labels.NAME, CsvOptions.Keys.NONE, false),
                out);
        assertTrue(text(out.toByteArray()).contains(",REF_AREA,Reference area,SEX,Sex,"), text(out.toByteArray()));
    }

    /** The attributes of our structures belong to observations. */
    @Test
    void aTableOfSeriesAloneHasNeitherAttributesNorKeysOfObservations() throws IOException {
        MessageContent noData = new MessageContent(false, false, Set.of("OBS_STATUS", "UPPER_BOUND"));
        DataMessage message = SmallMessage.of(
                SmallMessage.VICTIMS.structure().time(), noData, SmallMessage.all(DataSet.Action.REPLACE));

        String table = text(SmallMessage.write(DataFormat.CSV10, message));

        assertTrue(table.contains("\nTIPSTATS:VICTIMS(1.0.0),A,PLW,_T,_T,ORG,NUMBER,,,,\n"), table);
        assertFalse(table.contains("19"), table);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataFormat.CSV20.write(
                List.of(message), new CsvOptions(CsvOptions.Labels.ID, CsvOptions.Keys.BOTH, false), out);
        String keys = text(out.toByteArray());
        assertTrue(keys.contains(",R,A.PLW._T._T.ORG.NUMBER,,A,PLW,_T,_T,ORG,NUMBER,,"), keys);
    }

    @Test
    void whatIsDeletedHasNothingButItsKey() throws IOException {
        for (DataFormat format : DataFormat.values()) {
            String message = text(SmallMessage.write(format, SmallMessage.correction()));
            assertFalse(message.contains("19"), format + " has a bound of what is deleted");
        }
    }

    @Test
    void charactersThatXmlDoesNotHaveBecomeReplacements() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new org.tipstats.sdmx.artefact.XmlOutput(out)
                .empty("a", "b", "x\u0001\uD83D\uDE00\uD800<&\"\n\t\uFFFE")
                .end();
        assertEquals(
                "<a b=\"x\uFFFD\uD83D\uDE00\uFFFD&lt;&amp;&quot;&#10;&#9;\uFFFD\"/>",
                text(out.toByteArray()).lines().skip(1).findFirst().orElseThrow());
    }
}
