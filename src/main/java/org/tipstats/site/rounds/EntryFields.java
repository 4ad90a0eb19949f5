package org.tipstats.site.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tipstats.collect.entry.EntryPart;
import org.tipstats.collect.entry.EntryService;

/** Reads what the fields of the form to type figures in say. */
final class EntryFields {

    /** Stands for the text of a cell that stays as it is. */
    private static final String UNTOUCHED = "\u001a";

    private EntryFields() {}

    /**
     * A comment that somebody types.
     *
     * @param row the key of a figure of its row
     */
    record CommentField(String row, String year, String text) {

        static final CommentField EMPTY = new CommentField(null, null, "");

        /** Returns the text by the key of its figure; empty without a text or a figure. */
        Map<String, String> typed(EntryPart part) {
            return text.isEmpty() || row == null || year == null
                    ? Map.of()
                    : EntryService.typed(part, List.of(row), List.of(year), List.of(text));
        }
    }

    /**
     * Returns what a form has by the key of the figure.
     *
     * @param rows the keys of the rows whose cells are fields
     * @param cells the cells of these rows, a cell for each year
     * @param lines further rows as lines: the key and the cells, with tabs between them, or {@link #UNTOUCHED} for a cell
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
