package org.tipstats.protect.published;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * The public figures of one release: one cube for each dataflow. Withheld cells have no value. If rates are published,
 * the population is included.
 *
 * @param release the id of the release
 * @param cubes the published cubes; sorted by the dataflows' ids
 */
public record PublishedVintage(String release, Map<Dataflow, Cube> cubes) {

    public PublishedVintage {
        Map<Dataflow, Cube> sorted = new TreeMap<>(Comparator.comparing(Dataflow::id));
        sorted.putAll(cubes);
        cubes = sorted;
    }
}
