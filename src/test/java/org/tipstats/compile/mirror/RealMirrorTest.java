package org.tipstats.compile.mirror;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;

/**
 * Checks the mirror of the real table, 127 files by citizenship and 184 by country of repatriation. A script in another
 * language counted the expected values from the files and the M49 table. The public table itself already masks small
 * counts.
 */
class RealMirrorTest {

    private static final Map<String, Cube> DERIVED = new MirrorDatasets(SampleCubes.SCHEMAS)
            .of(Map.of(
                    "VICTIMS_CITIZENSHIP", SampleCubes.accepted("VICTIMS_CITIZENSHIP"),
                    "VICTIMS_REPATRIATION", SampleCubes.accepted("VICTIMS_REPATRIATION")));

    /** Returns how often both figures are reported, are known, are equal, and how often the first one is larger. */
    private static List<Integer> compare(String first, String second) {
        Map<String, Map<String, Observation>> pairs = new TreeMap<>();
        Cube cube = DERIVED.get("MIRROR");
        for (Observation figure : cube) {
            String[] key = cube.space().format(figure.key()).split("\\.");
            pairs.computeIfAbsent(key[1] + key[2] + key[5], pair -> new TreeMap<>())
                    .put(key[3], figure);
        }
        assertEquals(5116, pairs.size());
        int[] counts = new int[4];
        for (Map<String, Observation> pair : pairs.values()) {
            Observation one = pair.get(first);
            Observation other = pair.get(second);
            if (one != null && other != null) {
                counts[0]++;
                if (one.value() != null && other.value() != null) {
                    int difference = one.value().compareTo(other.value());
                    counts[1]++;
                    counts[2] += difference == 0 ? 1 : 0;
                    counts[3] += difference > 0 ? 1 : 0;
                }
            }
        }
        return List.of(counts[0], counts[1], counts[2], counts[3]);
    }

    @Test
    void pairsAreAsOftenKnownAsTheFilesSay() {
        assertEquals(List.of(359, 110, 4, 59), compare("DETECTED", "RETURNED"));
        assertEquals(List.of(50, 28, 0, 5), compare("RETURNED", "RECEIVED"));
        assertEquals(List.of(32, 13, 0, 1), compare("DETECTED", "RECEIVED"));
    }

    @Test
    void flowsOfTheWorldAreTheSumsOfTheFiles() {
        Map<String, String> world = new TreeMap<>();
        Cube cube = DERIVED.get("MIRROR_FLOWS");
        for (Observation flow : cube) {
            String[] key = cube.space().format(flow.key()).split("\\.");
            if (key[1].equals("001") && Set.of("2010", "2014").contains(key[4])) {
                Map<String, String> about = flow.attributes();
                world.put(
                        key[4] + " " + key[2],
                        String.join(
                                " ",
                                about.get("KNOWN_SUM"),
                                about.get("N_KNOWN"),
                                about.get("N_PARTS"),
                                Integer.toString(flow.coverage().reporting())));
            }
        }
        Map<String, String> expected = new TreeMap<>();
        expected.put("2010 DOMESTIC", "5958 48 65 65");
        expected.put("2010 SUB_REGIONAL", "630 28 103 44");
        expected.put("2010 TRANSREGIONAL", "5008 169 422 42");
        expected.put("2014 DOMESTIC", "6609 46 62 62");
        expected.put("2014 SUB_REGIONAL", "1150 35 102 42");
        expected.put("2014 TRANSREGIONAL", "4424 158 464 50");
        expected.put("2014 _U", "205 11 13 13");
        assertEquals(expected, world);
    }
}
