package org.tipstats.mapping.guess;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.mapping.grid.Cell;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.guess.TableReader.Context;
import org.tipstats.mapping.meaning.KeyDraft;
import org.tipstats.mapping.meaning.MappedKey;
import org.tipstats.mapping.meaning.PlacedFigure;
import org.tipstats.mapping.reading.Block.Column;
import org.tipstats.mapping.reading.ColumnRole.Kind;

/**
 * The place of one figure in a dataflow: what column, row, titles and constants say about it.
 *
 * @param draft the codes with the words that gave them
 * @param collapsed words that have no place in the key
 */
record Placement(MappedKey key, KeyDraft draft, Set<String> collapsed) {

    private static final String TIME = "TIME_PERIOD";

    /**
     * Finds the place of the figure where a row and a column meet.
     *
     * @param constants codes that are the same in the whole table
     * @return empty while a question about the place is open
     */
    static Optional<Placement> of(RowMeaning row, ValueColumn column, KeyDraft constants) {
        KeyDraft draft = row.named().copy();
        draft.fill(column.named());
        if (column.year() != null) {
            draft.put(TIME, column.year());
        }
        draft.fill(row.inherited());
        draft.fill(constants);
        return draft.key().map(key -> new Placement(key, draft, collapsed(row, column)));
    }

    /** Returns whether a row has another year than a column of figures. Then the years are those of different tables. */
    static boolean areOfOtherYears(Context context, List<ValueColumn> columns) {
        Set<String> years = columns.stream()
                .flatMap(column -> Stream.ofNullable(column.year()))
                .collect(Collectors.toSet());
        return !years.isEmpty()
                && context.reading().of(TIME).stream()
                        .flatMap(column ->
                                context.reading().block().body().stream().map(row -> row.text(column.index())))
                        .flatMap(text -> context.meanings().year(text).stream())
                        .anyMatch(year -> !years.equals(Set.of(year)));
    }

    /**
     * Adds the codes in the headings of the names of rows, and the sex or age in the heading of other words or of years, as in
     * {@code Women | 2019 | 2020}.
     */
    static void addHeadings(BlockReading reading, Meanings meanings, KeyDraft draft) {
        meanings.addLabels(reading.of(Kind.LABEL).stream().map(Column::lowest).toList(), draft);
        reading.roles().forEach((column, role) -> {
            Map<String, String> codes = meanings.label(column.lowest()).codes();
            for (String component : List.of("SEX", "AGE")) {
                if (role.is(Kind.COMPONENT) && !role.is(component) && codes.containsKey(component)) {
                    draft.putIfAbsent(component, codes.get(component));
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

    /** @param cell the cell of the figure; null for a blank cell */
    PlacedFigure figure(Cell cell, FigureValue value) {
        return new PlacedFigure(key, draft, collapsed, cell, value.value(), value.attributes());
    }

    /** Adds the texts of cells in columns that are not used, because they set the figures of the row apart. */
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
