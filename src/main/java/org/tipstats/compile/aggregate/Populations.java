package org.tipstats.compile.aggregate;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.CubeShape;
import org.tipstats.vocabulary.cube.DenominatorKeys;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Role;

/** The known populations for the cells of one dataflow. All methods return 0 if no population is known. */
final class Populations {

    private static final Set<Role> PLACE_AND_TIME = EnumSet.of(Role.FREQUENCY, Role.AREA, Role.TIME);
    private static final Set<Role> CELL = EnumSet.of(Role.FREQUENCY, Role.AREA, Role.TIME, Role.SEX, Role.AGE);

    private final CubeShape shape;
    private final DenominatorKeys cells;
    private final DenominatorKeys areaKeys;
    private final long[] keys;
    private final long[] persons;
    private final Map<Long, Long> ofGroups = new ConcurrentHashMap<>();

    Populations(CubeShape shape, Cube population) {
        this.shape = shape;
        this.cells = new DenominatorKeys(shape.space(), population.space(), CELL);
        this.areaKeys = new DenominatorKeys(shape.space(), population.space(), PLACE_AND_TIME);
        this.keys = new long[population.size()];
        this.persons = new long[population.size()];
        for (int i = 0; i < keys.length; i++) {
            Observation known = population.at(i);
            keys[i] = known.key();
            persons[i] = known.value() == null ? 0 : known.value().longValueExact();
        }
    }

    /** Returns the population of the key's area, sex, age and year. */
    long ofCell(long key) {
        return find(cells.of(key));
    }

    /** Returns the total population of the key's area and year. */
    long ofArea(long key) {
        return find(areaKeys.of(key));
    }

    /** Returns the total population of the key's group: the sum over all its areas with a known population. */
    long ofGroup(long key) {
        long whole = areaKeys.of(key);
        return whole == DenominatorKeys.NO_KEY
                ? 0
                : ofGroups.computeIfAbsent(
                        whole,
                        any -> Arrays.stream(shape.areasOf(key))
                                .map(this::ofArea)
                                .sum());
    }

    private long find(long key) {
        int index = Arrays.binarySearch(keys, key);
        return index < 0 ? 0 : persons[index];
    }
}
