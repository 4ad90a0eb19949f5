package org.tipstats.validate.findings;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.tipstats.vocabulary.schema.LocalText;

/** The words of a report's forms around the findings, in one language. Not for several threads. */
final class ReportTexts {

    private static final String ENGLISH = "en";

    private final String language;
    private final Map<String, String> texts;
    private final ULocale locale;
    private final Map<String, MessageFormat> formats = new HashMap<>();

    /** @param language {@code fr} and the like; English where there are no texts in it */
    ReportTexts(String language) {
        this.language = LocalText.LANGUAGES.contains(language) ? language : ENGLISH;
        this.texts = Texts.load(ReportTexts.class, "report_" + this.language + ".properties");
        this.locale = Writing.of(this.language).locale();
    }

    String language() {
        return language;
    }

    boolean isRightToLeft() {
        return locale.isRightToLeft();
    }

    /** Whether there is such a text. */
    boolean has(String key) {
        return texts.containsKey(key);
    }

    /** A text without parameters. */
    String get(String key) {
        return say(key, Map.of());
    }

    String say(String key, Map<String, ?> arguments) {
        String pattern = texts.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("report_" + language + ".properties has no " + key);
        }
        return formats.computeIfAbsent(key, none -> new MessageFormat(pattern, locale))
                .format(arguments);
    }

    /** A text about a number, which it calls {@code n}. */
    String count(String key, long n) {
        return say(key, Map.of("n", n));
    }

    String severity(Severity severity) {
        return get("severity." + severity.word());
    }

    /** A separator by its name. */
    String delimiter(String sign) {
        String name = switch (sign) {
            case "," -> "comma";
            case ";" -> "semicolon";
            case "\t" -> "tab";
            case "|" -> "pipe";
            default -> null;
        };
        return name == null ? VisibleText.of(sign) : get("delimiter." + name);
    }

    /** The kind of a file. */
    static String format(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    /** The file's verdict in one sentence. */
    String verdict(ValidationReport report) {
        ValidationReport.Counts counts = report.counts();
        if (!report.valid()) {
            return count("verdict.error", counts.error());
        }
        if (counts.warning() > 0) {
            return count("verdict.warning", counts.warning());
        }
        return counts.information() > 0 ? count("verdict.information", counts.information()) : get("verdict.good");
    }

    /** Why a rule was not run. */
    String notRun(String rule) {
        String key = "notRun." + rule;
        return get(has(key) ? key : "notRun");
    }

    /** The lines from the first to the last of a group; the whole file where it has none. */
    String lines(SummaryGroup group) {
        if (group.firstLine() == null) {
            return get("wholeFile");
        }
        return group.firstLine().equals(group.lastLine())
                ? String.valueOf(group.firstLine())
                : group.firstLine() + "\u2013" + group.lastLine();
    }

    /** Where a related value stands. */
    String related(Finding.Related place) {
        return place.line() == null
                ? get("related.earlier")
                : say("related.line", Map.of("line", place.line().toString()));
    }
}
