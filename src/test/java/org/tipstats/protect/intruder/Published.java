package org.tipstats.protect.intruder;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tipstats.protect.published.PublishedVintage;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** A small release of the year 2015 for tests, with the real schemas. */
final class Published {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));

    private final String release;
    private final Map<Dataflow, List<Observation>> observations = new LinkedHashMap<>();

    Published(String release) {
        this.release = release;
    }

    static Dataflow dataflow(String id) {
        return SCHEMAS.dataflow(id).orElseThrow();
    }

    /**
     * Adds a count by area, sex, age and form, for example {@code "AUT.F._T._T"}. The value is a number, "?" (withheld)
     * or "m" (masked).
     */
    Published victims(String key, String value) {
        return put("VICTIMS", "A." + key + ".NUMBER.2015", value);
    }

    /** Adds a rate of victims with the same kind of key. */
    Published rate(String key, String value) {
        return put("VICTIMS", "A." + key + ".PER_100000_POP.2015", value);
    }

    /** Adds the population of an area. */
    Published population(String area, String persons) {
        return put("POPULATION", "A." + area + "._T._T.NUMBER.2015", persons);
    }

    Published put(String dataflow, String key, String value) {
        Dataflow flow = dataflow(dataflow);
        long packed = new KeySpace(flow.structure()).parse(key).orElseThrow(() -> new AssertionError(key));
        observations.computeIfAbsent(flow, none -> new ArrayList<>()).add(observation(packed, value));
        return this;
    }

    private static Observation observation(long key, String value) {
        return switch (value) {
            case "?" -> Observation.absent(key, "Q", "C");
            case "m" -> Observation.absent(key, "Q", "A");
            default -> new Observation(key, new BigDecimal(value), "A", null, Map.of(), null);
        };
    }

    PublishedVintage vintage() {
        Map<Dataflow, Cube> cubes = new LinkedHashMap<>();
        observations.forEach((flow, list) -> cubes.put(flow, Cube.of(new KeySpace(flow.structure()), list)));
        return new PublishedVintage(release, cubes);
    }
}
