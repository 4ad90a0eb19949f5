package org.tipstats.protect.intruder;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The tables of one release as equations: every cell is the sum of the finest crossings that it includes. An
 * unpublished crossing is an unknown. But if a table with all dimensions uses the codes of the crossing and leaves the
 * crossing out, the crossing counts as zero.
 */
final class TableEquations {

    private final Knowledge knowledge;
    private final AuditOptions options;
    private final TableSpace space;
    private final List<PublishedTable> tables;
    private final Map<List<BitSet>, AuditedFigure> figures = TableSpace.byPlace();
    private final Set<List<BitSet>> declaredRevised = new LinkedHashSet<>();
    private final List<BitSet> covered;
    private final AuditedFigure[] crossings;

    TableEquations(Knowledge knowledge, AuditOptions options, TableSpace space, List<PublishedTable> tables) {
        this.knowledge = knowledge;
        this.options = options;
        this.space = space;
        this.tables = tables;
        this.covered = space.emptyPlace();
        this.crossings = new AuditedFigure[space.crossings()];
    }

    Map<List<BitSet>, AuditedFigure> figures() {
        return figures;
    }

    Set<List<BitSet>> declaredRevised() {
        return declaredRevised;
    }

    void read() {
        for (PublishedTable table : tables) {
            boolean complete = table.dimensions().containsAll(space.dimensions());
            for (PublishedTable.Cell cell : table.cells()) {
                List<BitSet> place = read(table, cell);
                if (complete && TableSpace.isFinest(place)) {
                    space.join(covered, place);
                }
            }
        }
        figures.forEach((place, figure) -> {
            if (TableSpace.isFinest(place)) {
                space.forEachCrossing(place, number -> crossings[number] = figure);
            }
        });
        if (knowledge.uses(Source.CROSSING)) {
            figures.forEach((place, figure) -> {
                if (!TableSpace.isFinest(place)) {
                    sum(place, figure);
                }
            });
        }
    }

    private List<BitSet> read(PublishedTable table, PublishedTable.Cell cell) {
        List<BitSet> place = space.place(table, cell);
        AuditedFigure figure = figure(table, cell);
        AuditedFigure known = figures.putIfAbsent(place, figure);
        if (known != null) {
            knowledge.equate(Source.LINK, known, figure);
        }
        if (options.revised().find(table.release(), table.name(), cell.key()).isPresent()) {
            declaredRevised.add(place);
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
        space.forEachCrossing(place, number -> sum.minus(crossing(number)));
        knowledge.add(sum.within(Source.CROSSING, 0, 0));
    }

    private AuditedFigure crossing(int number) {
        if (crossings[number] == null) {
            crossings[number] =
                    space.contains(covered, number) ? AuditedFigure.known(0) : knowledge.unknown(0, Equation.FREE);
        }
        return crossings[number];
    }
}
