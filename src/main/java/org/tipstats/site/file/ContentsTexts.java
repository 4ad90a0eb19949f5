package org.tipstats.site.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tipstats.site.frame.NumberTexts;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.validate.findings.ValidationReport;

/**
 * Describes the contents of a file in sentences. The numbers let submitters check that they submitted the right file.
 */
public final class ContentsTexts {

    private final PageTexts t;

    public ContentsTexts(PageTexts t) {
        this.t = t;
    }

    /**
     * Returns the sentences; none for a file that is not valid or has no figures, or if its report is too old to have
     * contents.
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
}
