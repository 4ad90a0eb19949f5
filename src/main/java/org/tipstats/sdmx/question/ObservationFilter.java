package org.tipstats.sdmx.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.tipstats.publish.release.Vintage;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Which observations are wanted. For a dimension, a set of positions in its list says which of its values are; null stands
 * for all.
 *
 * @param keys parts of the cube, any of which is wanted; none for all of it
 * @param narrowed what each dimension may have beside that
 * @param others what further components must be
 */
public record ObservationFilter(
        DataStructure structure, List<List<BitSet>> keys, List<BitSet> narrowed, List<Predicate<Observation>> others) {

    public ObservationFilter {
        keys = List.copyOf(keys);
        narrowed = Collections.unmodifiableList(new ArrayList<>(narrowed));
        others = List.copyOf(others);
    }

    public static ObservationFilter everything(DataStructure structure) {
        return new ObservationFilter(structure, List.of(), all(structure), List.of());
    }

    /** All values of each dimension. */
    public static List<BitSet> all(DataStructure structure) {
        return new ArrayList<>(Collections.nCopies(structure.dimensions().size(), null));
    }

    /** The same, further narrowed in one dimension. */
    public ObservationFilter narrow(Dimension dimension, BitSet positions) {
        List<BitSet> more = new ArrayList<>(narrowed);
        BitSet both = (BitSet) positions.clone();
        if (more.get(dimension.position()) != null) {
            both.and(more.get(dimension.position()));
        }
        more.set(dimension.position(), both);
        return new ObservationFilter(structure, keys, more, others);
    }

    /** The same with one more condition. */
    public ObservationFilter and(Predicate<Observation> condition) {
        List<Predicate<Observation>> more = new ArrayList<>(others);
        more.add(condition);
        return new ObservationFilter(structure, keys, narrowed, more);
    }

    /** The same with all values of one dimension. */
    public ObservationFilter without(Dimension dimension) {
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

    public boolean wants(Cube cube, Observation observation) {
        return wants(cube, observation, narrowed)
                && (keys.isEmpty() || keys.stream().anyMatch(key -> wants(cube, observation, key)))
                && others.stream().allMatch(condition -> condition.test(observation));
    }

    private static boolean wants(Cube cube, Observation observation, List<BitSet> key) {
        for (int d = 0; d < key.size(); d++) {
            BitSet positions = key.get(d);
            if (positions != null && !positions.get(cube.space().position(observation.key(), d))) {
                return false;
            }
        }
        return true;
    }

    /** The places in the vintage's cube of what is wanted, ascending. */
    public int[] select(Vintage vintage) {
        int[] places = new int[vintage.cube().size()];
        int size = 0;
        BitSet areas = areas();
        if (areas == null) {
            for (int place = 0; place < places.length; place++) {
                if (wants(vintage.cube(), vintage.cube().at(place))) {
                    places[size++] = place;
                }
            }
            return Arrays.copyOf(places, size);
        }
        for (int area = areas.nextSetBit(0); area >= 0; area = areas.nextSetBit(area + 1)) {
            for (int place : vintage.ofArea(area)) {
                if (wants(vintage.cube(), vintage.cube().at(place))) {
                    places[size++] = place;
                }
            }
        }
        int[] found = Arrays.copyOf(places, size);
        Arrays.sort(found);
        return found;
    }

    /** The areas that can be wanted; null for all. */
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
