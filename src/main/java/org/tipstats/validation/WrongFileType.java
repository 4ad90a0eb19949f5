package org.tipstats.validation;

import java.util.List;
import java.util.Map;
import org.tipstats.csv.FileKind;
import org.tipstats.csv.FileProbe;
import org.tipstats.report.Severity;

/** The file is no delimited text. */
final class WrongFileType implements Rule {

    @Override
    public String id() {
        return "wrong-file-type";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    /** Reports the kind of file that it is; true when it is not text. */
    boolean check(FileProbe probe, FileContext context) {
        if (probe.kind() == FileKind.TEXT) {
            return false;
        }
        context.report(this, null, Map.of("kind", probe.kind().word()), List.of());
        return true;
    }
}
