package org.tipstats.validate.row;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tipstats.validate.row.LayoutColumn.Kind;
import org.tipstats.vocabulary.schema.Dimension;

/** The input of header rules: the columns, suggestions for unknown columns, and the ids of missing columns. */
public record HeaderCheck(Layout layout, Map<LayoutColumn, List<String>> unknown, List<String> missing) {

    public static HeaderCheck of(Layout layout, FileContext context) {
        ColumnNames names = new ColumnNames(context.dataflow().structure(), layout::has);
        Map<LayoutColumn, List<String>> unknown = new LinkedHashMap<>();
        Set<String> meant = new HashSet<>();
        for (LayoutColumn column : layout.columns()) {
            if (column.kind() == Kind.UNKNOWN) {
                List<String> suggestions = names.forHeader(column.header());
                unknown.put(column, suggestions);
                suggestions.stream().limit(1).forEach(meant::add);
            }
        }
        Stream<String> dimensions =
                context.dataflow().requiredDimensions().stream().map(Dimension::id);
        String measure = context.dataflow().structure().measure().id();
        List<String> missing = Stream.concat(dimensions, Stream.of(measure))
                .filter(id -> !layout.has(id) && !meant.contains(id))
                .toList();
        return new HeaderCheck(layout, unknown, missing);
    }

    /** Returns whether the line can be the header of a table of this dataflow. */
    public boolean isHeader() {
        return layout.isRecognised() || unknown.values().stream().anyMatch(suggestions -> !suggestions.isEmpty());
    }
}
