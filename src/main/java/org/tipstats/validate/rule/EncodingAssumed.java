package org.tipstats.validate.rule;

import java.util.List;
import java.util.Map;
import org.tipstats.files.detect.FileProbe;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.FileContext;

/** Reports that the encoding was derived from the letters of the text. */
public final class EncodingAssumed implements Rule {

    @Override
    public String id() {
        return "encoding-assumed";
    }

    @Override
    public Severity severity() {
        return Severity.INFORMATION;
    }

    public void check(FileProbe probe, FileContext context) {
        if (probe.charsetAssumed()) {
            context.report(this, null, Map.of("encoding", probe.charset().name()), List.of());
        }
    }
}
