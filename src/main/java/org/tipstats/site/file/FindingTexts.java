package org.tipstats.site.file;

import org.tipstats.site.frame.NumberTexts;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Sentences;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.findings.SummaryGroup;
import org.tipstats.vocabulary.schema.DataStructure;

/** Words findings in one language. Not thread-safe. */
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

    /**
     * Returns how to fix a cause: the fix of its finding if all its findings are alike, else the general remedy of the
     * rule.
     */
    String fix(SummaryGroup group, Finding first) {
        boolean alike = group.count() == 1 || group.value() != null;
        return alike ? sentences.fix(first) : rules.remedy(group.rule());
    }

    String severity(Severity severity) {
        return t.say("filereport.severity." + severity.word());
    }

    /** Returns the column with its letter; null if the finding is not about a column. */
    String place(Finding.Column column) {
        if (column == null) {
            return null;
        }
        return column.letter() == null
                ? column.name()
                : t.say("filereport.place", "name", column.name(), "letter", column.letter());
    }
}
