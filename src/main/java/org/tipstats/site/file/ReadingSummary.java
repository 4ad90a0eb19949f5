package org.tipstats.site.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.validate.findings.ValidationReport.FileInfo;

/** Says in a sentence how a file was read. */
final class ReadingSummary {

    private static final Map<String, String> DELIMITERS =
            Map.of(",", "comma", ";", "semicolon", "\t", "tab", "|", "pipe");

    private final PageTexts t;

    ReadingSummary(PageTexts t) {
        this.t = t;
    }

    String sentence(FileInfo file) {
        List<String> parts = new ArrayList<>();
        if (file.format() != null) {
            parts.add(file.format().toUpperCase(Locale.ROOT));
        }
        if (file.encoding() != null) {
            parts.add(file.encoding());
        }
        if (file.delimiter() != null) {
            String name = DELIMITERS.get(file.delimiter());
            parts.add(name == null ? file.delimiter() : t.say("filereport.delimiter." + name));
        }
        if (file.headerLine() != null) {
            parts.add(t.say("filereport.header", "n", file.headerLine()));
        }
        parts.add(t.say("filereport.rows", "n", file.rows()));
        return t.say("filereport.read", "parts", String.join(t.say("filereport.comma"), parts));
    }
}
