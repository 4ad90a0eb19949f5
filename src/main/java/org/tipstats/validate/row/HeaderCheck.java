package org.tipstats.validate.row;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tipstats.files.csv.RawRow;
import org.tipstats.validate.row.LayoutColumn.Kind;
import org.tipstats.vocabulary.names.Suggestions;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * The input of header rules: the columns, suggestions for unknown columns, the ids of missing columns, and facts about
 * the first rows.
 */
public record HeaderCheck(
        Layout layout, Map<LayoutColumn, List<String>> unknown, List<String> missing, TableFacts first) {

    /** @param first the first rows, or all rows of a short file */
    public static HeaderCheck of(RawRow header, Layout layout, List<RawRow> first, int year, Dataflow dataflow) {
        ColumnNames names = new ColumnNames(dataflow.structure(), layout::has);
        Map<LayoutColumn, List<String>> unknown = new LinkedHashMap<>();
        for (LayoutColumn column : layout.columns()) {
            if (column.kind() == Kind.UNKNOWN) {
                unknown.put(column, names.forHeader(column.header()));
            }
        }
        TableFacts facts = TableFacts.of(header, first.iterator(), year);
        keepOneMeasure(unknown, facts, dataflow.structure().measure().id());
        Set<String> meant = new HashSet<>();
        unknown.values().forEach(ids -> ids.stream().limit(1).forEach(meant::add));
        List<String> missing = required(dataflow)
                .filter(id -> !layout.has(id) && !meant.contains(id))
                .toList();
        return new HeaderCheck(layout, unknown, missing, facts);
    }

    /** Returns the ids of the columns that each table of the dataflow must have. */
    public static Stream<String> required(Dataflow dataflow) {
        Stream<String> dimensions = dataflow.requiredDimensions().stream().map(Dimension::id);
        return Stream.concat(
                dimensions, Stream.of(dataflow.structure().measure().id()));
    }

    /**
     * Suggests no column as the measure if several columns have figures. If one of them got the name of the measure,
     * the file would look right, but the other figures would be lost.
     */
    private static void keepOneMeasure(Map<LayoutColumn, List<String>> unknown, TableFacts facts, String measure) {
        long figures = unknown.entrySet().stream()
                .filter(each -> each.getValue().isEmpty() || each.getValue().contains(measure))
                .filter(each -> facts.of(each.getKey()).areFigures())
                .count();
        if (figures > 1) {
            unknown.replaceAll((column, ids) ->
                    ids.stream().filter(id -> !id.equals(measure)).toList());
        }
    }

    /** Returns whether the line names at least one column of this dataflow. */
    public boolean isHeader() {
        return layout.isRecognised() || unknown.values().stream().anyMatch(suggestions -> !suggestions.isEmpty());
    }

    /**
     * Returns whether the file is meant to have the columns of the dataflow, perhaps with faults. The header must name
     * most of these columns by their ids. Names in another language are enough only if the first rows state an area and
     * there are hardly any other columns, because national tables have such names, too. Returns false for a table with
     * a column of figures for each year.
     */
    public boolean isOurs(Dataflow dataflow) {
        long required = required(dataflow).count();
        long ids = required(dataflow).filter(layout::has).count();
        boolean byIds = ids * 5 >= required * 3;
        return (byIds || (missing.size() * 6L <= required && isByName(dataflow))) && !hasYearsAcross(dataflow);
    }

    private boolean isByName(Dataflow dataflow) {
        long others = unknown.values().stream().filter(List::isEmpty).count();
        return others * 4 <= layout.width() && namesAnArea(dataflow.structure().area());
    }

    private boolean namesAnArea(Dimension area) {
        Suggestions areas = Suggestions.of(area.codes());
        return layout.columns().stream()
                .filter(column -> area.equals(column.dimension())
                        || unknown.getOrDefault(column, List.of()).stream()
                                .limit(1)
                                .anyMatch(area.id()::equals))
                .map(first::of)
                .anyMatch(cells -> cells.filled() == first.rows()
                        && cells.fewTexts().stream()
                                .limit(1)
                                .allMatch(text -> !areas.forText(text).isEmpty()));
    }

    /** Returns whether the table has a column of figures for each year, and not one column for all years. */
    private boolean hasYearsAcross(Dataflow dataflow) {
        return !layout.has(dataflow.structure().measure().id())
                && unknown.keySet().stream()
                                .filter(column -> column.header().matches(".*\\b(19|20)\\p{Nd}{2}\\b.*"))
                                .count()
                        > 1;
    }
}
