package org.tipstats.validate.rule;

import java.util.List;
import java.util.Map;
import org.tipstats.validate.findings.Severity;

/** Reports a file without text, or without rows below its header. */
final class EmptyFile implements Rule {

    @Override
    public String id() {
        return "empty-file";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    void reportNoText(FileContext context) {
        context.report(this, null, Map.of(), List.of());
    }

    void reportNoRows(FileContext context, int headerLine) {
        context.report(this, headerLine, Map.of("variant", "rows"), List.of());
    }
}
