package org.tipstats.validate.rule;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tipstats.files.csv.CsvReader;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.FileContext;

/** Reports the line at which the file stops being a table. */
@Rule.Info(id = "unreadable-file", severity = Severity.ERROR, since = "1.0.0")
public final class UnreadableFile implements Rule {

    public void report(MalformedFileException fault, FileContext context) {
        String reason = fault.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String detail = fault.detail() == null ? "none" : fault.detail();
        int most = switch (fault.reason()) {
            case TOO_MANY_COLUMNS -> fault.detail() == null ? CsvReader.MAX_COLUMNS : Integer.parseInt(fault.detail());
            case TOO_MANY_CELLS -> Integer.parseInt(fault.detail());
            default -> CsvReader.MAX_CELL;
        };
        Integer line = fault.line() == 0 ? null : fault.line();
        context.report(this, line, Map.of("variant", reason, "most", most, "detail", detail), List.of());
    }
}
