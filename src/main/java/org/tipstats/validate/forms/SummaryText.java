package org.tipstats.validate.forms;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Sentences;
import org.tipstats.validate.findings.SummaryGroup;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.validate.findings.Writing;
import org.tipstats.vocabulary.names.Texts;
import org.tipstats.vocabulary.schema.DataStructure;

/**
 * Writes the head of a report in a few lines for a terminal: the verdict, then each cause with its place and its
 * correction.
 */
public final class SummaryText {

    private final Sentences sentences;
    private final Map<String, String> texts;
    private final ULocale locale;

    /** @param language a code such as {@code en} */
    public SummaryText(DataStructure structure, String language) {
        this.sentences = new Sentences(RuleTexts.in(language), structure);
        this.texts = Texts.load(SummaryText.class, "summary_" + language + ".properties");
        this.locale = Writing.of(language).locale();
    }

    /**
     * Writes the summary in UTF-8.
     *
     * @param out is flushed, not closed
     */
    public void write(ValidationReport report, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        Map<String, Object> counts = counts(report);
        line(text, say(report.valid() ? "verdict.valid" : "verdict.invalid", counts));
        line(text, say("counts", counts));
        for (SummaryGroup group : report.summary()) {
            write(group, text);
        }
        line(text, "");
        line(text, say("passed", Map.of("count", report.passed().size())));
        if (!report.notRun().isEmpty()) {
            line(text, say("notRun", Map.of("rules", String.join(", ", report.notRun()))));
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
        StringBuilder head =
                new StringBuilder(say("severity." + group.severity().word(), Map.of()));
        head.append(" · ").append(group.rule());
        if (group.column() != null) {
            head.append(" · ").append(group.column());
        }
        line(text, "");
        line(text, head.append(" · ").append(where(group)).toString());
        line(text, "  " + sentences.message(group));
        if (group.count() == 1 || group.value() != null) {
            line(text, "  " + sentences.fix(group.sample()));
        }
    }

    private String where(SummaryGroup group) {
        if (group.firstLine() == null) {
            return say("where.file", Map.of());
        }
        Map<String, Object> place =
                Map.of("count", group.count(), "first", group.firstLine(), "last", group.lastLine());
        return say(group.count() == 1 ? "where.line" : "where.lines", place);
    }

    private String say(String key, Map<String, Object> arguments) {
        return new MessageFormat(texts.get(key), locale).format(arguments);
    }

    private static void line(Writer text, String line) throws IOException {
        text.write(line.stripTrailing() + "\n");
    }
}
