package org.tipstats.protect.intruder;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/** Finds the published population that belongs to a count: the persons of the same area, year, sex and age. */
final class Denominators {

    private static final Set<Role> SAME = EnumSet.of(Role.FREQUENCY, Role.AREA, Role.TIME, Role.SEX, Role.AGE);

    private final KeySpace counts;
    private final KeySpace persons;
    private final Map<Long, Long> known = new HashMap<>();

    Denominators(KeySpace counts, Cube population) {
        this.counts = counts;
        this.persons = population.space();
        for (Observation observation : population) {
            if (observation.value() != null) {
                known.put(observation.key(), observation.value().longValueExact());
            }
        }
    }

    /** Returns the number of persons for the count at a key, or 0 if this number is not known. */
    long of(long key) {
        List<Dimension> dimensions = persons.structure().dimensions();
        int[] positions = new int[dimensions.size()];
        for (Dimension dimension : dimensions) {
            int position = position(dimension, key);
            if (position < 0) {
                return 0;
            }
            positions[dimension.position()] = position;
        }
        return known.getOrDefault(persons.pack(positions), 0L);
    }

    private int position(Dimension dimension, long key) {
        Optional<Dimension> same =
                SAME.contains(dimension.role()) ? counts.structure().dimension(dimension.role()) : Optional.empty();
        if (same.isPresent()) {
            return dimension.positionOf(counts.code(key, same.get()));
        }
        return dimension.isTime()
                ? CubeShape.NONE
                : dimension
                        .codes()
                        .first(code -> dimension.role() == Role.UNIT ? code.means("COUNT") : code.isTotal())
                        .map(code -> code.position())
                        .orElse(CubeShape.NONE);
    }
}
