package org.tipstats.validate.forms;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
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

    private static final JsonFactory JSON = new JsonFactory();

    private final Dataflow dataflow;
    private final RuleTexts texts;

    /** @param language a code such as {@code en}; English is used if the language has no texts */
    public ReportWriter(Dataflow dataflow, String language) {
        this.dataflow = dataflow;
        this.texts = RuleTexts.in(language);
    }

    /**
     * Writes the head and up to {@link #MOST_FINDINGS} findings.
     *
     * @param findings the findings of the report, from the first finding of this reply
     * @param next path and query of the next page, or null
     * @param out is flushed, not closed
     */
    public void write(ValidationReport report, Iterator<Finding> findings, String next, OutputStream out)
            throws IOException {
        JsonGenerator json = JSON.createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        Sentences sentences = new Sentences(texts, dataflow.structure());
        json.writeStartObject();
        json.writeBooleanField("valid", report.valid());
        json.writeStringField("dataflow", report.dataflow());
        json.writeStringField("schemaVersion", report.schemaVersion());
        json.writeStringField("rulesVersion", report.rulesVersion());
        writeFile(report.file(), json);
        json.writeObjectFieldStart("counts");
        json.writeNumberField("error", report.counts().error());
        json.writeNumberField("warning", report.counts().warning());
        json.writeNumberField("information", report.counts().information());
        json.writeEndObject();
        writeSummary(report.summary(), sentences, json);
        writeFindings(findings, sentences, json);
        writeList("passed", report.passed(), json);
        writeList("notRun", report.notRun(), json);
        json.writeNumberField("findingsTotal", report.findingsTotal());
        json.writeNumberField("findingsKept", report.findingsKept());
        json.writeStringField("next", next);
        writeCodes("codeLists", report.codeLists(), json);
        json.writeEndObject();
        json.close();
    }

    private static void writeFile(ValidationReport.FileInfo file, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("file");
        json.writeStringField("name", file.name());
        json.writeStringField("sha256", file.sha256());
        json.writeNumberField("bytes", file.bytes());
        json.writeStringField("format", file.format());
        json.writeStringField("encoding", file.encoding());
        json.writeStringField("delimiter", file.delimiter());
        if (file.headerLine() == null) {
            json.writeNullField("headerLine");
        } else {
            json.writeNumberField("headerLine", file.headerLine());
        }
        json.writeNumberField("rows", file.rows());
        json.writeEndObject();
    }

    private static void writeSummary(List<SummaryGroup> groups, Sentences sentences, JsonGenerator json)
            throws IOException {
        json.writeArrayFieldStart("summary");
        for (SummaryGroup group : groups) {
            json.writeStartObject();
            json.writeStringField("rule", group.rule());
            json.writeStringField("severity", group.severity().word());
            json.writeNumberField("count", group.count());
            writeNumber("firstLine", group.firstLine(), json);
            writeNumber("lastLine", group.lastLine(), json);
            writeText("column", group.column(), json);
            writeText("value", CellText.shorten(group.value()), json);
            json.writeStringField("message", sentences.message(group));
            if (group.count() == 1 || group.value() != null) {
                writeTexts("suggestions", group.sample().suggestions(), json);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeFindings(Iterator<Finding> findings, Sentences sentences, JsonGenerator json)
            throws IOException {
        json.writeArrayFieldStart("findings");
        for (int i = 0; i < MAX_FINDINGS && findings.hasNext(); i++) {
            writeFinding(findings.next(), sentences, json);
        }
        json.writeEndArray();
    }

    private static void writeFinding(Finding finding, Sentences sentences, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", finding.rule());
        json.writeStringField("severity", finding.severity().word());
        writeNumber("line", finding.line(), json);
        writeNumber("record", finding.record(), json);
        if (finding.column() != null) {
            json.writeObjectFieldStart("column");
            json.writeStringField("name", finding.column().name());
            if (finding.column().number() > 0) {
                json.writeNumberField("number", finding.column().number());
                json.writeStringField("letter", finding.column().letter());
            }
            json.writeEndObject();
        }
        writeText("value", CellText.shorten(finding.value()), json);
        json.writeStringField("message", sentences.message(finding));
        json.writeStringField("fix", sentences.fix(finding));
        writeTexts("suggestions", finding.suggestions(), json);
        if (!finding.key().isEmpty()) {
            writeCodes("key", finding.key(), json);
        }
        writeRelated(finding.related(), json);
        json.writeEndObject();
    }

    private static void writeCodes(String field, Map<String, String> codes, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(field);
        for (Map.Entry<String, String> code : codes.entrySet()) {
            json.writeStringField(code.getKey(), code.getValue());
        }
        json.writeEndObject();
    }

    private static void writeRelated(List<Finding.Related> related, JsonGenerator json) throws IOException {
        if (!related.isEmpty()) {
            json.writeArrayFieldStart("related");
            for (Finding.Related place : related) {
                json.writeStartObject();
                writeNumber("line", place.line(), json);
                writeText("value", CellText.shorten(place.value()), json);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static void writeTexts(String field, List<String> texts, JsonGenerator json) throws IOException {
        if (!texts.isEmpty()) {
            writeList(field, texts, json);
        }
    }

    private static void writeList(String field, List<String> texts, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static void writeNumber(String field, Integer number, JsonGenerator json) throws IOException {
        if (number != null) {
            json.writeNumberField(field, number);
        }
    }

    private static void writeText(String field, String text, JsonGenerator json) throws IOException {
        if (text != null) {
            json.writeStringField(field, text);
        }
    }
}
