package org.tipstats.vocabulary.cube;

import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Selects some or all years of cubes. Years can be protected and audited separately, because figures of one year reveal
 * nothing about another year.
 */
public final class YearSelection {

    private final Set<String> years;

    /** @param years the years to select; empty for all years */
    public YearSelection(List<String> years) {
        this.years = new TreeSet<>(years);
    }

    /** Returns a selection for each year with figures in the cubes, the year with the most figures first. */
    public static List<YearSelection> each(Stream<Map<String, Cube>> cubes) {
        Map<String, Integer> figures = new TreeMap<>();
        cubes.map(Map::values).flatMap(Collection::stream).forEach(cube -> {
            KeySpace space = cube.space();
            Dimension time = space.structure().time();
            cube.forEach(figure -> figures.merge(space.code(figure.key(), time), 1, Integer::sum));
        });
        return figures.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(year -> new YearSelection(List.of(year.getKey())))
                .toList();
    }

    public Cube of(Cube cube) {
        if (years.isEmpty()) {
            return cube;
        }
        KeySpace space = cube.space();
        Dimension time = space.structure().time();
        BitSet positions = new BitSet();
        years.stream().mapToInt(time::positionOf).filter(at -> at >= 0).forEach(positions::set);
        List<Observation> some = cube.observations().stream()
                .filter(observation -> positions.get(space.position(observation.key(), time.position())))
                .toList();
        return Cube.of(space, some);
    }

    public Map<String, Cube> of(Map<String, Cube> cubes) {
        Map<String, Cube> some = new TreeMap<>();
        cubes.forEach((id, cube) -> some.put(id, of(cube)));
        return some;
    }

    public boolean has(KeySpace space, long key) {
        return years.isEmpty()
                || years.contains(space.code(key, space.structure().time()));
    }
}
