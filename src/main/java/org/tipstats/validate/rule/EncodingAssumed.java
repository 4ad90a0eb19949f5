package org.tipstats.validate.rule;

import java.util.List;
import java.util.Map;
import org.tipstats.files.detect.FileProbe;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.FileContext;

/** Reports that the encoding was derived from the letters of the text. */
@Rule.Info(id = "encoding-assumed", severity = Severity.INFORMATION, since = "1.1.0")
public final class EncodingAssumed implements Rule {

    public void check(FileProbe probe, FileContext context) {
        if (probe.charsetAssumed()) {
            context.report(this, null, Map.of("encoding", probe.charset().name()), List.of());
        }
    }
}
