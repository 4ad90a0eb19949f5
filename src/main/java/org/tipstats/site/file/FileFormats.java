package org.tipstats.site.file;

import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.tipstats.collect.discussion.DiscussionService.Comment;
import org.tipstats.collect.mappings.MappingDiff.MappingChange;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.Formats;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.validate.findings.ValidationReport.Counts;
import org.tipstats.validate.findings.ValidationReport.FileInfo;

/** Formats reports and comments on files. Templates call these methods on the values, see {@link Formats}. */
@TemplateExtension
public final class FileFormats {

    private static final Map<String, String> DELIMITERS =
            Map.of(",", "comma", ";", "semicolon", "\t", "tab", "|", "pipe");

    private FileFormats() {}

    /**
     * Describes the contents of a file in sentences, so that submitters can check that they submitted the right file.
     * The list is empty for a file that is not valid or has no figures. It is also empty for old reports, which do not
     * list the contents.
     */
    public static List<String> contentSentences(ValidationReport report, PageTexts t) {
        ValidationReport.Contents contents = report.contents();
        if (contents == null || !report.valid() || contents.figures() == 0) {
            return List.of();
        }
        String span = contents.firstPeriod().equals(contents.lastPeriod())
                ? contents.firstPeriod()
                : contents.firstPeriod() + "\u2013" + contents.lastPeriod();
        List<String> parts = List.of(
                t.say("filereport.contents.figures", "n", contents.figures()),
                t.say("desk.areas", "n", contents.areas()),
                t.say("filereport.contents.years", Map.of("n", contents.periods(), "span", span)));
        List<String> sentences = new ArrayList<>();
        sentences.add(t.say("filereport.contents", "parts", String.join(t.say("filereport.comma"), parts)));
        if (contents.total() != null) {
            String total = t.numbers().exact(BigDecimal.valueOf(contents.total()));
            sentences.add(t.say("filereport.contents.total", "total", total));
        }
        return sentences;
    }

    /**
     * Returns a sentence that says how the service read the file: format, encoding, delimiter, header and number of
     * rows.
     */
    static String reading(FileInfo file, PageTexts t) {
        List<String> parts = new ArrayList<>();
        if (file.format() != null) {
            parts.add(file.format().toUpperCase(Locale.ROOT));
        }
        if (file.encoding() != null) {
            parts.add(file.encoding());
        }
        if (file.delimiter() != null) {
            String name = DELIMITERS.get(file.delimiter());
            parts.add(name == null ? file.delimiter() : t.say("filereport.delimiter." + name));
        }
        if (file.headerLine() != null) {
            parts.add(t.say("filereport.header", "n", file.headerLine()));
        }
        parts.add(t.say("filereport.rows", "n", file.rows()));
        return t.say("filereport.read", "parts", String.join(t.say("filereport.comma"), parts));
    }

    /** Returns the CSS class of the verdict. */
    static String tone(ValidationReport report) {
        return !report.valid() ? "invalid" : report.counts().warning() > 0 ? "warned" : "clean";
    }

    /** @param unexplained the number of warnings that the reader must still explain */
    static String verdict(ValidationReport report, long unexplained, PageTexts t) {
        if (!report.valid()) {
            return t.say("filereport.verdict.error", "n", report.counts().error());
        }
        if (unexplained > 0) {
            return t.say("filereport.verdict.warning", "n", unexplained);
        }
        return report.counts().warning() > 0
                ? faults(report.counts(), t)
                : t.say("filereport.verdict.clean", "n", report.passed().size());
    }

    /** Returns the numbers of errors and warnings in words. */
    public static String faults(Counts counts, PageTexts t) {
        return t.say("upload.errors", "n", counts.error())
                + t.say("filereport.comma")
                + t.say("upload.warnings", "n", counts.warning());
    }

    /** Returns the words before a finding of this severity. */
    static String label(Severity severity, PageTexts t) {
        return t.say("filereport.severity." + severity.word());
    }

    /** Returns the title of a rule, or its id if there is no title. */
    public static String titleOrId(String rule, PageTexts t) {
        return RuleTexts.in(t.language()).titleOrId(rule);
    }

    /** Returns the name of a column with its letter in a spreadsheet. Returns the name alone if there is no letter. */
    static String place(Finding.Column column, PageTexts t) {
        return column.letter() == null
                ? column.name()
                : t.say("filereport.place", "name", column.name(), "letter", column.letter());
    }

    /** Returns the URL of the page with the comments on a file. */
    static String comments(UUID file, PageTexts t) {
        return "/" + t.language() + Section.MY_FILES.path() + "/" + file + "/comments";
    }

    /** Returns the URL of the form for a comment on a figure of a file. */
    static String commentForm(UUID file, String key, PageTexts t) {
        return comments(file, t) + "?key=" + Addresses.encoded(key) + "#say";
    }

    static boolean isReviewers(Comment comment) {
        return comment.side() == Comment.Side.REVIEWER;
    }

    /** Returns the name of the part of a mapping that changed, for example of a column. */
    static String part(MappingChange change, PageTexts t) {
        String[] what = change.what().split(":", 2);
        String key = "origin.part." + what[0];
        if (!t.has(key)) {
            return change.what();
        }
        String[] word = what.length > 1 ? what[1].split(":", 2) : new String[] {""};
        return what[0].equals("word") && word.length > 1
                ? t.say(key, "component", word[0], "text", word[1])
                : what.length > 1 ? t.say(key, "text", what[1]) : t.say(key);
    }
}
