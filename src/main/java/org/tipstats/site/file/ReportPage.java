package org.tipstats.site.file;

import java.util.List;
import java.util.stream.Stream;
import org.tipstats.site.frame.Fault;

/**
 * A report, ready to be put into its places.
 *
 * @param tone the class of the verdict
 * @param contents what was read, in sentences
 * @param faults the errors, each with the id of its cell or its cause
 * @param moreCauses how many causes are not shown, in a sentence; null for none
 * @param repeatable whether the file can be written again, with remarks or mended
 * @param excerpt null where no row may be shown, or nothing was found in one
 */
public record ReportPage(
        String tone,
        String verdict,
        String readAs,
        List<String> contents,
        List<Count> counts,
        List<Fault> faults,
        List<Cause> causes,
        String moreCauses,
        boolean repeatable,
        Choices choices,
        Excerpt excerpt,
        String passedText,
        List<RuleLink> passed) {

    /** Whether anything of it can be put right. */
    public boolean mendable() {
        return causes.stream().anyMatch(cause -> cause.apply() != null);
    }

    /** The same with a fault of the form before those of the file. */
    public ReportPage with(Fault fault) {
        List<Fault> all = Stream.concat(Stream.of(fault), faults.stream()).toList();
        return new ReportPage(
                tone,
                verdict,
                readAs,
                contents,
                counts,
                all,
                causes,
                moreCauses,
                repeatable,
                choices,
                excerpt,
                passedText,
                passed);
    }

    /** How many findings of one severity. */
    public record Count(String tone, String n, String word) {}

    /**
     * Findings of one cause.
     *
     * @param times how often; null for once
     * @param rule what it is called
     * @param ruleId its id
     * @param cells the query that narrows the excerpt to it
     * @param apply what the form sends to have it put right; null where nobody knows how
     * @param applyText what is done then
     * @param sure whether there is no doubt about it
     */
    public record Cause(
            String id,
            String tone,
            String word,
            String times,
            String message,
            String fix,
            String where,
            String rule,
            String ruleId,
            String cells,
            String apply,
            String applyText,
            boolean sure) {}

    /** What the excerpt can be narrowed to, and what it is. */
    public record Choices(List<Choice> severities, List<Choice> rules, List<Choice> columns) {}

    /** A choice. */
    public record Choice(String value, String text, boolean chosen) {}

    /**
     * The rows of the file that something was found in, with those beside them.
     *
     * @param shown which of how many findings, in a sentence
     * @param previous the query of the page before; null for none
     * @param next the query of the page after; null for none
     */
    public record Excerpt(List<Head> heads, List<Row> rows, int width, String shown, String previous, String next) {}

    /** A column. */
    public record Head(String name, String letter) {}

    /**
     * A row of the file.
     *
     * @param line where it stands in the file, in words for readers
     * @param before the id of the row with remarks before it, null for none; a row without remarks has neither
     */
    public record Row(String id, String line, List<Cell> cells, List<Remark> remarks, String before, String after) {

        /** Whether something was found here. */
        public boolean isTouched() {
            return !remarks.isEmpty();
        }
    }

    /**
     * A cell.
     *
     * @param tone the gravest severity found here; null for none
     * @param about the ids of what is said about it
     */
    public record Cell(String id, String name, String text, String tone, String about) {}

    /** What is said about a cell or a row. */
    public record Remark(
            String id,
            String tone,
            String word,
            String place,
            String message,
            String fix,
            List<String> suggestions,
            String ruleId,
            String rule) {}

    /** A rule. */
    public record RuleLink(String id, String title) {}
}
