package org.tipstats.validate.rule;

import java.util.List;
import java.util.Map;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.FileContext;
import org.tipstats.validate.row.Layout;
import org.tipstats.validate.row.LayoutColumn;

/** Reports columns that only published data has. The cells of these columns are ignored. */
@Rule.Info(id = "column-ignored", severity = Severity.INFORMATION, since = "1.1.0")
public final class ColumnIgnored implements Rule {

    public void check(Layout layout, FileContext context) {
        for (LayoutColumn column : layout.columns()) {
            if (column.attribute() != null && column.attribute().publishedOnly()) {
                context.report(this, layout.line(), column.place(), column.header(), Map.of(), List.of());
            }
        }
    }
}
