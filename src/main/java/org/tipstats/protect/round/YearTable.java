package org.tipstats.protect.round;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tipstats.protect.round.NationalFigure.Place;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Rounds all figures of a year as one table. The published cells of the table are the figures of the areas and the sums
 * of these figures for groups of areas.
 */
final class YearTable {

    private final LinkedCubes linked;
    private final RoundingTable table = new RoundingTable();
    private final List<Map<Long, IntStream.Builder>> groups = new ArrayList<>();

    YearTable(LinkedCubes linked) {
        this.linked = linked;
        for (int place = 0; place < linked.size(); place++) {
            groups.add(new TreeMap<>());
        }
    }

    /** Rounds the figures of a year, all areas together. */
    void round(Collection<List<NationalFigure>> areas) {
        areas.forEach(figures -> figures.forEach(this::add));
        groups.forEach(sums ->
                sums.values().forEach(inner -> table.publish(inner.build().toArray())));
        long[] rounded = new AdditiveRounding(linked.base()).round(table);
        for (int number = 0; number < rounded.length; number++) {
            table.inner(number).setRounded(rounded[number]);
        }
    }

    private void add(NationalFigure figure) {
        int[] inner = figure.inner().stream().mapToInt(table::number).toArray();
        table.publish(inner);
        for (Place place : figure.places()) {
            KeySpace space = linked.space(place.dataflow());
            Dimension area = space.structure().area();
            CodeList areas = area.codes();
            for (Code above : areas.ancestors(areas.at(space.position(place.key(), area.position())))) {
                long group = space.withPosition(place.key(), area.position(), above.position());
                IntStream.Builder sum = groups.get(place.dataflow()).computeIfAbsent(group, key -> IntStream.builder());
                IntStream.of(inner).forEach(sum);
            }
        }
    }
}
