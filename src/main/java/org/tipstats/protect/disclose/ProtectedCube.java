package org.tipstats.protect.disclose;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.tipstats.protect.figures.Reason;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;

/**
 * A cube that may be published, and the figures that were removed from it. Everything except the cube is confidential.
 *
 * @param cube the cube with the same keys as before protection; withheld figures have no value, no bounds and no attributes
 * @param withheld the withheld figures, in key order
 * @param warnings the totals whose persons are all in one category
 */
public record ProtectedCube(Cube cube, List<WithheldCell> withheld, List<AttributeDisclosure> warnings) {

    public ProtectedCube {
        withheld = List.copyOf(withheld);
        warnings = List.copyOf(warnings);
    }

    /** Returns only the figures whose keys fulfil the condition. */
    public ProtectedCube of(LongPredicate keys) {
        return new ProtectedCube(
                Cube.of(
                        cube.space(),
                        cube.observations().stream()
                                .filter(figure -> keys.test(figure.key()))
                                .toList()),
                withheld.stream().filter(cell -> keys.test(cell.key())).toList(),
                warnings.stream().filter(warning -> keys.test(warning.total())).toList());
    }

    /** Returns the figures of several cubes that have no key in common. */
    public static ProtectedCube together(KeySpace space, List<ProtectedCube> cubes) {
        return new ProtectedCube(
                Cube.of(space, joined(cubes, part -> part.cube().observations(), Observation::key)),
                joined(cubes, ProtectedCube::withheld, WithheldCell::key),
                joined(cubes, ProtectedCube::warnings, AttributeDisclosure::total));
    }

    private static <T> List<T> joined(
            List<ProtectedCube> cubes, Function<ProtectedCube, List<T>> list, ToLongFunction<T> key) {
        return cubes.stream()
                .flatMap(cube -> list.apply(cube).stream())
                .sorted(Comparator.comparingLong(key))
                .toList();
    }

    /** Returns the number of withheld figures that fulfil the condition. */
    public int count(Predicate<WithheldCell> which) {
        return (int) withheld.stream().filter(which).count();
    }

    /** A withheld figure: its key, packed in the key space of its dataflow, its true value, and the reason. Confidential. */
    public record WithheldCell(long key, BigDecimal value, Reason reason) {

        /** Leaves the value out, so that no log contains it. */
        @Override
        public String toString() {
            return "WithheldCell[" + key + "]";
        }
    }

    /**
     * The keys of a published total and of the one published category that all its persons are in. Anybody who knows that a
     * person is included in the total also learns the category. Such a disclosure does not block a release.
     */
    public record AttributeDisclosure(long total, long category) {}
}
