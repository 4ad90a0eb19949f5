package org.tipstats.disseminate.coverage;

import java.util.BitSet;
import java.util.List;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * The total population of each area in each year. Areas and years are given by position. A value of 0 means
 * unknown.
 */
public record PopulationTable(long[][] persons) {

    /** Reads the totals over all persons from the population dataset, which may be empty. */
    public static PopulationTable of(Cube population) {
        KeySpace space = population.space();
        Dimension area = space.structure().area();
        Dimension time = space.structure().time();
        List<Dimension> broken = space.structure().dimensions().stream()
                .filter(d -> !d.isTime() && d != area && d.codes().total().isPresent())
                .toList();
        long[][] persons = new long[area.size()][time.size()];
        for (Observation figure : population) {
            boolean whole = broken.stream()
                    .allMatch(d -> d.codes()
                            .at(space.position(figure.key(), d.position()))
                            .isTotal());
            if (whole && figure.value() != null) {
                persons[space.position(figure.key(), area.position())][space.position(figure.key(), time.position())] =
                        figure.value().longValue();
            }
        }
        return new PopulationTable(persons);
    }

    public long of(int area, int year) {
        return persons[area][year];
    }

    /** Returns the population of some areas together in a year. */
    public long of(BitSet areas, int year) {
        return areas.stream().mapToLong(area -> persons[area][year]).sum();
    }
}
