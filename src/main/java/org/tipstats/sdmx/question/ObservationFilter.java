package org.tipstats.sdmx.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.tipstats.publish.read.PublishedReleases.Vintage;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Selects observations. A set of positions selects values of a dimension; null selects all values.
 *
 * @param keys the regions of the cube that are selected; an observation must be in at least one region; empty means the
 *     whole cube
 * @param narrowed one set of positions for each dimension; an observation must match all these sets, and the keys
 * @param others further conditions; an observation must meet all these conditions
 */
public record ObservationFilter(
        DataStructure structure, List<List<BitSet>> keys, List<BitSet> narrowed, List<Predicate<Observation>> others) {

    public ObservationFilter {
        keys = List.copyOf(keys);
        narrowed = Collections.unmodifiableList(new ArrayList<>(narrowed));
        others = List.copyOf(others);
    }

    /** Returns a filter that has only keys. */
    static ObservationFilter ofKeys(DataStructure structure, List<List<BitSet>> keys) {
        return new ObservationFilter(structure, keys, all(structure), List.of());
    }

    /** Returns a list that selects all values of each dimension. The caller may change the list. */
    static List<BitSet> all(DataStructure structure) {
        return new ArrayList<>(Collections.nCopies(structure.dimensions().size(), null));
    }

    /** Returns a copy of this filter with one more condition on the values of a dimension. */
    ObservationFilter narrow(Dimension dimension, Predicate<String> property) {
        List<BitSet> more = new ArrayList<>(narrowed);
        BitSet earlier = more.get(dimension.position());
        BitSet both = IntStream.range(0, dimension.size())
                .filter(position -> earlier == null || earlier.get(position))
                .filter(position -> property.test(dimension.valueAt(position)))
                .collect(BitSet::new, BitSet::set, BitSet::or);
        more.set(dimension.position(), both);
        return new ObservationFilter(structure, keys, more, others);
    }

    /** Returns a copy of this filter with one more condition. */
    ObservationFilter and(Predicate<Observation> condition) {
        List<Predicate<Observation>> more = new ArrayList<>(others);
        more.add(condition);
        return new ObservationFilter(structure, keys, narrowed, more);
    }

    /** Returns a copy of this filter whose keys and sets select all values of one dimension. */
    public ObservationFilter withAllOf(Dimension dimension) {
        List<List<BitSet>> wider = new ArrayList<>();
        for (List<BitSet> key : keys) {
            List<BitSet> copy = new ArrayList<>(key);
            copy.set(dimension.position(), null);
            wider.add(Collections.unmodifiableList(copy));
        }
        List<BitSet> more = new ArrayList<>(narrowed);
        more.set(dimension.position(), null);
        return new ObservationFilter(structure, wider, more, others);
    }

    private boolean matches(Cube cube, Observation observation) {
        return matches(cube, observation, narrowed)
                && (keys.isEmpty() || keys.stream().anyMatch(key -> matches(cube, observation, key)))
                && others.stream().allMatch(condition -> condition.test(observation));
    }

    private static boolean matches(Cube cube, Observation observation, List<BitSet> key) {
        for (int d = 0; d < key.size(); d++) {
            BitSet positions = key.get(d);
            if (positions != null && !positions.get(cube.space().position(observation.key(), d))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the indexes of the matching observations in the cube of the vintage, in ascending order. */
    public int[] select(Vintage vintage) {
        Cube cube = vintage.cube();
        BitSet areas = areas();
        IntStream candidates = areas == null
                ? IntStream.range(0, cube.size())
                : areas.stream().flatMap(area -> Arrays.stream(vintage.indexesOf(area)));
        return candidates
                .filter(index -> matches(cube, cube.at(index)))
                .sorted()
                .toArray();
    }

    /** Returns the positions of the areas that can match, or null if all areas can match. */
    private BitSet areas() {
        int position = structure.area().position();
        BitSet areas = keys.isEmpty() ? null : new BitSet();
        for (List<BitSet> key : keys) {
            if (areas != null && key.get(position) != null) {
                areas.or(key.get(position));
            } else {
                areas = null;
            }
        }
        BitSet own = narrowed.get(position);
        if (areas != null && own != null) {
            areas.and(own);
        }
        return areas == null ? own : areas;
    }
}
