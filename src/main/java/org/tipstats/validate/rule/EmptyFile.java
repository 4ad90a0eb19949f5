package org.tipstats.validate.rule;

import java.util.List;
import java.util.Map;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.FileContext;

/** Reports a file without text, or without rows below its header. */
@Rule.Info(id = "empty-file", severity = Severity.ERROR, since = "1.0.0")
public final class EmptyFile implements Rule {

    public void reportNoText(FileContext context) {
        context.report(this, null, Map.of(), List.of());
    }

    public void reportNoRows(FileContext context, int headerLine) {
        context.report(this, headerLine, Map.of("variant", "rows"), List.of());
    }
}
