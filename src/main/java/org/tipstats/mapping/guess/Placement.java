package org.tipstats.mapping.guess;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.meaning.PlacedFigure;
import org.tipstats.mapping.reading.Block.Column;
import org.tipstats.mapping.reading.ColumnRole.Kind;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dimension;

/** The place of one figure in a dataflow: collects what column, row, titles and constants say about it. */
final class Placement {

    private final RowMeaning row;
    private final ValueColumn column;
    private final Meanings meanings;
    private final SortedMap<String, String> codes = new TreeMap<>();
    private final Map<String, String> words = new HashMap<>();
    private final Set<String> collapsed = new LinkedHashSet<>();
    private boolean open;

    private Placement(RowMeaning row, ValueColumn column, Meanings meanings) {
        this.row = row;
        this.column = column;
        this.meanings = meanings;
    }

    /**
     * Finds the place of the figure where a row and a column meet.
     *
     * @param constants codes that are the same in the whole table, by dimension
     * @return empty while a question about the place is open
     */
    static Optional<Placement> of(
            Meanings meanings, RowMeaning row, ValueColumn column, Map<String, String> constants) {
        Placement placement = new Placement(row, column, meanings);
        placement.collect(constants);
        return placement.open ? Optional.empty() : Optional.of(placement);
    }

    PlacedFigure figure(String cell, FigureValue value) {
        return new PlacedFigure(codes, words, collapsed, cell, value.value(), value.attributes());
    }

    private void collect(Map<String, String> constants) {
        put(row.codes(), row.words());
        put(column.codes(), column.words());
        collapsed.addAll(row.collapsed());
        if (column.part() != null) {
            collapsed.add(column.part());
        }
        if (column.year() != null) {
            codes.put("TIME_PERIOD", column.year());
        }
        put(row.inherited(), Map.of());
        put(constants, Map.of());
        for (Dimension dimension : meanings.dataflow().structure().dimensions()) {
            if (!codes.containsKey(dimension.id())) {
                complete(dimension);
            }
        }
    }

    private void put(Map<String, String> more, Map<String, String> from) {
        more.forEach((component, code) -> {
            if (meanings.hasDimension(component) && !codes.containsKey(component)) {
                codes.put(component, code);
                if (from.containsKey(component)) {
                    words.put(component, from.get(component));
                }
            }
        });
    }

    private void complete(Dimension dimension) {
        Optional<String> fixed = meanings.dataflow().submission().fixed(dimension.id());
        Optional<String> total = dimension.isTime()
                ? Optional.empty()
                : dimension.codes().total().map(Code::id);
        if (fixed.isPresent() || total.isPresent()) {
            codes.put(dimension.id(), fixed.orElseGet(total::get));
        } else {
            open = true;
        }
    }

    /** Returns whether the text of a cell in a column that is not used sets its figures apart. */
    static void addCollapsed(BlockReading reading, Sheet.Row row, Set<String> collapsed) {
        for (Column each : reading.of(Kind.IGNORED)) {
            String reason = reading.roles().get(each).reason();
            String text = row.text(each.index());
            if (reason.equals("ignored") && !text.isEmpty()) {
                collapsed.add(each.index() + " " + text);
            }
        }
    }
}
