package org.tipstats.site.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tipstats.collect.entry.EntryPart;
import org.tipstats.collect.entry.EntryService;

/** Reads the fields of the form to type figures in. */
final class EntryFields {

    /** Marks a cell whose text the sender did not change. */
    private static final String UNTOUCHED = "\u001a";

    private EntryFields() {}

    /**
     * A typed comment.
     *
     * @param row the key of any figure in the row
     */
    record CommentField(String row, String year, String text) {

        static final CommentField EMPTY = new CommentField(null, null, "");

        /** Returns a map from the key of the figure to the comment; empty if the text or the figure is missing. */
        Map<String, String> typed(EntryPart part) {
            return text.isEmpty() || row == null || year == null
                    ? Map.of()
                    : EntryService.typed(part, List.of(row), List.of(year), List.of(text));
        }
    }

    /**
     * Returns a map from the keys of figures to the texts that were typed for them.
     *
     * @param rows the keys of the rows whose cells are fields
     * @param cells the cells of these rows, a cell for each year
     * @param lines further rows, one in a line: the key of the row, then its cells, separated by tabs; a cell that the
     *     sender did not change is {@link #UNTOUCHED} and is left out
     */
    static Map<String, String> typed(
            EntryPart part, List<String> rows, List<String> years, List<String> cells, List<String> lines) {
        List<String> keys = new ArrayList<>(rows);
        List<String> texts = new ArrayList<>(cells);
        lines.stream().flatMap(String::lines).forEach(line -> {
            String[] row = line.split("\t", -1);
            keys.add(row[0]);
            for (int i = 1; i <= years.size(); i++) {
                texts.add(i >= row.length ? "" : row[i].equals(UNTOUCHED) ? null : row[i]);
            }
        });
        Map<String, String> typed = EntryService.typed(part, keys, years, texts);
        typed.values().removeIf(Objects::isNull);
        return typed;
    }
}
