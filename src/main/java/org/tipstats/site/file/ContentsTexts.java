package org.tipstats.site.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tipstats.site.frame.NumberTexts;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.validate.findings.ValidationReport.FileInfo;

/**
 * Describes the contents of a file in sentences. The numbers let submitters check that they submitted the right file.
 */
public final class ContentsTexts {

    private static final Map<String, String> DELIMITERS =
            Map.of(",", "comma", ";", "semicolon", "\t", "tab", "|", "pipe");

    private final PageTexts t;

    public ContentsTexts(PageTexts t) {
        this.t = t;
    }

    /**
     * Returns the sentences. The list is empty if the file is not valid or has no figures, or if the report is so old
     * that it does not list the contents.
     */
    public List<String> of(ValidationReport report) {
        ValidationReport.Contents contents = report.contents();
        if (contents == null || !report.valid() || contents.figures() == 0) {
            return List.of();
        }
        String span = contents.firstPeriod().equals(contents.lastPeriod())
                ? contents.firstPeriod()
                : contents.firstPeriod() + "\u2013" + contents.lastPeriod();
        List<String> parts = List.of(
                t.say("filereport.contents.figures", "n", contents.figures()),
                t.say("desk.areas", "n", contents.areas()),
                t.say("filereport.contents.years", Map.of("n", contents.periods(), "span", span)));
        List<String> sentences = new ArrayList<>();
        sentences.add(t.say("filereport.contents", "parts", String.join(t.say("filereport.comma"), parts)));
        if (contents.total() != null) {
            String total = new NumberTexts(t).exact(BigDecimal.valueOf(contents.total()));
            sentences.add(t.say("filereport.contents.total", "total", total));
        }
        return sentences;
    }

    /** Says in a sentence how the file was read. */
    String reading(FileInfo file) {
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
