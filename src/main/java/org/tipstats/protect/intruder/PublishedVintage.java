package org.tipstats.protect.intruder;

import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * What one release shows to everyone: a cube a dataflow, withheld cells without value, with the population among them
 * where rates are published.
 *
 * @param release the id of the release
 * @param cubes the published cubes; sorted by the dataflows' ids
 */
public record PublishedVintage(String release, Map<Dataflow, Cube> cubes) {

    public PublishedVintage {
        SortedMap<Dataflow, Cube> sorted = new TreeMap<>(Comparator.comparing(Dataflow::id));
        sorted.putAll(cubes);
        cubes = sorted;
    }
}
