package org.tipstats.validate.forms;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tipstats.files.workbook.CellStyle;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Sentences;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.findings.SummaryGroup;
import org.tipstats.validate.findings.VisibleText;
import org.tipstats.vocabulary.names.CellText;

/** Makes the texts in the cells of a report's sheets, without markup, in one language. */
record SheetTexts(ReportTexts texts, RuleTexts rules, Sentences sentences) {

    static final CellStyle BOLD = CellStyle.PLAIN.withBold();
    static final CellStyle WRAPPED = CellStyle.PLAIN.withWrap();
    private static final String SEPARATOR = "; ";
    /**
     * The mark before sentences in right-to-left languages. Without this mark, a spreadsheet takes the direction of a
     * sentence from the first letter, which may belong to a value.
     */
    private static final char RIGHT_TO_LEFT = '\u200F';

    /** Returns the style with the fill colour of a severity. */
    static CellStyle coloured(CellStyle style, Severity severity) {
        return style.withFill(
                switch (severity) {
                    case ERROR -> "FFC7CE";
                    case WARNING -> "FFEB9C";
                    case INFORMATION -> "DDEBF7";
                });
    }

    static Severity mostSevere(List<Finding> findings) {
        return findings.stream()
                .map(Finding::severity)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    String message(Finding finding) {
        return plain(sentences.message(finding));
    }

    String fix(Finding finding) {
        return plain(sentences.fix(finding));
    }

    String message(SummaryGroup group) {
        return plain(sentences.message(group));
    }

    /**
     * Removes the isolation marks in left-to-right languages, where sentences do not need these marks. In right-to-left
     * languages, adds a mark before the sentence.
     */
    private String plain(String sentence) {
        return texts.isRightToLeft()
                ? RIGHT_TO_LEFT + sentence
                : sentence.replace(String.valueOf(Sentences.ISOLATE), "").replace(String.valueOf(Sentences.POP), "");
    }

    /** Returns the sentences of all findings, one line for each finding. */
    String note(List<Finding> findings) {
        return findings.stream()
                .map(finding -> texts.severity(finding.severity()) + ": " + message(finding) + " " + fix(finding))
                .collect(Collectors.joining("\n"));
    }

    String rule(String rule) {
        return rules.titleOrId(rule);
    }

    String column(Finding.Column column) {
        if (column == null) {
            return null;
        }
        String place = column.number() == 0 ? texts.get("column.missing") : column.letter();
        return VisibleText.of(column.name()) + " (" + place + ")";
    }

    static String visible(String text) {
        return text == null ? null : VisibleText.of(text);
    }

    static String value(String value) {
        return visible(CellText.shorten(value));
    }

    static String values(List<String> values) {
        return values.stream().map(VisibleText::of).collect(Collectors.joining(SEPARATOR));
    }

    String related(List<Finding.Related> related) {
        return related.stream()
                .map(place -> texts.related(place) + (place.value() == null ? "" : ": " + value(place.value())))
                .collect(Collectors.joining(SEPARATOR));
    }

    static String key(Map<String, String> key) {
        return key.entrySet().stream()
                .map(code -> code.getKey() + "=" + VisibleText.of(code.getValue()))
                .collect(Collectors.joining(SEPARATOR));
    }
}
