package org.tipstats.collect.reports;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Sentences;
import org.tipstats.validate.findings.SummaryGroup;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.validate.forms.ReportTexts;
import org.tipstats.validate.forms.ReportTexts.Fact;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.schema.Dataflow;

/** The contents of a report's page, in the form that the template of the page needs. */
final class HtmlPage {

    /** Facts with more characters than this number have a row of their own. */
    private static final int WIDE = 24;

    private static final Pattern TEXT = Pattern.compile("[^" + Sentences.ISOLATE + Sentences.POP + "]+");

    private final ValidationReport report;
    private final long from;
    private final Dataflow dataflow;
    private final ReportTexts texts;
    private final Sentences sentences;
    private final List<Finding> shown = new ArrayList<>();

    HtmlPage(
            ValidationReport report,
            Iterator<Finding> findings,
            long from,
            Dataflow dataflow,
            ReportTexts texts,
            RuleTexts rules) {
        this.report = report;
        this.from = from;
        this.dataflow = dataflow;
        this.texts = texts;
        this.sentences = Sentences.isolating(rules, dataflow.structure());
        while (shown.size() < HtmlReport.MOST_FINDINGS && findings.hasNext()) {
            shown.add(findings.next());
        }
    }

    public List<Finding> shown() {
        return shown;
    }

    /**
     * Returns a sentence as markup. Text from the file is isolated, so that it does not change the direction of the
     * sentence.
     */
    private static RawString markup(String sentence) {
        return new RawString(TEXT.matcher(sentence)
                .replaceAll(text -> Matcher.quoteReplacement(HtmlReport.VisibleMarkup.of(text.group())))
                .replace(String.valueOf(Sentences.ISOLATE), "<bdi>")
                .replace(String.valueOf(Sentences.POP), "</bdi>"));
    }

    public RawString title() {
        String name = report.file().name();
        return markup(texts.title(name == null ? null : Sentences.isolated(name)));
    }

    /** Returns the title of the window, which has no markup. */
    public String windowTitle() {
        return texts.title(report.file().name());
    }

    public String tone() {
        return report.valid() ? report.counts().warning() > 0 ? "warning" : "good" : "error";
    }

    /** The number of findings of one severity in words, and the name of the severity. */
    record Count(String word, String text) {}

    public List<Count> counts() {
        ValidationReport.Counts counts = report.counts();
        return List.of(
                count("error", counts.error()),
                count("warning", counts.warning()),
                count("information", counts.information()));
    }

    private Count count(String word, long number) {
        return new Count(word, texts.count("count." + word, number));
    }

    public String section(String section) {
        return texts.get("section." + section);
    }

    /** Returns the facts about the file, grouped by the section of the page that shows them. */
    public Map<String, List<Fact>> facts() {
        Map<String, List<Fact>> sections = new LinkedHashMap<>();
        sections.put("file", texts.facts(report.file()));
        sections.put("stamps", texts.stamps(report, dataflow));
        return sections;
    }

    public boolean isWide(Fact fact) {
        return fact.value().length() > WIDE;
    }

    public RawString cause(SummaryGroup group) {
        return markup(sentences.message(group));
    }

    public RawString message(Finding finding) {
        return markup(sentences.message(finding));
    }

    public RawString fix(Finding finding) {
        return markup(sentences.fix(finding));
    }

    public String cut(String value) {
        return CellText.shorten(value);
    }

    /** Returns the rules that have findings. */
    public List<String> concerned() {
        return report.summary().stream().map(SummaryGroup::rule).distinct().toList();
    }

    private long to() {
        return Math.min(report.findingsKept(), from + HtmlReport.MOST_FINDINGS);
    }

    public String caption() {
        return texts.say(
                "findings.caption",
                Map.of("total", report.findingsTotal(), "from", Math.min(to(), from + 1), "to", to()));
    }

    /** Returns sentences about the findings that the page does not show. */
    public List<String> notes() {
        long here = to() - from;
        String rest = here < report.findingsTotal() ? texts.count("findings.rest", Math.max(0, here)) : null;
        return Stream.of(rest, texts.notKept(report))
                .filter(note -> note != null)
                .toList();
    }
}
