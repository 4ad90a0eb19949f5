package org.tipstats.site.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.guess.Answers;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.PageTexts;

/**
 * The fields that the page sends.
 *
 * @param area the area that reports; null or empty if nobody has chosen it
 * @param dataflow the answer to the question what is counted; null or empty if it is not answered, like the next two
 * @param ids the ids of the other questions
 * @param values the answers to these questions, one for each id; empty if a question is not answered
 * @param ignored the cells to leave out, as addresses and ranges
 * @param cells the cells whose texts are corrected
 * @param texts the corrected texts, one for each cell
 * @param from the first cell to show; the last text that is not empty counts
 */
record TableForm(
        String area,
        String dataflow,
        String unit,
        String coverage,
        List<String> ids,
        List<String> values,
        String ignored,
        List<String> cells,
        List<String> texts,
        List<String> from) {

    /** A question about a row: its answer is a component and a code. */
    static final String ROW = "row:";

    private static final String IGNORE = "ignore:";
    private static final String PERIOD = "period";
    /** Largest number of cells that the page corrects. */
    static final int MAX_CORRECTIONS = 50;

    TableForm {
        area = area == null ? "" : area.strip();
        dataflow = dataflow == null ? "" : dataflow;
        unit = unit == null ? "" : unit;
        coverage = coverage == null ? "" : coverage;
        ignored = ignored == null ? "" : ignored;
        ids = copy(ids);
        values = copy(values);
        cells = copy(cells);
        texts = copy(texts);
        from = copy(from);
    }

    private static List<String> copy(List<String> texts) {
        return texts == null ? List.of() : List.copyOf(texts);
    }

    /** Returns the form of a page that is opened for the first time. */
    static TableForm first(String area, String dataflow) {
        return new TableForm(area, dataflow, null, null, null, null, null, null, null, null);
    }

    /** Returns the form with another area. */
    TableForm withArea(String other) {
        return new TableForm(other, dataflow, unit, coverage, ids, values, ignored, cells, texts, from);
    }

    /** Returns the first cell to show; null if no valid one is named. */
    CellRange firstCell() {
        for (int i = from.size() - 1; i >= 0; i--) {
            Optional<CellRange> cell = CellRange.parse(from.get(i).strip());
            if (cell.isPresent()) {
                return cell.get();
            }
        }
        return null;
    }

    /**
     * What the form says.
     *
     * @param corrections the corrected texts by cell, in the order of the form
     * @param faults the fields that cannot be read
     */
    record TypedAnswers(Answers answers, Map<CellRange, String> corrections, List<Fault> faults) {}

    /** Reads the answers. A name of a code counts as the code. */
    TypedAnswers read(WordCodes codes, PageTexts t) {
        Map<String, String> answers = new TreeMap<>();
        List<CellRange> leftOut = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Map.of("dataflow", dataflow, "unit", unit, "coverage", coverage).forEach((id, value) -> {
            if (!value.isEmpty()) {
                answers.put(id, value);
            }
        });
        for (int i = 0; i < Math.min(ids.size(), values.size()); i++) {
            String value = values.get(i).strip();
            if (!value.isEmpty() && !take(ids.get(i), value, answers, leftOut, codes)) {
                faults.add(new Fault(Questions.field(ids.get(i)), t.say("table.fault.answer", "text", value)));
            }
        }
        for (String range : typedRanges()) {
            CellRange.parse(range)
                    .ifPresentOrElse(
                            leftOut::add,
                            () -> faults.add(new Fault("ignored", t.say("table.fault.cell", "text", range))));
        }
        Map<CellRange, String> corrected = corrections(faults, t);
        return new TypedAnswers(new Answers(answers, Map.of(), leftOut, Map.of()), corrected, faults);
    }

    private List<String> typedRanges() {
        return Arrays.stream(ignored.split("[\\n,;]"))
                .map(String::strip)
                .filter(range -> !range.isEmpty())
                .toList();
    }

    /**
     * Returns the cells to leave out, one range in a line, with the rows that an answer leaves out: no question asks about
     * these rows again.
     */
    String leftOut(TypedAnswers typed) {
        Set<String> ranges = new LinkedHashSet<>(typedRanges());
        typed.answers().ignored().forEach(range -> ranges.add(range.toString()));
        return String.join("\n", ranges);
    }

    /** Takes one answer. Returns false if its question does not take such a value. */
    private static boolean take(
            String id, String value, Map<String, String> answers, List<CellRange> leftOut, WordCodes codes) {
        if (id.startsWith(IGNORE)) {
            Optional<CellRange> rows = CellRange.parse(id.substring(IGNORE.length()));
            rows.ifPresent(leftOut::add);
            return rows.isPresent();
        }
        if (id.startsWith(ROW)) {
            String[] parts = value.split(":", 2);
            String word = id.substring(ROW.length());
            return parts.length == 2 && take("word:" + parts[0] + ":" + word, parts[1], answers, leftOut, codes);
        }
        String[] parts = id.split(":", 3);
        boolean word = parts[0].equals("word") && parts.length == 3;
        Optional<String> code = word ? codes.code(parts[1], value) : Optional.of(value);
        boolean valid = code.isPresent() && (!id.equals(PERIOD) || WordCodes.isYear(value));
        if (valid) {
            answers.put(Answers.normal(id), code.get());
        }
        return valid;
    }

    private Map<CellRange, String> corrections(List<Fault> faults, PageTexts t) {
        Map<CellRange, String> corrected = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(Math.min(cells.size(), texts.size()), MAX_CORRECTIONS); i++) {
            String address = cells.get(i).strip();
            if (address.isEmpty()) {
                continue;
            }
            Optional<CellRange> cell = CellRange.parse(address)
                    .filter(each -> each.firstLine() == each.lastLine() && each.firstColumn() == each.lastColumn());
            if (cell.isPresent()) {
                corrected.put(cell.get(), texts.get(i).strip());
            } else {
                faults.add(new Fault("correction-" + i, t.say("table.fault.cell", "text", address)));
            }
        }
        return corrected;
    }
}
