package org.tipstats.validate.rule;

import java.util.List;
import java.util.Map;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.FileContext;
import org.tipstats.validate.row.Layout;
import org.tipstats.validate.row.LayoutColumn;
import org.tipstats.validate.row.LayoutColumn.Kind;

/** Reports columns with the same name as an earlier column of the header. */
@Rule.Info(id = "duplicate-column", severity = Severity.ERROR, since = "1.0.0")
public final class DuplicateColumn implements Rule {

    public void check(Layout layout, FileContext context) {
        for (LayoutColumn column : layout.columns()) {
            if (column.kind() == Kind.DOUBLED) {
                Map<String, Object> first = Map.of("first", first(layout, column));
                context.report(this, layout.line(), column.place(), column.header(), first, List.of());
            }
        }
    }

    private static String first(Layout layout, LayoutColumn doubled) {
        return layout.columns().stream()
                .filter(column -> column.place().name().equals(doubled.place().name()))
                .map(column -> column.place().letter())
                .findFirst()
                .orElseThrow();
    }
}
