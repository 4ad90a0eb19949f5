package org.tipstats.vocabulary.cube;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Observations of one data structure, sorted by key. Each key occurs once. A cube is immutable. */
public final class Cube implements Iterable<Observation> {

    private final KeySpace space;
    private final Observation[] sorted;

    private Cube(KeySpace space, Observation[] sorted) {
        this.space = space;
        this.sorted = sorted;
    }

    /**
     * Creates a cube of observations in any order.
     *
     * @throws IllegalArgumentException if a key occurs twice
     */
    public static Cube of(KeySpace space, Collection<Observation> observations) {
        Observation[] sorted = observations.toArray(new Observation[0]);
        Arrays.parallelSort(sorted, Comparator.comparingLong(Observation::key));
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i].key() == sorted[i - 1].key()) {
                throw new IllegalArgumentException("key twice: " + space.format(sorted[i].key()));
            }
        }
        return new Cube(space, sorted);
    }

    public static Cube empty(KeySpace space) {
        return new Cube(space, new Observation[0]);
    }

    public KeySpace space() {
        return space;
    }

    public int size() {
        return sorted.length;
    }

    public Observation at(int index) {
        return sorted[index];
    }

    public Optional<Observation> find(long key) {
        int low = 0;
        int high = sorted.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = sorted[middle].key();
            if (found == key) {
                return Optional.of(sorted[middle]);
            }
            if (found < key) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    /** Returns whether the cube has an observation with this key and the observation has a value. */
    public boolean hasValue(long key) {
        return find(key).map(Observation::value).isPresent();
    }

    /**
     * Passes the observations of two cubes to the consumer, in key order. Observations with the same key come together;
     * null stands for an observation that one cube does not have. Both cubes must have the same structure.
     */
    public static void forEachPair(Cube one, Cube other, BiConsumer<Observation, Observation> consumer) {
        int i = 0;
        int j = 0;
        while (i < one.size() || j < other.size()) {
            long left = i < one.size() ? one.at(i).key() : Long.MAX_VALUE;
            long right = j < other.size() ? other.at(j).key() : Long.MAX_VALUE;
            consumer.accept(left <= right ? one.at(i++) : null, right <= left ? other.at(j++) : null);
        }
    }

    public List<Observation> observations() {
        return Collections.unmodifiableList(Arrays.asList(sorted));
    }

    @Override
    public Iterator<Observation> iterator() {
        return observations().iterator();
    }
}
