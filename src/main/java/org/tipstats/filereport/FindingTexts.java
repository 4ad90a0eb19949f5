package org.tipstats.filereport;

import org.tipstats.page.NumberTexts;
import org.tipstats.page.PageTexts;
import org.tipstats.report.Finding;
import org.tipstats.report.RuleTexts;
import org.tipstats.report.Sentences;
import org.tipstats.report.Severity;
import org.tipstats.report.SummaryGroup;
import org.tipstats.schema.DataStructure;

/** The words about findings in one language. Not for several threads. */
final class FindingTexts {

    final PageTexts t;
    final NumberTexts numbers;
    final Sentences sentences;
    private final RuleTexts rules;

    FindingTexts(PageTexts t, DataStructure structure) {
        this.t = t;
        this.numbers = new NumberTexts(t);
        this.rules = RuleTexts.in(t.language());
        this.sentences = new Sentences(rules, structure);
    }

    String rule(String id) {
        String title = rules.title(id);
        return title.isEmpty() ? id : title;
    }

    /** How to mend a cause: its one finding where all are alike, else what mends them all. */
    String fix(SummaryGroup group, Finding first) {
        boolean alike = group.count() == 1 || group.value() != null;
        return alike ? sentences.fix(first) : rules.remedy(group.rule());
    }

    String severity(Severity severity) {
        return t.say("filereport.severity." + severity.word());
    }

    /** The column with its letter; null where none is meant. */
    String place(Finding.Column column) {
        if (column == null) {
            return null;
        }
        return column.letter() == null
                ? column.name()
                : t.say("filereport.place", "name", column.name(), "letter", column.letter());
    }
}
