package org.tipstats.validate.rule;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.FileContext;
import org.tipstats.validate.row.Layout;
import org.tipstats.validate.row.ReceivedTable;

/**
 * Reports a table that has a layout of its own and not the columns of the dataflow. The finding is the only one about
 * the layout, because each column would otherwise be a finding, and corrections of single columns would not help.
 */
@Rule.Info(id = "own-layout", severity = Severity.ERROR, since = "1.3.0")
public final class OwnLayout implements Rule {

    /** The address at which the service guesses what the rows and columns of a table mean. */
    private static final String GUESS = "/api/v1/mappings/guess";

    public void report(Layout layout, FileContext context) {
        reportAt(layout.line(), context);
    }

    /** Reports a cube in JSON-stat or PC-Axis. Returns whether the file is such a cube. */
    public boolean check(ReceivedTable table, FileContext context) throws IOException {
        boolean cube = table.isCube();
        if (cube) {
            reportAt(null, context);
        }
        return cube;
    }

    private void reportAt(Integer line, FileContext context) {
        Map<String, Object> parameters = Map.of("dataflow", context.dataflow().id(), "address", GUESS);
        context.report(this, line, parameters, List.of());
    }
}
