package org.tipstats.site.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tipstats.collect.reports.ValidatedFile;
import org.tipstats.site.file.ReportPage.Cause;
import org.tipstats.site.file.ReportPage.Choices;
import org.tipstats.site.file.ReportPage.Excerpt;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.Frame.Choice;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Sentences;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.findings.SummaryGroup;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.validate.forms.CorrectedCsv;
import org.tipstats.validate.row.ReceivedTable;

/** Makes report pages in one language. Use an instance only once and in one thread. */
public final class ReportPages {

    /** Largest number of findings on one page. */
    private static final int MAX_FINDINGS_SHOWN = 1_000;
    /** Largest number of causes on one page. If there are more causes, the page shows how many are left out. */
    private static final int MAX_CAUSES = 60;
    /** Largest number of errors in the list at the top. */
    private static final int MAX_FAULTS = 10;
    /** Largest number of findings that the page reads to find the line numbers of causes. */
    private static final int MAX_FINDINGS_READ = 10_000;

    private final ValidatedFile file;
    private final ValidationReport report;
    private final ReportFilter filter;
    private final RuleTexts rules;
    private final Sentences sentences;
    private final PageTexts t;
    private final List<Finding> shown = new ArrayList<>();
    private final GroupLines lines;
    private final ReceivedTable rows;
    private final boolean showsRows;

    private ReportPages(ValidatedFile file, ReportFilter filter, PageTexts t) {
        this.file = file;
        this.report = file.report();
        this.filter = filter;
        this.t = t;
        this.rules = RuleTexts.in(t.language());
        this.sentences = new Sentences(rules, file.dataflow().structure());
        this.lines = new GroupLines(report.summary());
        this.rows = file.rows();
        this.showsRows = CorrectedCsv.canWrite(rows, report);
    }

    /** Makes the page of a file's report with the findings that the filter selects. */
    public static ReportPage of(ValidatedFile file, ReportFilter filter, PageTexts t) {
        ReportPages pages = new ReportPages(file, filter, t);
        pages.read();
        return pages.page();
    }

    /**
     * Selects the findings that a form asks to correct.
     *
     * @param apply the values that the form sends, see {@link Cause#apply}
     */
    public static Predicate<Finding> wanted(List<String> apply) {
        Set<String> causes = Set.copyOf(apply);
        return finding -> CorrectedCsv.corrects(finding)
                && (causes.contains(key(finding, finding.value())) || causes.contains(key(finding, null)));
    }

    private static String key(Finding finding, String value) {
        return finding.rule() + " " + finding.column().name() + (value == null ? "" : " " + value);
    }

    private void read() {
        Iterator<Finding> all = file.findings();
        int taken = 0;
        for (int n = 0; all.hasNext() && (n < MAX_FINDINGS_READ || taken < filter.from() + MAX_FINDINGS_SHOWN); n++) {
            Finding finding = all.next();
            if (n < MAX_FINDINGS_READ) {
                lines.add(finding);
            }
            if (filter.takes(finding)) {
                if (taken >= filter.from() && shown.size() < MAX_FINDINGS_SHOWN) {
                    shown.add(finding);
                }
                taken++;
            }
        }
    }

    private ReportPage page() {
        Excerpt excerpt = excerpt();
        List<SummaryGroup> summary = report.summary();
        return new ReportPage(
                report,
                faults(excerpt),
                summary.stream().limit(MAX_CAUSES).map(this::cause).toList(),
                Math.max(0, summary.size() - MAX_CAUSES),
                showsRows,
                showsRows && !summary.isEmpty() ? choices() : null,
                excerpt);
    }

    private List<Fault> faults(Excerpt excerpt) {
        return report.summary().stream()
                .filter(group -> group.severity() == Severity.ERROR)
                .limit(MAX_FAULTS)
                .map(group -> new Fault(place(group, excerpt), sentences.message(group)))
                .toList();
    }

    /**
     * Returns the id of the element to which an error links: the first cell of the cause if the excerpt shows this
     * cell, otherwise the description of the cause.
     */
    private String place(SummaryGroup group, Excerpt excerpt) {
        Finding first = lines.first(group);
        boolean there = excerpt != null && shown.contains(first) && first.line() != null && first.column() != null;
        if (there && first.column().number() > 0) {
            String id = Excerpts.id(first.line(), first.column().number());
            boolean found = excerpt.rows().stream()
                    .flatMap(row -> row.cells().stream())
                    .anyMatch(cell -> cell.id().equals(id));
            return found ? id : causeId(group);
        }
        return causeId(group);
    }

    private String causeId(SummaryGroup group) {
        return "cause-" + report.summary().indexOf(group);
    }

    private Cause cause(SummaryGroup group) {
        Finding first = lines.first(group);
        boolean correctable = showsRows && CorrectedCsv.corrects(first);
        String ranges = lines.ranges(group);
        String where = ranges.isEmpty()
                ? t.say("filereport.whole")
                : t.say(ranges.matches("[0-9]+") ? "filereport.line" : "filereport.lines", "lines", ranges);
        return new Cause(
                causeId(group),
                group,
                first,
                sentences.message(group),
                fix(group, first),
                first.column() == null ? where : where + " · " + FileFormats.place(first.column(), t),
                correctable ? key(first, group.value()) : null);
    }

    /**
     * Returns a text on how to fix a cause. If all findings of the cause are alike, the text is the fix of the first
     * finding; else the text is the general remedy of the rule.
     */
    private String fix(SummaryGroup group, Finding first) {
        return group.sharesValue() ? sentences.fix(first) : rules.remedy(group.rule());
    }

    private Excerpt excerpt() {
        Excerpts excerpts = new Excerpts(sentences, shown);
        if (excerpts.isEmpty() || !showsRows) {
            return null;
        }
        List<ReportPage.Row> found = excerpts.rows(rows);
        long total = report.summary().stream()
                .filter(filter::takes)
                .mapToLong(SummaryGroup::count)
                .sum();
        int to = filter.from() + shown.size();
        int width = found.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        return new Excerpt(
                excerpts.heads(),
                found,
                Math.max(width, excerpts.heads().size()) + 1,
                t.say("filereport.shown", Map.of("from", filter.from() + 1, "to", to, "total", total)),
                filter.from() > 0 ? filter.query(Math.max(0, filter.from() - MAX_FINDINGS_SHOWN)) : null,
                to < total && shown.size() == MAX_FINDINGS_SHOWN ? filter.query(to) : null);
    }

    private Choices choices() {
        return new Choices(
                choices(g -> g.severity().word(), word -> FileFormats.label(Severity.of(word), t), filter.severity()),
                choices(SummaryGroup::rule, rules::titleOrId, filter.rule()),
                choices(SummaryGroup::column, column -> column, filter.column()));
    }

    private List<Choice> choices(Function<SummaryGroup, String> value, Function<String, String> text, String chosen) {
        return report.summary().stream()
                .map(value)
                .filter(Objects::nonNull)
                .distinct()
                .map(each -> new Choice(each, text.apply(each), each.equals(chosen)))
                .sorted(Comparator.comparing(Choice::text, t.collator()))
                .toList();
    }
}
