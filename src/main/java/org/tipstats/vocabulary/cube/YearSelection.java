package org.tipstats.vocabulary.cube;

import java.util.Collection;
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

    /** Returns a selection for each year that cubes have figures of, in order. */
    public static List<YearSelection> each(Stream<Map<String, Cube>> cubes) {
        Set<String> years = new TreeSet<>();
        cubes.map(Map::values).flatMap(Collection::stream).forEach(cube -> {
            KeySpace space = cube.space();
            Dimension time = space.structure().time();
            cube.forEach(figure -> years.add(space.code(figure.key(), time)));
        });
        return years.stream().map(year -> new YearSelection(List.of(year))).toList();
    }

    public Cube of(Cube cube) {
        if (years.isEmpty()) {
            return cube;
        }
        KeySpace space = cube.space();
        Dimension time = space.structure().time();
        Set<Integer> positions = new TreeSet<>();
        years.forEach(year -> positions.add(time.positionOf(year)));
        List<Observation> some = cube.observations().stream()
                .filter(observation -> positions.contains(space.position(observation.key(), time.position())))
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
