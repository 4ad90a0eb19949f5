package org.tipstats.validate.forms;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Sentences;
import org.tipstats.validate.findings.SummaryGroup;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.vocabulary.names.Bundle;
import org.tipstats.vocabulary.schema.DataStructure;

/**
 * Writes the head of a report in a few lines for a terminal: the verdict, then each cause of findings with its lines
 * and, if its findings share a value, its correction.
 */
public final class SummaryText {

    private final Sentences sentences;
    private final Bundle texts;

    /** @param language a code such as {@code en} */
    public SummaryText(DataStructure structure, String language) {
        this.sentences = new Sentences(RuleTexts.in(language), structure);
        this.texts = Bundle.of(SummaryText.class, "summary", language);
    }

    /** Loads the texts in a language in advance, for example while the caller waits. */
    public static void prepare(String language) {
        RuleTexts.in(language);
        Bundle.of(SummaryText.class, "summary", language).text("passed", Map.of("count", 0));
    }

    /**
     * Writes the summary in UTF-8.
     *
     * @param out is flushed, not closed
     */
    public void write(ValidationReport report, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        Map<String, Object> counts = counts(report);
        line(text, texts.text(report.valid() ? "verdict.valid" : "verdict.invalid", counts));
        line(text, texts.text("counts", counts));
        for (SummaryGroup group : report.summary()) {
            write(group, text);
        }
        line(text, "");
        line(text, texts.text("passed", Map.of("count", report.passed().size())));
        if (!report.notRun().isEmpty()) {
            line(text, texts.text("notRun", Map.of("rules", String.join(", ", report.notRun()))));
        }
        text.flush();
    }

    private static Map<String, Object> counts(ValidationReport report) {
        Map<String, Object> counts = new HashMap<>();
        counts.put("file", report.file().name());
        counts.put("errors", report.counts().error());
        counts.put("warnings", report.counts().warning());
        counts.put("notes", report.counts().information());
        return counts;
    }

    private void write(SummaryGroup group, Writer text) throws IOException {
        String severity = texts.text("severity." + group.severity().word());
        line(text, "");
        line(
                text,
                Stream.of(severity, group.rule(), group.column(), where(group))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · ")));
        line(text, "  " + sentences.message(group));
        if (group.sharesValue()) {
            line(text, "  " + sentences.fix(group.sample()));
        }
    }

    private String where(SummaryGroup group) {
        if (group.firstLine() == null) {
            return texts.text("where.file");
        }
        Map<String, Object> place =
                Map.of("count", group.count(), "first", group.firstLine(), "last", group.lastLine());
        return texts.text(group.count() == 1 ? "where.line" : "where.lines", place);
    }

    private static void line(Writer text, String line) throws IOException {
        text.write(line.stripTrailing() + "\n");
    }
}
