package org.tipstats.protect.published;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tipstats.protect.equations.AuditedFigure;
import org.tipstats.protect.equations.Equation;
import org.tipstats.protect.equations.Equation.EquationSum;
import org.tipstats.protect.equations.ExposedCell;
import org.tipstats.protect.equations.Knowledge;
import org.tipstats.protect.equations.Source;

/**
 * The tables of one release as equations: every cell is the sum of the finest crossings that it includes. An
 * unpublished crossing is an unknown. But if a table with all dimensions uses the codes of the crossing and leaves the
 * crossing out, the crossing counts as zero.
 */
public final class TableEquations {

    private final Knowledge knowledge;
    private final AuditOptions options;
    private final TableSpace space;
    private final Map<List<BitSet>, AuditedFigure> figures = new LinkedHashMap<>();
    private final Set<List<BitSet>> revised = new LinkedHashSet<>();
    private final List<BitSet> covered;
    private final AuditedFigure[] crossings;

    private TableEquations(Knowledge knowledge, AuditOptions options, TableSpace space) {
        this.knowledge = knowledge;
        this.options = options;
        this.space = space;
        this.covered =
                Stream.generate(BitSet::new).limit(space.dimensions().size()).toList();
        this.crossings = new AuditedFigure[space.crossings().count(TableSpace.MAX_CROSSINGS)];
    }

    /** Adds what tables say, in the order of their releases. The hierarchies are by the names of the dimensions. */
    public static void addTo(
            Knowledge knowledge, AuditOptions options, List<PublishedTable> tables, Map<String, CodeTree> hierarchies) {
        TableSpace space = TableSpace.of(tables, hierarchies);
        Map<String, List<PublishedTable>> releases = tables.stream()
                .collect(Collectors.groupingBy(PublishedTable::release, LinkedHashMap::new, Collectors.toList()));
        TableEquations earlier = null;
        for (List<PublishedTable> release : releases.values()) {
            TableEquations current = new TableEquations(knowledge, options, space);
            current.read(release);
            if (earlier != null && knowledge.uses(Source.RELEASE)) {
                current.link(earlier);
            }
            earlier = current;
        }
    }

    private void read(List<PublishedTable> tables) {
        for (PublishedTable table : tables) {
            boolean complete = table.dimensions().containsAll(space.dimensions());
            for (PublishedTable.Cell cell : table.cells()) {
                List<BitSet> place = read(table, cell);
                if (complete && CrossingSpace.isFinest(place)) {
                    IntStream.range(0, covered.size())
                            .forEach(d -> covered.get(d).or(place.get(d)));
                }
            }
        }
        figures.forEach((place, figure) -> {
            if (CrossingSpace.isFinest(place)) {
                space.crossings().forEach(place, number -> crossings[number] = figure);
            }
        });
        figures.forEach((place, figure) -> {
            if (knowledge.uses(Source.CROSSING) && !CrossingSpace.isFinest(place)) {
                sum(place, figure);
            }
        });
    }

    private List<BitSet> read(PublishedTable table, PublishedTable.Cell cell) {
        List<BitSet> place = space.place(table, cell);
        AuditedFigure figure = figure(table, cell);
        AuditedFigure known = figures.putIfAbsent(place, figure);
        if (known != null) {
            knowledge.equate(Source.LINK, known, figure);
        }
        if (options.revised().find(table.release(), table.name(), cell.key()).isPresent()) {
            revised.add(place);
        }
        return place;
    }

    private AuditedFigure figure(PublishedTable table, PublishedTable.Cell cell) {
        if (cell.count().isPresent()) {
            return AuditedFigure.known(cell.count().getAsLong());
        }
        boolean masked = cell.mostHidden().isPresent();
        ExposedCell name = new ExposedCell(table.release(), table.name(), "", cell.key(), masked, OptionalLong.empty());
        return knowledge.hide(
                name, masked ? 0 : options.lowerBound(), cell.mostHidden().orElse(Equation.FREE));
    }

    private void sum(List<BitSet> place, AuditedFigure whole) {
        EquationSum sum = new EquationSum().plus(whole);
        space.crossings().forEach(place, number -> sum.minus(crossing(number)));
        knowledge.add(sum.within(Source.CROSSING, 0, 0));
    }

    private AuditedFigure crossing(int number) {
        if (crossings[number] == null) {
            crossings[number] = space.crossings().contains(covered, number)
                    ? AuditedFigure.known(0)
                    : knowledge.unknown(0, Equation.FREE);
        }
        return crossings[number];
    }

    /**
     * Adds that each cell that was not revised has the same count in the previous release. A cell is revised if its
     * published values differ, if the caller declares it revised, or if it includes a revised cell.
     */
    private void link(TableEquations earlier) {
        figures.forEach((place, now) -> {
            AuditedFigure before = earlier.figures.get(place);
            if (before != null && before.differsFrom(now)) {
                revised.add(place);
            }
        });
        figures.forEach((place, now) -> {
            if (earlier.figures.containsKey(place)
                    && revised.stream().noneMatch(narrower -> TableSpace.covers(place, narrower))) {
                knowledge.equateReleases(earlier.figures.get(place), now);
            }
        });
    }
}
