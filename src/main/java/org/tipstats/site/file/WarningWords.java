package org.tipstats.site.file;

import java.util.List;
import java.util.stream.Collectors;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Sentences;
import org.tipstats.vocabulary.schema.DataStructure;

/** Describes warnings with their figures, for the person who explains them and for the reviewer. */
public final class WarningWords {

    /** Largest number of values of other rows that one {@link ShownWarning} names. */
    private static final int MAX_VALUES = 8;

    private final Sentences sentences;
    private final FigureWords figures;
    private final PageTexts t;

    public WarningWords(DataStructure structure, PageTexts t) {
        this.sentences = new Sentences(RuleTexts.in(t.language()), structure);
        this.figures = new FigureWords(structure, true, t);
        this.t = t;
    }

    /**
     * Warnings about one figure, in words.
     *
     * @param figure the year, the area and the breakdown; the place in the file if the warnings have no key
     * @param messages what the warnings say, with the numbers
     * @param values values of other rows with their line numbers, and accepted values, which the warnings are about;
     *     null if there are none
     */
    public record ShownWarning(String figure, List<String> messages, String values) {}

    /** @param findings at least one finding; all are about the same figure */
    public ShownWarning of(List<Finding> findings) {
        Finding first = findings.get(0);
        String figure = figures.of(first.key());
        String values = findings.stream()
                .flatMap(finding -> finding.related().stream())
                .filter(other -> other.value() != null && !other.value().isBlank())
                .distinct()
                .limit(MAX_VALUES)
                .map(this::value)
                .collect(Collectors.joining(t.say("filereport.comma")));
        return new ShownWarning(
                figure.isEmpty() ? place(first.line()) : figure,
                findings.stream().map(sentences::message).distinct().toList(),
                values.isEmpty() ? null : t.say("warning.values", "values", values));
    }

    private String value(Finding.Related other) {
        return other.line() == null
                ? t.say("warning.accepted", "value", other.value())
                : t.say(
                        "warning.line",
                        "value",
                        other.value(),
                        "line",
                        other.line().toString());
    }

    private String place(Integer line) {
        return line == null ? t.say("filereport.whole") : t.say("filereport.line", "lines", line.toString());
    }
}
