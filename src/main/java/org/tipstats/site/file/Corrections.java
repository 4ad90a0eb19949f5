package org.tipstats.site.file;

import java.util.Map;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.SummaryGroup;
import org.tipstats.validate.forms.CorrectedCsv;

/** Describes the corrections that a report offers, and says if a correction is certain or a guess. */
final class Corrections {

    private Corrections() {}

    /** Checks if the correction is certain for all findings of the cause. */
    static boolean isSure(SummaryGroup group, Finding first) {
        return !CorrectedCsv.isGuess(first) && (isAlike(group) || !CorrectedCsv.canGuess(group.rule()));
    }

    private static boolean isAlike(SummaryGroup group) {
        return group.count() == 1 || group.value() != null;
    }

    /** Describes the correction. If the correction is a guess, the text says so. */
    static String text(SummaryGroup group, Finding first, PageTexts t) {
        if (isSure(group, first)) {
            return t.say("filereport.apply", "n", group.count());
        }
        return isAlike(group)
                ? t.say(
                        "filereport.apply.guess",
                        Map.of("n", group.count(), "text", first.suggestions().get(0)))
                : t.say("filereport.apply.guesses", "n", group.count());
    }
}
