package org.tipstats.site.map;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tipstats.disseminate.format.DataSelection;
import org.tipstats.site.map.MapViews.MapRequest;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.RepresentativeYear;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * Chooses the figure that a map shows for each area. If the reader chose no code in a dimension, the map uses the
 * total, or the first code with rates if no rates exist for the total. If the reader chose no year, the map shows the
 * latest year with enough values.
 */
final class MapSelection {
    private final MapRequest question;
    private final DataSelection selection;
    private final KeySpace space;
    private final List<BitSet> there = new ArrayList<>();
    private final int[] positions;
    private final Map<Integer, Observation> figures = new HashMap<>();

    private MapSelection(MapRequest question, Code rate) {
        this.question = question;
        this.selection = question.selection();
        this.space = selection.cube().space();
        this.positions = new int[space.structure().dimensions().size()];
        space.structure().dimensions().forEach(dimension -> there.add(new BitSet()));
        for (int place : selection.places()) {
            long key = selection.cube().at(place).key();
            if (isRate(key, rate) && isArea(key)) {
                for (int d = 0; d < positions.length; d++) {
                    there.get(d).set(space.position(key, d));
                }
            }
        }
    }

    /** Makes the choice. The result is empty if the selection has no rate of any area. */
    static Optional<MapSelection> of(MapRequest question) {
        Optional<Code> rate = question.selection().dataflow().unit("RATE");
        if (rate.isEmpty()) {
            return Optional.empty();
        }
        MapSelection choice = new MapSelection(question, rate.get());
        if (choice.there.get(0).isEmpty()) {
            return Optional.empty();
        }
        choice.choose(rate.get());
        return Optional.of(choice);
    }

    private boolean isRate(long key, Code rate) {
        return space.position(key, space.structure().unit().position()) == rate.position();
    }

    private boolean isArea(long key) {
        Dimension area = space.structure().area();
        return !area.codes().at(space.position(key, area.position())).isAreaGroup();
    }

    private void choose(Code rate) {
        Dimension time = space.structure().time();
        for (Dimension dimension : space.structure().dimensions()) {
            positions[dimension.position()] = dimension.role() == Role.UNIT
                    ? rate.position()
                    : wished(dimension).orElseGet(() -> usual(dimension));
        }
        if (wished(time).isEmpty()) {
            positions[time.position()] = latest(time);
        }
        for (int place : selection.places()) {
            Observation observation = selection.cube().at(place);
            if (isMeant(observation.key(), false) && isArea(observation.key())) {
                figures.put(area(observation.key()), observation);
            }
        }
    }

    private Optional<Integer> wished(Dimension dimension) {
        return Optional.ofNullable(question.chosen().get(dimension.id()))
                .map(dimension::positionOf)
                .filter(position -> position >= 0 && isOffered(dimension, position));
    }

    private boolean isOffered(Dimension dimension, int position) {
        BitSet offered = there.get(dimension.position());
        return offered.get(position)
                || dimension.isTime() && position > offered.nextSetBit(0) && position < offered.length();
    }

    private int usual(Dimension dimension) {
        BitSet offered = there.get(dimension.position());
        if (dimension.isTime()) {
            return offered.length() - 1;
        }
        return dimension
                .codes()
                .total()
                .map(Code::position)
                .filter(offered::get)
                .orElseGet(() -> offered.nextSetBit(0));
    }

    /**
     * Returns the latest year in which enough areas have a value, see {@link RepresentativeYear}; the last year with a
     * rate if no area has a value.
     */
    private int latest(Dimension time) {
        int[] areas = new int[time.size()];
        for (int place : selection.places()) {
            Observation observation = selection.cube().at(place);
            if (observation.value() != null && isMeant(observation.key(), true) && isArea(observation.key())) {
                areas[space.position(observation.key(), time.position())]++;
            }
        }
        return RepresentativeYear.of(areas).orElseGet(() -> usual(time));
    }

    /**
     * Returns whether a figure has the chosen codes. The area may be any area.
     *
     * @param anyYear true if the year may be any year, too
     */
    private boolean isMeant(long key, boolean anyYear) {
        for (Dimension dimension : space.structure().dimensions()) {
            boolean free = dimension.role() == Role.AREA || anyYear && dimension.isTime();
            if (!free && space.position(key, dimension.position()) != positions[dimension.position()]) {
                return false;
            }
        }
        return true;
    }

    private int area(long key) {
        return space.position(key, space.structure().area().position());
    }

    /**
     * Returns the figure of an area; null if there is none.
     *
     * @param area the position of the area in its code list
     */
    Observation figure(int area) {
        return figures.get(area);
    }

    /**
     * Returns the classes for all areas and years of the release, not only for the selected ones. Maps of different
     * years therefore have the same classes.
     */
    ColourClasses classes() {
        List<BigDecimal> values = new ArrayList<>();
        for (Observation observation : selection.cube()) {
            if (observation.value() != null && isMeant(observation.key(), true) && isArea(observation.key())) {
                values.add(observation.value());
            }
        }
        return ColourClasses.of(values);
    }

    /** Returns the key of the codes that all figures share. Its positions for the area and the year are 0. */
    long common() {
        int[] common = positions.clone();
        common[space.structure().area().position()] = 0;
        common[space.structure().time().position()] = 0;
        return space.pack(common);
    }

    /** Returns positions in a dimension: those of the codes for which at least one area has a rate. */
    BitSet there(Dimension dimension) {
        return (BitSet) there.get(dimension.position()).clone();
    }

    /** Returns the position of the code that the map shows for a dimension. */
    int position(Dimension dimension) {
        return positions[dimension.position()];
    }

    /** Returns the codes that all figures of the map share, by dimension. */
    Map<String, String> fixed() {
        Map<String, String> fixed = new LinkedHashMap<>();
        for (Dimension dimension : space.structure().dimensions()) {
            if (dimension.role() != Role.AREA) {
                fixed.put(dimension.id(), dimension.valueAt(position(dimension)));
            }
        }
        return fixed;
    }
}
