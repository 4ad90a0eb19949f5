package org.tipstats.mapping.guess;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.meaning.MappedKey;
import org.tipstats.mapping.meaning.PlacedFigure;
import org.tipstats.mapping.reading.Block.Column;
import org.tipstats.mapping.reading.ColumnRole.Kind;

/**
 * The place of one figure in a dataflow: what column, row, titles and constants say about it.
 *
 * @param words the words that gave codes of the key, by dimension
 * @param collapsed words that have no place in the key
 */
record Placement(MappedKey key, Map<String, String> words, Set<String> collapsed) {

    private static final String TIME = "TIME_PERIOD";

    /**
     * Finds the place of the figure where a row and a column meet.
     *
     * @param constants codes that are the same in the whole table, by dimension
     * @return empty while a question about the place is open
     */
    static Optional<Placement> of(
            Meanings meanings, RowMeaning row, ValueColumn column, Map<String, String> constants) {
        MappedKey.Dimensions dimensions = meanings.dimensions();
        String[] codes = dimensions.codes();
        Map<String, String> words = new HashMap<>();
        put(dimensions, codes, row.codes(), row.words(), words);
        put(dimensions, codes, column.codes(), column.words(), words);
        if (column.year() != null) {
            codes[dimensions.place(TIME)] = column.year();
        }
        put(dimensions, codes, row.inherited(), Map.of(), words);
        put(dimensions, codes, constants, Map.of(), words);
        return dimensions.key(codes).map(key -> new Placement(key, words, collapsed(row, column)));
    }

    private static void put(
            MappedKey.Dimensions dimensions,
            String[] codes,
            Map<String, String> more,
            Map<String, String> from,
            Map<String, String> words) {
        more.forEach((component, code) -> {
            int place = dimensions.place(component);
            if (place >= 0 && codes[place] == null) {
                codes[place] = code;
                if (from.containsKey(component)) {
                    words.put(component, from.get(component));
                }
            }
        });
    }

    private static Set<String> collapsed(RowMeaning row, ValueColumn column) {
        if (column.part() == null) {
            return row.collapsed();
        }
        Set<String> collapsed = new LinkedHashSet<>(row.collapsed());
        collapsed.add(column.part());
        return collapsed;
    }

    PlacedFigure figure(String cell, FigureValue value) {
        return new PlacedFigure(key, words, collapsed, cell, value.value(), value.attributes());
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
