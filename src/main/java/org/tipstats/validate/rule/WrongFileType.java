package org.tipstats.validate.rule;

import java.util.List;
import java.util.Map;
import org.tipstats.files.detect.FileProbe;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.FileContext;
import org.tipstats.validate.row.ReceivedTable;

/** Reports a file of a kind that holds no table. */
@Rule.Info(id = "wrong-file-type", severity = Severity.ERROR, since = "1.0.0")
public final class WrongFileType implements Rule {

    /**
     * Reports the kind of the file if it holds no table.
     *
     * @return whether it holds no table
     */
    public boolean check(FileProbe probe, FileContext context) {
        if (ReceivedTable.reads(probe.kind())) {
            return false;
        }
        context.report(this, null, Map.of("kind", probe.kind().word()), List.of());
        return true;
    }
}
