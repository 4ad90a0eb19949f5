package org.tipstats.validate.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.findings.SummaryGroup;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.validate.findings.VisibleText;
import org.tipstats.vocabulary.names.Bundle;
import org.tipstats.vocabulary.schema.Dataflow;

/** The texts of a report except the sentences of its findings, in one language. */
public final class ReportTexts {

    /**
     * A fact of a report besides its findings.
     *
     * @param value the value as shown
     * @param isText true for a text of this service, false for a code, a number or a text from the file
     */
    public record Fact(String name, String value, boolean isText) {}

    private static final Map<String, String> DELIMITERS =
            Map.of(",", "comma", ";", "semicolon", "\t", "tab", "|", "pipe");

    private final Bundle texts;

    /** @param language a code such as {@code fr}; English is used if the language has no texts */
    public ReportTexts(String language) {
        this.texts = Bundle.of(ReportTexts.class, "report", language);
    }

    public String language() {
        return texts.language();
    }

    public boolean isRightToLeft() {
        return texts.isRightToLeft();
    }

    public boolean has(String key) {
        return texts.pattern(key).isPresent();
    }

    public String get(String key) {
        return texts.text(key);
    }

    public String say(String key, Map<String, ?> arguments) {
        return texts.text(key, arguments);
    }

    /** Returns a text with a number. The placeholder of the number is {@code n}. */
    public String count(String key, long n) {
        return say(key, Map.of("n", n));
    }

    public String severity(Severity severity) {
        return get("severity." + severity.word());
    }

    /** Returns the name of a separator, or the separator itself if it has no name. */
    public String delimiter(String sign) {
        String name = DELIMITERS.get(sign);
        return name == null ? VisibleText.of(sign) : get("delimiter." + name);
    }

    /**
     * Returns the title of a report.
     *
     * @param name the name of the file, or null
     */
    public String title(String name) {
        return name == null ? get("title.unnamed") : say("title", Map.of("name", name));
    }

    /** Returns the sentence about the findings that are not kept, or null if all findings are kept. */
    public String notKept(ValidationReport report) {
        long missing = report.findingsTotal() - report.findingsKept();
        return missing == 0 ? null : count("findings.kept", missing);
    }

    /** Returns the verdict on the file in one sentence. */
    public String verdict(ValidationReport report) {
        ValidationReport.Counts counts = report.counts();
        if (!report.valid()) {
            return count("verdict.error", counts.error());
        }
        if (counts.warning() > 0) {
            return count("verdict.warning", counts.warning());
        }
        return counts.information() > 0 ? count("verdict.information", counts.information()) : get("verdict.good");
    }

    /** Returns the reason why a rule was not run. */
    public String notRun(String rule) {
        String key = "notRun." + rule;
        return get(has(key) ? key : "notRun");
    }

    /** Returns the first and last line of a group, or the text for the whole file if the group has no lines. */
    public String lines(SummaryGroup group) {
        if (group.firstLine() == null) {
            return get("wholeFile");
        }
        return group.firstLine().equals(group.lastLine())
                ? String.valueOf(group.firstLine())
                : group.firstLine() + "\u2013" + group.lastLine();
    }

    /** Returns a text that says where a related value is. */
    public String related(Finding.Related place) {
        if (!place.cells().isEmpty()) {
            return String.join(" ", place.cells());
        }
        return place.line() == null
                ? get("related.earlier")
                : say("related.line", Map.of("line", place.line().toString()));
    }

    /**
     * Returns the facts about the file. Facts that could not be determined are left out; if the file has no name, a
     * fact says so.
     */
    public List<Fact> facts(ValidationReport.FileInfo file) {
        List<Fact> facts = new ArrayList<>();
        facts.add(
                file.name() == null
                        ? new Fact(get("file.name"), get("file.noName"), true)
                        : new Fact(get("file.name"), file.name(), false));
        facts.add(new Fact(get("file.bytes"), count("file.size", file.bytes()), true));
        add("file.sha256", file.sha256(), facts);
        add("file.format", file.format() == null ? null : file.format().toUpperCase(Locale.ROOT), facts);
        add("file.encoding", file.encoding(), facts);
        if (file.delimiter() != null) {
            facts.add(new Fact(get("file.delimiter"), delimiter(file.delimiter()), true));
        }
        add("file.headerLine", file.headerLine(), facts);
        add("file.rows", file.rows(), facts);
        return facts;
    }

    /** Returns the versions of the dataflow, the rules and the code lists with which the file was validated. */
    public List<Fact> stamps(ValidationReport report, Dataflow dataflow) {
        String name = dataflow.name().inLanguage(language());
        String shown = name.isEmpty() ? report.dataflow() : report.dataflow() + " (" + name + ")";
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(get("stamp.dataflow"), shown, true));
        add("stamp.schema", report.schemaVersion(), facts);
        add("stamp.rules", report.rulesVersion(), facts);
        String lists = report.codeLists().entrySet().stream()
                .map(list -> list.getKey() + " " + list.getValue())
                .collect(Collectors.joining(", "));
        add("stamp.codeLists", lists.isEmpty() ? null : lists, facts);
        return facts;
    }

    private void add(String key, Object value, List<Fact> facts) {
        if (value != null) {
            facts.add(new Fact(get(key), value.toString(), false));
        }
    }
}
