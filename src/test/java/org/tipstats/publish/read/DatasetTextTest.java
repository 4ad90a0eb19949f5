package org.tipstats.publish.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.tipstats.Seeds;
import org.tipstats.files.csv.CsvTable.CsvColumn;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SchemaException;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** The stored text of a dataset: reading returns the written figures, and equal figures give equal bytes. */
class DatasetTextTest {

    private static final Dataflow VICTIMS =
            SchemaRegistry.load(Path.of("schemas")).dataflow("VICTIMS").orElseThrow();
    private static final KeySpace SPACE = new KeySpace(VICTIMS.structure());

    private static long key(String text) {
        return SPACE.parse(text).orElseThrow();
    }

    private static String text(DatasetText written) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(written.compressed()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Cube readBack(Cube cube) {
        return DatasetText.read(
                VICTIMS, new ByteArrayInputStream(DatasetText.write(cube).compressed()));
    }

    @Test
    void theTextIsACsvOfAllComponents() throws IOException {
        Cube cube = Cube.of(
                SPACE,
                List.of(
                        new Observation(
                                key("A.AUT._T._T._T.NUMBER.2016"),
                                new BigDecimal("12"),
                                "A",
                                "F",
                                Map.of("COMMENT", "=1+1, \"so\nto\" say", "DEDUPLICATED", "Y"),
                                null),
                        new Observation(
                                key("A.001._T._T._T.PER_100000_POP.2016"),
                                new BigDecimal("0.1230"),
                                "U",
                                null,
                                Map.of(),
                                new Coverage(
                                        new BigDecimal("0.1230"),
                                        new BigDecimal("0.2000"),
                                        248,
                                        3,
                                        1,
                                        new BigDecimal("40.6")))));
        DatasetText written = DatasetText.write(cube);
        assertEquals(
                "FREQ,REF_AREA,SEX,AGE,EXPLOITATION,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS,COMMENT,"
                        + "SOURCE_AGENCY,LEGAL_BASIS,TIME_COVERAGE,GEO_COVERAGE,VICTIM_STATUS,AGE_BASIS,MULTI_RESPONSE,"
                        + "DEDUPLICATED,DEF_DIFF,LOWER_BOUND,UPPER_BOUND,N_AREAS,N_REPORTING,N_MASKED,POP_COVERAGE\n"
                        + "A,001,_T,_T,_T,PER_100000_POP,2016,0.1230,U,,,,,,,,,,,,0.1230,0.2000,248,3,1,40.6\n"
                        + "A,AUT,_T,_T,_T,NUMBER,2016,12,A,F,\"=1+1, \"\"so\nto\"\" say\",,,,,,,,Y,,,,,,,\n",
                text(written));
        assertEquals(2, written.observations());
        assertEquals(cube.observations(), readBack(cube).observations());
    }

    @Test
    void readingIsTheInverseOfWriting() {
        Seeds.check(300, random -> {
            Map<Long, Observation> observations = new HashMap<>();
            for (int i = random.nextInt(20); i > 0; i--) {
                Observation observation = observation(random);
                observations.put(observation.key(), observation);
            }
            Cube cube = Cube.of(SPACE, observations.values());
            assertEquals(cube.observations(), readBack(cube).observations());
            assertEquals(
                    DatasetText.write(cube).sha256(),
                    DatasetText.write(readBack(cube)).sha256());
        });
    }

    private static Observation observation(Random random) {
        int[] positions = SPACE.structure().dimensions().stream()
                .mapToInt((Dimension dimension) -> random.nextInt(dimension.size()))
                .toArray();
        boolean absent = random.nextInt(4) == 0;
        Map<String, String> attributes = new HashMap<>();
        for (String id : List.of("COMMENT", "SOURCE_AGENCY", "DEF_DIFF")) {
            if (random.nextInt(3) == 0) {
                attributes.put(id, anyText(random));
            }
        }
        return new Observation(
                SPACE.pack(positions),
                absent ? null : decimal(random),
                absent ? "Q" : "A",
                random.nextBoolean() ? null : "C",
                attributes,
                random.nextInt(3) > 0 ? null : coverage(random));
    }

    private static Coverage coverage(Random random) {
        boolean open = random.nextBoolean();
        return new Coverage(
                open ? decimal(random) : null,
                open ? decimal(random) : null,
                random.nextInt(250),
                random.nextInt(250),
                random.nextInt(250),
                random.nextBoolean() ? null : decimal(random));
    }

    private static BigDecimal decimal(Random random) {
        return BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(5));
    }

    private static String anyText(Random random) {
        String[] parts = {
            ",", "\"", "\n", "\r", "\r\n", "=", "+1", "-", "@", "'", "\t", " ", ";", "#", "\\", "a", "é", "中", "😀"
        };
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        return text.toString();
    }

    @Test
    void figuresOfACodeThatTheSchemasLackAreNotReadAsThoseOfAnother() {
        byte[] text = DatasetText.write(
                        List.of(
                                CsvColumn.<Integer>text("FREQ", row -> "A"),
                                CsvColumn.<Integer>text("REF_AREA", row -> "AUT"),
                                CsvColumn.<Integer>text("SEX", row -> "GONE")),
                        List.of(1))
                .compressed();
        SchemaException refused =
                assertThrows(SchemaException.class, () -> DatasetText.read(VICTIMS, new ByteArrayInputStream(text)));
        assertTrue(refused.getMessage().contains("GONE of SEX"), refused::getMessage);
    }

    @Test
    void theOrderOfObservationsMakesNoDifference() {
        Observation one = Observation.count(key("A.AUT._T._T._T.NUMBER.2016"), 12, "A");
        Observation two = Observation.count(key("A.BEL._T._T._T.NUMBER.2016"), 13, "A");
        assertEquals(
                DatasetText.write(Cube.of(SPACE, List.of(one, two))).sha256(),
                DatasetText.write(Cube.of(SPACE, List.of(two, one))).sha256());
        assertNotEquals(
                DatasetText.write(Cube.of(SPACE, List.of(one))).sha256(),
                DatasetText.write(Cube.of(SPACE, List.of(two))).sha256());
    }

    @Test
    void theHashOfAReleaseCoversEveryDataset() {
        DatasetText empty = DatasetText.write(Cube.empty(SPACE));
        DatasetText other = DatasetText.write(
                Cube.of(SPACE, List.of(Observation.count(key("A.AUT._T._T._T.NUMBER.2016"), 12, "A"))));
        String hash = DatasetText.hashOf(new TreeMap<>(Map.of("A", empty, "B", other)));
        assertNotEquals(hash, DatasetText.hashOf(new TreeMap<>(Map.of("A", other, "B", empty))));
        assertNotEquals(hash, DatasetText.hashOf(new TreeMap<>(Map.of("A", empty))));
    }
}
