package org.tipstats.site.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.guess.Answers;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.PageTexts;

/**
 * The answers of a form.
 *
 * @param corrections the corrected texts by cell, in the order of the form
 * @param parts the typed parts of the file, each with its dataflow; empty if the reader does not divide the file
 * @param hasOpenParts true if the reader divides the file into parts, but there is no part or a part without an answer
 * @param faults the fields that cannot be read
 */
record TypedAnswers(
        Answers answers,
        Map<CellRange, String> corrections,
        List<Part> parts,
        boolean hasOpenParts,
        List<Fault> faults) {

    /** The answer that a part of the file is left out. */
    static final String NOTHING = "ignore";

    /**
     * A part of the file.
     *
     * @param counts the dataflow of its figures, {@link #NOTHING}, or empty if nobody has chosen yet
     */
    record Part(String range, String counts) {}

    /** Reads the answers of a form. Accepts the name of a code instead of the code. */
    static TypedAnswers of(TableParameters form, WordCodes codes, PageTexts t) {
        return new FormReading(form, codes, t).read();
    }

    /** Returns the same answers with more faults. */
    TypedAnswers with(List<Fault> more) {
        List<Fault> all = Stream.concat(faults.stream(), more.stream()).toList();
        return new TypedAnswers(answers, corrections, parts, hasOpenParts, all);
    }

    /**
     * Returns the ranges to leave out, one in a line. Includes the rows that an answer leaves out, because no question
     * asks about these rows again.
     */
    String leftOut(TableParameters form) {
        Set<String> ranges = new LinkedHashSet<>(form.typedRanges());
        answers.ignored().forEach(range -> ranges.add(range.toString()));
        return String.join("\n", ranges);
    }

    /** Reads the fields of one form. */
    private static final class FormReading {

        private static final String IGNORE = "ignore:";
        private static final String PERIOD = "period";

        private final TableParameters form;
        private final WordCodes codes;
        private final PageTexts t;
        private final Map<String, String> answers = new TreeMap<>();
        private final List<CellRange> leftOut = new ArrayList<>();
        private final Map<CellRange, List<String>> dataflows = new LinkedHashMap<>();
        private final List<Part> parts = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();

        FormReading(TableParameters form, WordCodes codes, PageTexts t) {
            this.form = form;
            this.codes = codes;
            this.t = t;
        }

        TypedAnswers read() {
            Map<String, String> fields = form.fields();
            answer("dataflow", form.hasParts() ? "" : form.dataflow());
            answer("unit", form.unit());
            answer("coverage", form.coverage());
            fields.forEach((id, value) -> {
                if (id.startsWith(TableParameters.HEADER)) {
                    answer(id, header(value, fields.getOrDefault(TableParameters.lastOf(id), "")));
                } else if (!TableParameters.isHalf(id) && !value.isEmpty() && !take(id, value)) {
                    faults.add(new Fault(Questions.field(id), t.say("table.fault.answer", "text", value)));
                }
            });
            form.typedRanges().forEach(range -> cells(range, "ignored").ifPresent(leftOut::add));
            boolean open = form.hasParts() && !readParts(fields);
            Answers all = new Answers(answers, dataflows, leftOut, Map.of());
            return new TypedAnswers(all, corrections(), parts, open, faults);
        }

        private void answer(String id, String value) {
            if (!value.isEmpty()) {
                answers.put(id, value);
            }
        }

        /**
         * Returns the rows of a header as an answer. If only one row is given, the header is this row. If neither is
         * given, there is no header.
         */
        private static String header(String first, String last) {
            if (first.isEmpty() && last.isEmpty()) {
                return TableParameters.NO_HEADER;
            }
            return (first.isEmpty() ? last : first) + ":" + (last.isEmpty() ? first : last);
        }

        /** Stores one answer. Returns false if the value does not fit the question. */
        private boolean take(String id, String value) {
            if (id.startsWith(IGNORE)) {
                Optional<CellRange> rows = CellRange.parse(id.substring(IGNORE.length()));
                rows.ifPresent(leftOut::add);
                return rows.isPresent();
            }
            if (id.startsWith(TableParameters.ROW)) {
                String[] meaning = value.split(":", 2);
                String word = id.substring(TableParameters.ROW.length());
                return meaning.length == 2 && take("word:" + meaning[0] + ":" + word, meaning[1]);
            }
            String[] words = id.split(":", 3);
            boolean word = words[0].equals("word") && words.length == 3;
            Optional<String> code = word ? codes.code(words[1], value) : Optional.of(value);
            boolean valid = code.isPresent() && (!id.equals(PERIOD) || WordCodes.isYear(value));
            if (valid) {
                answers.put(Answers.normal(id), code.get());
            }
            return valid;
        }

        /**
         * Reads the parts of the file and their dataflows. Returns false if a part has no answer, or if there are no
         * parts.
         */
        private boolean readParts(Map<String, String> fields) {
            for (int i = 0; fields.containsKey(TableParameters.PART + i); i++) {
                String range = fields.get(TableParameters.PART + i);
                String counts = fields.getOrDefault(TableParameters.COUNTS + i, "");
                if (range.isEmpty()) {
                    continue;
                }
                parts.add(new Part(range, counts));
                Optional<CellRange> cells = cells(range, Questions.field(TableParameters.PART + i));
                if (cells.isPresent() && !counts.isEmpty() && !counts.equals(NOTHING)) {
                    dataflows
                            .computeIfAbsent(cells.get(), none -> new ArrayList<>())
                            .add(counts);
                }
            }
            return !parts.isEmpty()
                    && parts.stream().noneMatch(part -> part.counts().isEmpty());
        }

        private Optional<CellRange> cells(String text, String field) {
            Optional<CellRange> cells = CellRange.parse(text);
            if (cells.isEmpty()) {
                faults.add(new Fault(field, t.say("table.fault.cell", "text", text)));
            }
            return cells;
        }

        private Map<CellRange, String> corrections() {
            Map<CellRange, String> corrected = new LinkedHashMap<>();
            int count = Math.min(form.cells().size(), form.texts().size());
            for (int i = 0; i < Math.min(count, TableParameters.MAX_CORRECTIONS); i++) {
                String address = form.cells().get(i).strip();
                if (address.isEmpty()) {
                    continue;
                }
                Optional<CellRange> cell = CellRange.parse(address).filter(CellRange::isCell);
                if (cell.isPresent()) {
                    corrected.put(cell.get(), form.texts().get(i).strip());
                } else {
                    faults.add(new Fault("correction-" + i, t.say("table.fault.cell", "text", address)));
                }
            }
            return corrected;
        }
    }
}
