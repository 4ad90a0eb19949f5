package org.tipstats.validate.rule;

import java.util.List;
import java.util.Map;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.FileContext;
import org.tipstats.validate.row.HeaderCheck;
import org.tipstats.validate.row.LayoutColumn;
import org.tipstats.vocabulary.names.CellText;

/** Reports columns that the dataflow does not have. */
@Rule.Info(id = "unknown-column", severity = Severity.ERROR, since = "1.0.0")
public final class UnknownColumn implements Rule {

    public void check(HeaderCheck header, FileContext context) {
        header.unknown().forEach((column, suggestions) -> report(header, column, suggestions, context));
    }

    private void report(HeaderCheck header, LayoutColumn column, List<String> suggestions, FileContext context) {
        String variant = CellText.isBlank(column.header()) ? "empty" : "";
        context.report(
                this, header.layout().line(), column.place(), column.header(), Map.of("variant", variant), suggestions);
    }
}
