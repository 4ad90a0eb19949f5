package org.tipstats.validate.forms;

import java.io.IOException;
import java.util.List;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.SummaryGroup;
import org.tipstats.validate.findings.ValidationReport;

/**
 * Writes the parts of a page about rules: the texts of rules with findings, the rules that passed, and the rules that
 * were not run.
 */
final class HtmlRules {

    private final ReportTexts texts;
    private final RuleTexts rules;
    private final HtmlWriter html;

    HtmlRules(ReportTexts texts, RuleTexts rules, HtmlWriter html) {
        this.texts = texts;
        this.rules = rules;
        this.html = html;
    }

    /** Returns the anchor of the text of a rule. */
    static String anchor(String rule) {
        return "rule-" + rule;
    }

    /** Returns the title of a rule, or its id if there is no title. */
    static String title(String rule, RuleTexts rules) {
        String title = rules.title(rule);
        return title.isEmpty() ? rule : title;
    }

    void write(ValidationReport report) throws IOException {
        writeConcerned(report);
        open("passed");
        writePassed(report.passed());
        if (!report.valid()) {
            html.element("p", texts.get("passed.rest"), "class", "note").line();
        }
        html.close("section").line();
        if (!report.notRun().isEmpty()) {
            open("notRun");
            writeNotRun(report.notRun());
            html.close("section").line();
        }
    }

    private void open(String section) throws IOException {
        html.open("section", "aria-labelledby", section);
        html.element("h2", texts.get("section." + section), "id", section).line();
    }

    private void writeConcerned(ValidationReport report) throws IOException {
        List<String> concerned =
                report.summary().stream().map(SummaryGroup::rule).distinct().toList();
        if (concerned.isEmpty()) {
            return;
        }
        open("rules");
        for (String rule : concerned) {
            html.open("article", "class", "rule", "id", anchor(rule), "tabindex", "-1");
            html.open("h3").text(title(rule, rules)).text(" ");
            html.element("code", rule).close("h3").line();
            writeText(rules.reason(rule));
            String example = rules.example(rule);
            if (!example.isEmpty()) {
                html.open("p").text(texts.get("rule.example") + ": ").open("code");
                html.value(example).close("code").close("p");
            }
            html.close("article").line();
        }
        html.close("section").line();
    }

    private void writeText(String text) throws IOException {
        if (!text.isEmpty()) {
            html.element("p", text).line();
        }
    }

    private void writePassed(List<String> passed) throws IOException {
        if (passed.isEmpty()) {
            html.element("p", texts.get("passed.none")).line();
            return;
        }
        html.open("ul", "class", "passed").line();
        for (String rule : passed) {
            html.open("li").text(title(rule, rules)).text(" ");
            html.element("code", rule).close("li").line();
        }
        html.close("ul").line();
    }

    private void writeNotRun(List<String> notRun) throws IOException {
        html.open("ul", "class", "idle").line();
        for (String rule : notRun) {
            html.open("li").text(title(rule, rules)).text(" ").element("code", rule);
            html.element("p", texts.notRun(rule)).close("li").line();
        }
        html.close("ul").line();
    }
}
