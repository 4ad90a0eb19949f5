package org.tipstats.start.tables;

import java.util.ArrayList;
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
import org.tipstats.protect.equations.ExposedCell;
import org.tipstats.protect.equations.FinestCrossings;
import org.tipstats.protect.equations.Knowledge;
import org.tipstats.protect.equations.Source;
import org.tipstats.protect.published.AuditOptions;

/**
 * The knowledge of an intruder from the tables of one release, as equations. A finest crossing combines one finest code
 * of each dimension. Every cell is the sum of the finest crossings that it includes. A finest crossing that no table
 * publishes is an unknown. But its count is known to be zero if tables with all dimensions contain each of its codes in
 * other finest crossings.
 */
public final class TableEquations {

    private final Knowledge knowledge;
    private final AuditOptions options;
    private final TableSpace space;
    private final Map<List<BitSet>, AuditedFigure> figures = new LinkedHashMap<>();
    private final Set<List<BitSet>> revised = new LinkedHashSet<>();

    private TableEquations(Knowledge knowledge, AuditOptions options, TableSpace space) {
        this.knowledge = knowledge;
        this.options = options;
        this.space = space;
    }

    /**
     * Returns the knowledge of an intruder from tables of any origin. Tables of one release are linked if they contain
     * the same cell. A cell has the same count in two successive releases unless it was revised.
     *
     * @param tables the tables, in the order of their releases
     * @param hierarchies for each dimension, by its name, the codes and their parts; in a dimension without an entry,
     *     all codes except the total are parts of the total
     */
    public static Knowledge of(AuditOptions options, List<PublishedTable> tables, Map<String, CodeTree> hierarchies) {
        Knowledge knowledge = new Knowledge(options.ignored());
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
        return knowledge;
    }

    private void read(List<PublishedTable> tables) {
        List<BitSet> covered =
                Stream.generate(BitSet::new).limit(space.dimensions().size()).toList();
        for (PublishedTable table : tables) {
            boolean complete = table.dimensions().containsAll(space.dimensions());
            for (PublishedTable.Cell cell : table.cells()) {
                List<BitSet> place = read(table, cell);
                if (complete && FinestCrossings.isFinest(place)) {
                    IntStream.range(0, covered.size())
                            .forEach(d -> covered.get(d).or(place.get(d)));
                }
            }
        }
        if (knowledge.uses(Source.CROSSING)) {
            addSums(covered);
        }
    }

    private void addSums(List<BitSet> covered) {
        FinestCrossings crossings = new FinestCrossings(knowledge, space.sizes());
        crossings.set(covered, AuditedFigure.known(0));
        figures.forEach((place, figure) -> {
            if (FinestCrossings.isFinest(place)) {
                crossings.set(place, figure);
            }
        });
        figures.forEach((place, figure) -> {
            if (!FinestCrossings.isFinest(place)) {
                crossings.addSum(place, figure);
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
        return masked
                ? knowledge.hide(name, 0, cell.mostHidden().getAsLong())
                : knowledge.hide(name, options.lowerBound());
    }

    /**
     * Adds the knowledge that a cell has the same count in the earlier release, unless it was revised. A cell is
     * revised if its published values differ, if the caller declares it revised, or if it includes a revised cell.
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

    /**
     * The dimensions of all tables together. A cell has a place: for each dimension, the set of the finest codes that
     * the cell includes. The cells of a table without a dimension include all finest codes of this dimension.
     *
     * @param leafSets for each dimension, the finest codes that a code includes
     * @param sizes the number of finest codes of each dimension
     */
    record TableSpace(List<String> dimensions, List<Map<String, BitSet>> leafSets, List<Integer> sizes) {

        private static final int MAX_CROSSINGS = 4_000_000;

        static TableSpace of(List<PublishedTable> tables, Map<String, CodeTree> hierarchies) {
            List<String> dimensions = tables.stream()
                    .flatMap(table -> table.dimensions().stream())
                    .distinct()
                    .toList();
            List<Map<String, BitSet>> leafSets = new ArrayList<>();
            List<Integer> sizes = new ArrayList<>();
            for (String dimension : dimensions) {
                CodeTree tree = tree(dimension, tables, hierarchies);
                leafSets.add(tree.leafSets());
                sizes.add(Math.max(1, tree.leaves().size()));
            }
            if (FinestCrossings.exceed(MAX_CROSSINGS, sizes)) {
                throw new IllegalArgumentException("the tables have more than " + MAX_CROSSINGS + " finest crossings");
            }
            return new TableSpace(dimensions, leafSets, sizes);
        }

        private static CodeTree tree(String dimension, List<PublishedTable> tables, Map<String, CodeTree> hierarchies) {
            CodeTree tree = new CodeTree().addAll(hierarchies.getOrDefault(dimension, new CodeTree()));
            for (PublishedTable table : tables) {
                int place = table.dimensions().indexOf(dimension);
                if (place >= 0) {
                    table.cells().forEach(cell -> tree.add(cell.codes().get(place)));
                }
            }
            return tree;
        }

        List<BitSet> place(PublishedTable table, PublishedTable.Cell cell) {
            List<BitSet> place = new ArrayList<>();
            for (int d = 0; d < dimensions.size(); d++) {
                int column = table.dimensions().indexOf(dimensions.get(d));
                BitSet all = new BitSet();
                all.set(0, sizes.get(d));
                place.add(column < 0 ? all : leafSets.get(d).get(cell.codes().get(column)));
            }
            return place;
        }

        static boolean covers(List<BitSet> wider, List<BitSet> narrower) {
            return IntStream.range(0, wider.size())
                    .allMatch(d -> narrower.get(d).stream().allMatch(wider.get(d)::get));
        }
    }
}
