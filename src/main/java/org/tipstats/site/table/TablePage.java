package org.tipstats.site.table;

import io.quarkus.qute.TemplateExtension;
import java.util.List;
import java.util.stream.Stream;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.Frame.Choice;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.table.CellMarks.Mark;

/**
 * The contents of the page *Your table*.
 *
 * @param action the URL that the form goes to
 * @param fileName the name of the file, or words that stand for the name if the file has none
 * @param held the file as the form holds it; null if the service has the file, or if the file is too large for a form
 * @param isStored true if the service has the file; the form then does not hold the file
 * @param maySave true if the reader may save the mapping
 * @param form what the form sent, to fill it in again
 * @param refusals the reasons why the file, or some of its cells, cannot be used
 * @param areas the areas to choose from; empty if the area is known
 * @param tables the tables of the file, with their headers and ranges
 * @param parts the parts of the file, each with its dataflow; empty if the reader does not divide the file into parts
 * @param ignored the cells to leave out, one range in a line
 * @param corrections the corrected cells, with some empty lines
 * @param submission what will be submitted
 */
record TablePage(
        String action,
        String fileName,
        HeldFile held,
        boolean isStored,
        boolean maySave,
        TableParameters form,
        List<Fault> faults,
        List<String> refusals,
        List<Choice> areas,
        TablePreview preview,
        List<LayoutRow> tables,
        List<Question> questions,
        List<PartRow> parts,
        List<ColumnRow> columns,
        List<WordGroup> words,
        String ignored,
        List<Correction> corrections,
        Submitted submission) {

    /** Longest name of a mapping. */
    static final int MAX_NAME = 200;

    public boolean isCorrected() {
        return corrections.stream().anyMatch(line -> !line.cell().isEmpty());
    }

    /**
     * Returns whether the questions about the layout are open at first: if there is only one table, or if the header or
     * the range of any table was changed or is wrong.
     */
    public boolean showsLayout() {
        return tables.size() == 1
                || tables.stream()
                        .anyMatch(table -> table.isChanged()
                                || Stream.of(table.first(), table.range())
                                        .anyMatch(input -> Fault.of(input.field(), faults) != null));
    }

    /** Returns the marks of the legend. */
    public List<Mark> marks() {
        return List.of(Mark.HEADER, Mark.LABEL, Mark.USED, Mark.OUT, Mark.UNKNOWN);
    }

    /** Returns the mark of a cell in words. Adds the reason if the cell is left out. */
    public String says(TablePreview.PreviewCell cell, PageTexts t) {
        String mark = text(cell.mark(), t);
        return cell.reason() == null || cell.mark() != Mark.OUT ? mark : mark + t.say("site.colon") + cell.reason();
    }

    /** Returns what a mark means. */
    @TemplateExtension
    static String text(Mark mark, PageTexts t) {
        return t.say("table.mark." + mark.word());
    }

    /** Returns the number of questions without an answer. */
    public long open() {
        Stream<Boolean> all = Stream.concat(
                questions.stream().map(Question::isOpen),
                words.stream().flatMap(group -> group.shown().stream()).map(WordGroup.Word::isOpen));
        long missing = !areas.isEmpty() && form.area().isEmpty() ? 1 : 0;
        return missing + all.filter(open -> open).count();
    }

    /**
     * Returns the id of the first field without an answer; if there is none, the id of the section on the submission.
     */
    public String firstOpen() {
        if (!areas.isEmpty() && form.area().isEmpty()) {
            return "area";
        }
        return Stream.concat(
                        questions.stream().filter(Question::isOpen).map(Question::field),
                        words.stream()
                                .flatMap(group -> group.shown().stream())
                                .filter(WordGroup.Word::isOpen)
                                .map(WordGroup.Word::field))
                .findFirst()
                .orElse("submission");
    }

    /**
     * A cell that a sentence names.
     *
     * @param id the id of the cell in the table on the page; null if the page does not show the cell
     */
    record CellPlace(String address, String id) {}

    /**
     * A question.
     *
     * @param field the id of its first field
     * @param because the reason for the answer that the program found; empty if it found no answer
     * @param value the typed answer of a question without choices
     * @param guessed the answer that the program found, in words; empty if it found no answer, or if somebody answered
     * @param rows the names of rows that can be explained instead of leaving the rows out
     */
    record Question(
            String id,
            String field,
            String kind,
            String text,
            String because,
            List<CellPlace> cells,
            List<Choice> choices,
            String value,
            String guessed,
            boolean isOpen,
            List<RowName> rows) {

        /** Returns whether the answers are shown all at once, one below the other. */
        public boolean isRadio() {
            return List.of("dataflow", "unit", "coverage").contains(kind);
        }

        /** Returns whether the answer is typed. */
        public boolean isTyped() {
            return kind.equals("period");
        }
    }

    record Input(String id, String field, String value) {}

    /**
     * The place of a table and its header.
     *
     * @param first the first row of the header; both {@code first} and {@code last} are empty without a header
     * @param isChanged true if the reader changed the place
     */
    record LayoutRow(List<CellPlace> cells, Input first, Input last, Input range, boolean isChanged) {}

    /**
     * A part of the file, with the dataflow of its figures.
     *
     * @param isOpen true if no dataflow is chosen yet
     */
    record PartRow(Input range, Input counts, List<Choice> choices, boolean isOpen) {}

    /** The name of a row, with its possible meanings. */
    record RowName(String id, String field, String text, List<Choice> choices) {}

    /** A column of a table, with its possible roles. */
    record ColumnRow(
            String id, String field, String text, List<CellPlace> cells, String guessed, List<Choice> choices) {}

    /**
     * The words of a component.
     *
     * @param isLong true if the list of codes is long, so that the reader types a code and the page suggests codes
     * @param suggestions the codes to suggest; empty if each word has its own choices
     * @param shown the words that need an answer or should be checked
     * @param sure the words that are certain
     */
    record WordGroup(
            String component,
            String name,
            boolean isLong,
            List<Choice> suggestions,
            List<Word> shown,
            List<Word> sure) {

        /**
         * A word.
         *
         * @param guessed the meaning that the program found, in words; empty if it found no meaning, or if somebody
         *     answered
         * @param answered the meaning that somebody chose, in words; empty if nobody did
         * @param isShown true if the word needs an answer or should be checked
         */
        record Word(
                String id,
                String field,
                String text,
                String because,
                List<CellPlace> cells,
                String guessed,
                String answered,
                List<Choice> choices,
                boolean isOpen,
                boolean isShown) {}
    }

    record Correction(String cell, String text) {}

    /**
     * What will be submitted.
     *
     * @param account a sentence that says how all cells with numbers are used
     * @param flows the figures by dataflow
     * @param more the number of figures that are not shown
     * @param leftOut the cells that are left out, by reason
     * @param isComplete true if nothing is left to ask or to correct
     */
    record Submitted(
            String account,
            List<FlowFigures> flows,
            int more,
            List<CellGroup> leftOut,
            CellGroup notUnderstood,
            boolean isComplete) {

        /** Returns whether the figures belong to several dataflows. */
        public boolean isOfSeveral() {
            return flows.size() > 1;
        }
    }

    /**
     * The figures of a dataflow.
     *
     * @param figures the first figures
     */
    record FlowFigures(String id, String name, List<Figure> figures) {}

    /** A figure in words, with the cells that it was made of. */
    record Figure(String id, String period, String words, String value, List<CellPlace> cells) {}

    /**
     * Cells that are left out for one reason, or that are not understood: the number of these cells, and the first of
     * them.
     */
    record CellGroup(String reason, int count, List<CellPlace> cells) {}
}
