package org.tipstats.validate.forms;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Sentences;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.findings.SummaryGroup;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.schema.Dataflow;

/** Writes the two tables of a page: the summary by cause, and the findings. */
final class HtmlFindings {

    private static final String SEPARATOR = " \u00B7 ";
    private static final Set<String> NUMBERS = Set.of("line", "count", "lines");

    private final ReportTexts texts;
    private final RuleTexts rules;
    private final Sentences sentences;
    private final HtmlWriter html;

    HtmlFindings(ReportTexts texts, RuleTexts rules, Dataflow dataflow, HtmlWriter html) {
        this.texts = texts;
        this.rules = rules;
        this.sentences = Sentences.isolating(rules, dataflow.structure());
        this.html = html;
    }

    void writeSummary(List<SummaryGroup> groups) throws IOException {
        if (groups.isEmpty()) {
            return;
        }
        openSection("summary");
        openTable("causes", texts.get("summary.caption"), "severity", "message", "column", "value", "count", "lines");
        for (SummaryGroup group : groups) {
            html.open("tr", "role", "row");
            writeSeverity(group.severity());
            html.open("th", "role", "rowheader", "scope", "row", "data-label", texts.get("column.message"));
            html.open("p").sentence(sentences.message(group)).close("p");
            writeRule(group.rule());
            if (group.count() == 1 || group.value() != null) {
                writeValues("column.suggestions", group.sample().suggestions());
            }
            html.close("th");
            writeCell("column", group.column());
            writeCell("value", CellText.shorten(group.value()));
            openCell("count", "number").text(texts.say("number", Map.of("n", group.count())));
            closeCell();
            openCell("lines", "number").text(texts.lines(group));
            closeCell();
            html.close("tr").line();
        }
        closeTable();
    }

    void writeFindings(ValidationReport report, Iterator<Finding> findings, HtmlReport.Links links) throws IOException {
        openSection("findings");
        long total = report.findingsTotal();
        long to = Math.min(total, links.from() + HtmlReport.MOST_FINDINGS);
        if (total == 0) {
            html.element("p", texts.get("findings.none")).close("section").line();
            return;
        }
        String caption =
                texts.say("findings.caption", Map.of("total", total, "from", Math.min(to, links.from() + 1), "to", to));
        openTable("all", caption, "line", "severity", "column", "value", "both");
        for (int i = 0; i < HtmlReport.MOST_FINDINGS && findings.hasNext(); i++) {
            writeFinding(findings.next());
        }
        html.close("tbody").close("table").close("div").line();
        if (to - links.from() < total) {
            html.element("p", texts.count("findings.rest", Math.max(0, to - links.from())), "class", "note")
                    .line();
        }
        writePages(links);
        html.close("section").line();
    }

    private void writePages(HtmlReport.Links links) throws IOException {
        if (links.first() == null && links.next() == null) {
            return;
        }
        html.open("nav", "class", "pages", "aria-labelledby", "findings").open("ul");
        if (links.first() != null) {
            html.open("li").element("a", texts.get("link.first"), "href", links.first(), "rel", "first");
            html.close("li");
        }
        if (links.next() != null) {
            html.open("li").element("a", texts.get("link.next"), "href", links.next(), "rel", "next");
            html.close("li");
        }
        html.close("ul").close("nav").line();
    }

    private void writeFinding(Finding finding) throws IOException {
        html.open("tr", "role", "row");
        html.element(
                "th",
                finding.line() == null ? texts.get("wholeFile") : finding.line().toString(),
                "role",
                "rowheader",
                "scope",
                "row",
                "class",
                finding.line() == null ? null : "number",
                "data-label",
                texts.get("column.line"));
        writeSeverity(finding.severity());
        writeColumn(finding.column());
        writeCell("value", CellText.shorten(finding.value()));
        openCell("both", "said");
        html.open("p").sentence(sentences.message(finding)).close("p");
        html.open("p", "class", "fix").sentence(sentences.fix(finding)).close("p");
        writeValues("column.suggestions", finding.suggestions());
        writeRelated(finding.related());
        writeKey(finding.key());
        writeRule(finding.rule());
        closeCell();
        html.close("tr").line();
    }

    private void writeSeverity(Severity severity) throws IOException {
        openCell("severity", null);
        html.element("span", texts.severity(severity), "class", "severity " + severity.word());
        closeCell();
    }

    private void writeColumn(Finding.Column column) throws IOException {
        openCell("column", null);
        if (column != null) {
            html.open("span").value(column.name()).text(" ");
            boolean missing = column.number() == 0;
            html.element("span", missing ? texts.get("column.missing") : column.letter(), "class", "letter");
            html.close("span");
        }
        closeCell();
    }

    private void writeCell(String column, String value) throws IOException {
        openCell(column, column.equals("value") ? "value" : null);
        if (value != null) {
            html.value(value);
        }
        closeCell();
    }

    private void writeRule(String rule) throws IOException {
        html.open("p", "class", "more").text(texts.get("column.rule") + ": ");
        html.element("a", HtmlRules.title(rule, rules), "href", "#" + HtmlRules.anchor(rule));
        html.close("p");
    }

    private void writeValues(String label, List<String> values) throws IOException {
        if (values.isEmpty()) {
            return;
        }
        html.open("p", "class", "more").text(texts.get(label) + ": ");
        String before = "";
        for (String value : values) {
            html.text(before).value(value);
            before = SEPARATOR;
        }
        html.close("p");
    }

    private void writeRelated(List<Finding.Related> related) throws IOException {
        if (related.isEmpty()) {
            return;
        }
        html.open("p", "class", "more").text(texts.get("column.related") + ": ");
        String before = "";
        for (Finding.Related place : related) {
            html.text(before).text(texts.related(place));
            if (place.value() != null) {
                html.text(": ").value(CellText.shorten(place.value()));
            }
            before = SEPARATOR;
        }
        html.close("p");
    }

    private void writeKey(Map<String, String> key) throws IOException {
        if (key.isEmpty()) {
            return;
        }
        html.open("p", "class", "more").text(texts.get("column.key") + ": ");
        String before = "";
        for (Map.Entry<String, String> code : key.entrySet()) {
            html.text(before).value(code.getKey() + "=" + code.getValue());
            before = SEPARATOR;
        }
        html.close("p");
    }

    private void openSection(String section) throws IOException {
        html.open("section", "aria-labelledby", section);
        html.element("h2", texts.get("section." + section), "id", section, "tabindex", "-1")
                .line();
    }

    private void openTable(String name, String caption, String... columns) throws IOException {
        html.open("div", "class", "scroller", "role", "region", "tabindex", "0", "aria-labelledby", name)
                .line();
        html.open("table", "class", name, "role", "table")
                .element("caption", caption, "id", name)
                .line();
        html.open("thead", "role", "rowgroup").open("tr", "role", "row");
        for (String column : columns) {
            String type = NUMBERS.contains(column) ? "number" : null;
            html.element("th", texts.get("column." + column), "role", "columnheader", "scope", "col", "class", type);
        }
        html.close("tr").close("thead").line().open("tbody", "role", "rowgroup").line();
    }

    private void closeTable() throws IOException {
        html.close("tbody").close("table").close("div").close("section").line();
    }

    private HtmlWriter openCell(String column, String type) throws IOException {
        return html.open("td", "role", "cell", "class", type, "data-label", texts.get("column." + column));
    }

    private void closeCell() throws IOException {
        html.close("td");
    }
}
