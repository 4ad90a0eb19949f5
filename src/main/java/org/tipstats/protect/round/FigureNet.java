package org.tipstats.protect.round;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tipstats.protect.round.NationalFigure.Place;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * The national figures of linked dataflows and the lines that connect them; a line is a total with its reported parts.
 * If a cell occurs in two dataflows, it is one figure if the two values are equal, otherwise two figures. If parts
 * exceed their total, for example because a person may have several answers, they form no line, and total and parts are
 * rounded separately.
 */
final class FigureNet {

    private final LinkedCubes linked;
    private final List<Map<Long, NationalFigure>> byKey = new ArrayList<>();
    private final List<Set<Long>> above = new ArrayList<>();
    private final List<NationalFigure> figures = new ArrayList<>();

    FigureNet(LinkedCubes linked, Map<String, Cube> accepted) {
        this.linked = linked;
        List<NationalFigure> reserved = new ArrayList<>();
        for (int place = 0; place < linked.size(); place++) {
            byKey.add(new HashMap<>());
            above.add(new HashSet<>());
            for (Observation observation : linked.cube(place, accepted)) {
                if (linked.statuses(place).countsAsReported(observation)) {
                    NationalFigure figure = figure(place, observation);
                    if (linked.isReserved(place, observation)) {
                        reserved.add(figure);
                    }
                }
            }
        }
        figures.forEach(this::addLines);
        withhold(reserved);
    }

    private NationalFigure figure(int place, Observation observation) {
        long key = observation.key();
        long value = observation.value() == null
                ? NationalFigure.MASKED
                : observation.value().longValueExact();
        OptionalLong broad = linked.inBroadest(place, key);
        NationalFigure figure = broad.isPresent() ? byKey.get(0).get(broad.getAsLong()) : null;
        if (figure == null || figure.value() != value) {
            figure = new NationalFigure(linked.name(place, key), value);
            figures.add(figure);
        }
        figure.places().add(new Place(place, key));
        byKey.get(place).put(key, figure);
        markAbove(place, key);
        return figure;
    }

    /** Marks the keys of all totals that include a figure, in one or several dimensions. */
    private void markAbove(int place, long key) {
        KeySpace space = linked.space(place);
        List<Long> marked = new ArrayList<>(List.of(key));
        for (Dimension dimension : linked.breakdowns(place)) {
            Code code = dimension.codes().at(space.position(key, dimension.position()));
            List<Code> ancestors = dimension.codes().ancestors(code);
            for (long below : List.copyOf(marked)) {
                ancestors.forEach(
                        ancestor -> marked.add(space.withPosition(below, dimension.position(), ancestor.position())));
            }
        }
        above.get(place).addAll(marked.subList(1, marked.size()));
    }

    private void addLines(NationalFigure figure) {
        if (figure.isMasked()) {
            return;
        }
        for (Place place : figure.places()) {
            for (Dimension dimension : linked.breakdowns(place.dataflow())) {
                Set<NationalFigure> parts = new LinkedHashSet<>();
                addParts(place, dimension, parts);
                List<NationalFigure> known =
                        parts.stream().filter(part -> !part.isMasked()).toList();
                int masked = parts.size() - known.size();
                long remainder = figure.value()
                        - known.stream().mapToLong(NationalFigure::value).sum();
                if (!parts.isEmpty() && remainder >= 0) {
                    long step = linked.step(remainder, masked);
                    figure.lines().add(new FigureLine(figure, dimension.id(), known, masked, remainder, step));
                }
            }
        }
    }

    /**
     * Adds the parts of a total along one dimension. If a part has no figure, its own parts replace it, in another
     * dimension if necessary.
     */
    private void addParts(Place place, Dimension dimension, Set<NationalFigure> parts) {
        KeySpace space = linked.space(place.dataflow());
        Code code = dimension.codes().at(space.position(place.key(), dimension.position()));
        for (Code child : dimension.codes().children(code)) {
            long key = space.withPosition(place.key(), dimension.position(), child.position());
            NationalFigure part = byKey.get(place.dataflow()).get(key);
            if (part != null) {
                parts.add(part);
            } else if (above.get(place.dataflow()).contains(key)) {
                addStandIns(new Place(place.dataflow(), key), dimension, parts);
            }
        }
    }

    private void addStandIns(Place absent, Dimension dimension, Set<NationalFigure> parts) {
        int before = parts.size();
        addParts(absent, dimension, parts);
        for (Dimension other : linked.breakdowns(absent.dataflow())) {
            if (parts.size() == before && !other.id().equals(dimension.id())) {
                addParts(absent, other, parts);
            }
        }
    }

    /**
     * Withholds the given figures, and all figures that lines connect to them, directly or through other figures. A
     * connected figure could help to compute a withheld one.
     */
    void withhold(List<NationalFigure> reserved) {
        Map<NationalFigure, List<NationalFigure>> beside = new HashMap<>();
        for (NationalFigure figure : reserved.isEmpty() ? List.<NationalFigure>of() : figures) {
            for (FigureLine line : figure.lines()) {
                for (NationalFigure part : line.parts()) {
                    beside.computeIfAbsent(figure, any -> new ArrayList<>()).add(part);
                    beside.computeIfAbsent(part, any -> new ArrayList<>()).add(figure);
                }
            }
        }
        Deque<NationalFigure> open = new ArrayDeque<>(reserved);
        while (!open.isEmpty()) {
            NationalFigure figure = open.pop();
            if (!figure.isWithheld()) {
                figure.withhold();
                open.addAll(beside.getOrDefault(figure, List.of()));
            }
        }
    }

    NationalFigure at(int place, long key) {
        return byKey.get(place).get(key);
    }

    /** Returns the published figures by year and then by area, in the order of the keys. */
    TreeMap<Integer, TreeMap<Integer, List<NationalFigure>>> byYearAndArea() {
        return published().stream()
                .collect(Collectors.groupingBy(
                        figure -> position(figure, DataStructure::time),
                        TreeMap::new,
                        Collectors.groupingBy(
                                figure -> position(figure, DataStructure::area), TreeMap::new, Collectors.toList())));
    }

    private int position(NationalFigure figure, Function<DataStructure, Dimension> dimension) {
        Place place = figure.places().get(0);
        KeySpace space = linked.space(place.dataflow());
        return space.position(place.key(), dimension.apply(space.structure()).position());
    }

    List<NationalFigure> figures() {
        return figures;
    }

    /** Returns the figures that may be published and have a value. */
    List<NationalFigure> published() {
        return figures.stream()
                .filter(figure -> !figure.isMasked() && !figure.isWithheld())
                .toList();
    }
}
