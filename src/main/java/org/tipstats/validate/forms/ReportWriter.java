package org.tipstats.validate.forms;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Sentences;
import org.tipstats.validate.findings.SummaryGroup;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.schema.Dataflow;

/** Writes reports as the JSON of the API, in one language. Equal reports give equal bytes. */
public final class ReportWriter {

    /** Largest number of findings in one reply. */
    public static final int MAX_FINDINGS = 1_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    private final Dataflow dataflow;
    private final RuleTexts texts;

    /** @param language a code such as {@code en}; English is used if the language has no texts */
    public ReportWriter(Dataflow dataflow, String language) {
        this.dataflow = dataflow;
        this.texts = RuleTexts.in(language);
    }

    /**
     * Writes the head and up to {@link #MAX_FINDINGS} findings.
     *
     * @param findings the findings of the report, from the first finding of this reply
     * @param next path and query of the next page, or null
     * @param out is flushed, not closed
     */
    public void write(ValidationReport report, Iterator<Finding> findings, String next, OutputStream out)
            throws IOException {
        Sentences sentences = new Sentences(texts, dataflow.structure());
        List<Map<String, Object>> page = new ArrayList<>();
        while (page.size() < MAX_FINDINGS && findings.hasNext()) {
            page.add(finding(findings.next(), sentences));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("valid", report.valid());
        json.put("dataflow", report.dataflow());
        json.put("schemaVersion", report.schemaVersion());
        json.put("rulesVersion", report.rulesVersion());
        json.put("file", report.file());
        json.put("counts", report.counts());
        json.put(
                "summary",
                report.summary().stream().map(group -> group(group, sentences)).toList());
        json.put("findings", page);
        json.put("passed", report.passed());
        json.put("notRun", report.notRun());
        json.put("findingsTotal", report.findingsTotal());
        json.put("findingsKept", report.findingsKept());
        json.put("next", next);
        json.put("codeLists", report.codeLists());
        JSON.writeValue(out, json);
    }

    private static Map<String, Object> group(SummaryGroup group, Sentences sentences) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", group.rule());
        json.put("severity", group.severity().word());
        json.put("count", group.count());
        json.put("firstLine", group.firstLine());
        json.put("lastLine", group.lastLine());
        json.put("column", group.column());
        json.put("value", CellText.shorten(group.value()));
        json.put("message", sentences.message(group));
        json.put("suggestions", group.sharesValue() ? group.sample().suggestions() : null);
        return filled(json);
    }

    private static Map<String, Object> finding(Finding finding, Sentences sentences) {
        Finding.Column column = finding.column();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", finding.rule());
        json.put("severity", finding.severity().word());
        json.put("sheet", finding.sheet());
        json.put("line", finding.line());
        json.put("record", finding.record());
        json.put("column", column == null || column.number() > 0 ? column : Map.of("name", column.name()));
        json.put("cells", finding.cells());
        json.put("value", CellText.shorten(finding.value()));
        json.put("message", sentences.message(finding));
        json.put("fix", sentences.fix(finding));
        json.put("suggestions", finding.suggestions());
        json.put("key", finding.key());
        json.put(
                "related", finding.related().stream().map(ReportWriter::related).toList());
        return filled(json);
    }

    private static Map<String, Object> related(Finding.Related related) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("line", related.line());
        json.put("cells", related.cells());
        json.put("value", CellText.shorten(related.value()));
        return filled(json);
    }

    /** Removes the fields that are null or empty. An empty text stays, because a cell may be empty. */
    private static Map<String, Object> filled(Map<String, Object> json) {
        json.values().removeIf(value -> value == null || value.equals(List.of()) || value.equals(Map.of()));
        return json;
    }
}
