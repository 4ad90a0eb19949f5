package org.tipstats.sdmx.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tipstats.sdmx.artefact.StructureMessage.Header;
import org.tipstats.sdmx.artefact.StructureMessage.ReaderLanguages;
import org.tipstats.sdmx.data.DataFormat.CsvOptions;
import org.tipstats.sdmx.data.DataMessage.DataSet;
import org.tipstats.sdmx.data.DataMessage.MessageContent;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** A message with every kind of value: counts, zero, a rate, missing, not applicable, masked and suppressed. */
final class SmallMessage {

    static final Dataflow VICTIMS =
            SchemaRegistry.load(Path.of("schemas")).dataflow("VICTIMS").orElseThrow();
    static final KeySpace SPACE = new KeySpace(VICTIMS.structure());
    static final String COMMENT = "=1+1, said\n\"Police\" & <others>, 'truly'\tso";

    private static final Set<String> ALL =
            VICTIMS.structure().attributes().stream().map(Attribute::id).collect(Collectors.toSet());
    private static final Coverage COVERAGE =
            new Coverage(new BigDecimal("15"), new BigDecimal("19"), 8, 5, 1, new BigDecimal("62.5"));

    static final Cube CUBE = Cube.of(
            SPACE,
            List.of(
                    new Observation(key("057", "NUMBER", 2003), new BigDecimal("15"), "A", null, Map.of(), COVERAGE),
                    new Observation(
                            key("057", "PER_100000_POP", 2003),
                            new BigDecimal("6.0000"),
                            "A",
                            null,
                            Map.of(),
                            COVERAGE),
                    new Observation(
                            key("PLW", "NUMBER", 2003),
                            new BigDecimal("12"),
                            "A",
                            null,
                            Map.of("COMMENT", COMMENT, "SOURCE_AGENCY", "Police"),
                            null),
                    Observation.count(key("PLW", "NUMBER", 2004), 0, "A"),
                    Observation.absent(key("MHL", "NUMBER", 2003), "Q", "C"),
                    Observation.absent(key("KIR", "NUMBER", 2003), "Q", "A"),
                    Observation.absent(key("NRU", "NUMBER", 2003), "L", null),
                    Observation.absent(key("GUM", "NUMBER", 2003), "M", null)));

    private SmallMessage() {}

    private static long key(String area, String unit, int year) {
        return SPACE.parse("A." + area + "._T._T.ORG." + unit + "." + year).orElseThrow();
    }

    static DataSet all(DataSet.Action action) {
        return new DataSet(
                action, null, null, CUBE, IntStream.range(0, CUBE.size()).toArray());
    }

    static DataMessage of(Dimension dimension, MessageContent content, DataSet... sets) {
        return new DataMessage(
                new Header("DATA_1", "2026-01-01T00:00:00Z", "TIPSTATS"),
                VICTIMS,
                dimension,
                content,
                new ReaderLanguages("en", false),
                List.of(sets));
    }

    /** Returns all observations as time series. */
    static DataMessage whole() {
        return of(VICTIMS.structure().time(), new MessageContent(true, true, ALL), all(DataSet.Action.REPLACE));
    }

    static DataMessage by(String dimension) {
        Dimension found = dimension == null
                ? null
                : VICTIMS.structure().dimension(dimension).orElseThrow();
        return of(found, new MessageContent(true, true, ALL), all(DataSet.Action.REPLACE));
    }

    /** Returns a correction that deletes one observation and replaces the others. */
    static DataMessage correction() {
        Instant at = Instant.parse("2026-02-01T00:00:00Z");
        return of(
                VICTIMS.structure().time(),
                new MessageContent(true, true, ALL),
                new DataSet(DataSet.Action.DELETE, null, at, CUBE, new int[] {0}),
                new DataSet(DataSet.Action.REPLACE, at, null, CUBE, new int[] {6, 7}));
    }

    static byte[] write(DataFormat format, DataMessage message) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(List.of(message), new CsvOptions(CsvOptions.Labels.ID, CsvOptions.Keys.NONE, false), out);
        return out.toByteArray();
    }

    /** Returns the texts of the cells that are not empty, by key and component. */
    static Map<String, Map<String, String>> cells() {
        Map<String, Map<String, String>> cells = new TreeMap<>();
        for (Observation observation : CUBE) {
            Map<String, String> row = new TreeMap<>();
            for (ObservationField field : ObservationField.of(SPACE)) {
                if (field.text(observation) != null) {
                    row.put(field.id(), field.text(observation));
                }
            }
            cells.put(SPACE.format(observation.key()), row);
        }
        return cells;
    }
}
