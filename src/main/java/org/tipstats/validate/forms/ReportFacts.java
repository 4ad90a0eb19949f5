package org.tipstats.validate.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.vocabulary.schema.Dataflow;

/** Lists the facts of a report besides its findings, as names and values in the order in which they are shown. */
public final class ReportFacts {

    /**
     * @param value the value as shown
     * @param isText true for a sentence of this service, false for a code or a text from the file
     */
    public record Fact(String name, String value, boolean isText) {}

    private final ReportTexts texts;

    public ReportFacts(ReportTexts texts) {
        this.texts = texts;
    }

    /** Returns the facts about the file. Facts that could not be determined are left out. */
    public List<Fact> file(ValidationReport.FileInfo file) {
        List<Fact> facts = new ArrayList<>();
        facts.add(
                file.name() == null
                        ? new Fact(texts.get("file.name"), texts.get("file.noName"), true)
                        : new Fact(texts.get("file.name"), file.name(), false));
        facts.add(new Fact(texts.get("file.bytes"), texts.count("file.size", file.bytes()), true));
        add("file.sha256", file.sha256(), facts);
        add("file.format", file.format() == null ? null : ReportTexts.format(file.format()), facts);
        add("file.encoding", file.encoding(), facts);
        if (file.delimiter() != null) {
            facts.add(new Fact(texts.get("file.delimiter"), texts.delimiter(file.delimiter()), true));
        }
        add("file.headerLine", file.headerLine(), facts);
        add("file.rows", file.rows(), facts);
        return facts;
    }

    /** Returns the versions of the dataflow, the rules and the code lists with which the file was validated. */
    public List<Fact> stamps(ValidationReport report, Dataflow dataflow) {
        List<Fact> facts = new ArrayList<>();
        String name = dataflow.name().inLanguage(texts.language());
        facts.add(new Fact(
                texts.get("stamp.dataflow"),
                name.isEmpty() ? report.dataflow() : report.dataflow() + " (" + name + ")",
                true));
        add("stamp.schema", report.schemaVersion(), facts);
        add("stamp.rules", report.rulesVersion(), facts);
        if (!report.codeLists().isEmpty()) {
            add(
                    "stamp.codeLists",
                    report.codeLists().entrySet().stream()
                            .map(list -> list.getKey() + " " + list.getValue())
                            .collect(Collectors.joining(", ")),
                    facts);
        }
        return facts;
    }

    private void add(String key, Object value, List<Fact> facts) {
        if (value != null) {
            facts.add(new Fact(texts.get(key), value.toString(), false));
        }
    }
}
