package org.tipstats.bench.attack;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.bench.world.SyntheticWorld;

/**
 * The truth behind releases of synthetic worlds. A sum over areas is the sum of accepted counts, in which masked ones
 * count as 0.
 */
final class WorldTruth implements Truth {

    private final Map<String, Map<String, Long>> counts = new TreeMap<>();
    private final Map<String, Map<String, Long>> accepted = new TreeMap<>();

    /**
     * Creates the truth.
     *
     * @param worlds the world behind each release, by release id
     */
    WorldTruth(Map<String, SyntheticWorld> worlds) {
        worlds.forEach((release, world) -> {
            for (String dataflow : SyntheticWorld.DATAFLOWS) {
                counts.put(release + dataflow, values(world.truth(dataflow)));
                accepted.put(release + dataflow, values(world.accepted(dataflow)));
            }
        });
    }

    private static Map<String, Long> values(Cube cube) {
        Map<String, Long> values = new TreeMap<>();
        for (Observation observation : cube) {
            long value = observation.value() == null ? 0 : observation.value().longValueExact();
            values.put(cube.space().format(observation.key()), value);
        }
        return values;
    }

    @Override
    public OptionalLong of(String release, PublishedStructure structure, String key) {
        if (structure.isGroup(key)) {
            return OptionalLong.of(sum(accepted.get(release + structure.dataflow()), structure, key));
        }
        Long count =
                counts.getOrDefault(release + structure.dataflow(), Map.of()).get(key);
        return count == null ? OptionalLong.empty() : OptionalLong.of(count);
    }

    private static long sum(Map<String, Long> values, PublishedStructure structure, String key) {
        String area = structure.code(key, PublishedStructure.AREA);
        return structure.dimensions().get(PublishedStructure.AREA).below(area).stream()
                .map(member -> structure.with(key, PublishedStructure.AREA, member))
                .mapToLong(member ->
                        structure.isGroup(member) ? sum(values, structure, member) : values.getOrDefault(member, 0L))
                .sum();
    }
}
