package org.tipstats.validate.row;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tipstats.validate.row.LayoutColumn.Kind;
import org.tipstats.vocabulary.schema.Dimension;

/** The input of header rules: the columns, suggestions for unknown columns, and the ids of missing columns. */
public record HeaderCheck(Layout layout, Map<LayoutColumn, List<String>> unknown, List<String> missing) {

    public static HeaderCheck of(Layout layout, FileContext context) {
        ColumnNames names = new ColumnNames(context.dataflow().structure(), layout);
        Map<LayoutColumn, List<String>> unknown = new LinkedHashMap<>();
        Set<String> meant = new HashSet<>();
        for (LayoutColumn column : layout.columns()) {
            if (column.kind() == Kind.UNKNOWN) {
                List<String> suggestions = names.forHeader(column.header());
                unknown.put(column, suggestions);
                suggestions.stream().limit(1).forEach(meant::add);
            }
        }
        List<String> missing = new ArrayList<>(context.dataflow().requiredDimensions().stream()
                .map(Dimension::id)
                .toList());
        missing.add(context.dataflow().structure().measure().id());
        missing.removeIf(id -> layout.has(id) || meant.contains(id));
        return new HeaderCheck(layout, unknown, missing);
    }

    /** Returns whether the line can be the header of a table of this dataflow. */
    public boolean isHeader() {
        return layout.isRecognised() || unknown.values().stream().anyMatch(suggestions -> !suggestions.isEmpty());
    }
}
