package org.tipstats.site.table;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.site.frame.Site;

/**
 * The fields that the page sends.
 *
 * @param area the area that reports; empty if nobody has chosen it
 * @param dataflow the answer to the question what is counted, which may be {@link #SEVERAL}; empty without an answer.
 *     The same holds for {@code unit} and {@code coverage}, the answers to two other questions
 * @param ids the ids of all further questions
 * @param values the answers to these questions, one for each id; empty if a question is not answered
 * @param ignored the cells to leave out, as addresses and ranges
 * @param cells the cells whose texts are corrected
 * @param texts the corrected texts, one for each cell
 * @param from texts for the first cell to show; the page uses the last text that is the address of a cell
 * @param action the pressed button; null on a page that is opened for the first time
 */
record TableParameters(
        @RestForm String area,
        @RestForm String dataflow,
        @RestForm String unit,
        @RestForm String coverage,
        @RestForm("id") List<String> ids,
        @RestForm("value") List<String> values,
        @RestForm String ignored,
        @RestForm("cell") List<String> cells,
        @RestForm("text") List<String> texts,
        @RestForm List<String> from,
        @RestForm String action) {

    /** Prefix of a question about a row. The answer is a component and a code. */
    static final String ROW = "row:";

    /**
     * Prefix of the field with the first row of a table's header. The last row is in a field with the prefix
     * {@link #HEADER_END}.
     */
    static final String HEADER = "header:";

    /** The answer that a table has no header. */
    static final String NO_HEADER = "none";

    /**
     * Prefix of the field with the range of a part of the file. The dataflow of the part is in a field with the prefix
     * {@link #COUNTS}.
     */
    static final String PART = "part:";

    static final String COUNTS = "counts:";

    /** The answer that the parts of the file belong to several dataflows. */
    static final String SEVERAL = "several";

    private static final String HEADER_END = "header-end:";
    /** Largest number of cells that the page corrects. */
    static final int MAX_CORRECTIONS = 50;

    TableParameters {
        area = Site.typed(area);
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
    static TableParameters first(String area, String dataflow) {
        return new TableParameters(area, dataflow, null, null, null, null, null, null, null, null, null);
    }

    TableParameters withArea(String other) {
        return new TableParameters(other, dataflow, unit, coverage, ids, values, ignored, cells, texts, from, action);
    }

    /** Returns the first cell to show; null if the form names no valid cell. */
    CellRange firstCell() {
        for (int i = from.size() - 1; i >= 0; i--) {
            Optional<CellRange> cell = CellRange.parse(from.get(i).strip());
            if (cell.isPresent()) {
                return cell.get();
            }
        }
        return null;
    }

    /** Returns whether the reader divides the file into parts of several dataflows. */
    boolean hasParts() {
        return dataflow.equals(SEVERAL);
    }

    /** Returns the answers in {@code values}, by the ids of their questions. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(ids.size(), values.size()); i++) {
            fields.put(ids.get(i), values.get(i).strip());
        }
        return fields;
    }

    /**
     * Returns the id of the field with the last row of a header. The parameter is the id of the field with the first
     * row.
     */
    static String lastOf(String header) {
        return HEADER_END + header.substring(HEADER.length());
    }

    /** Returns whether a field contains only a part of an answer, because several fields together make the answer. */
    static boolean isHalf(String id) {
        return id.startsWith(HEADER_END) || id.startsWith(PART) || id.startsWith(COUNTS);
    }

    /** Returns the typed ranges to leave out. */
    List<String> typedRanges() {
        return Arrays.stream(ignored.split("[\\n,;]"))
                .map(String::strip)
                .filter(range -> !range.isEmpty())
                .toList();
    }
}
