package org.tipstats.mapping.guess;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.reading.Block;
import org.tipstats.mapping.reading.Block.Column;
import org.tipstats.mapping.reading.Periods;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.names.TableWords;

/**
 * A column of figures, by its header.
 *
 * @param codes the codes that the header names, by component
 * @param words the words that name them, by component
 * @param year the year that the header names, or null
 * @param month the month that the header names, or null
 * @param measure the rest of the header, which names what is measured; empty if the header says nothing more
 * @param reason why the column is left out, or null
 */
record ValueColumn(
        Column column,
        Map<String, String> codes,
        Map<String, String> words,
        String year,
        String month,
        String measure,
        String reason) {

    /** Reads the header of a column. */
    static ValueColumn of(Block block, Column column, Meanings meanings) {
        Header header = new Header(meanings, List.of(block.address(column)));
        column.header().forEach(header::read);
        return new ValueColumn(
                column,
                header.codes,
                header.words,
                header.year,
                header.month,
                String.join(" ", header.measure),
                header.reason);
    }

    /** The texts of a header, from top to bottom. */
    private static final class Header {

        private final Meanings meanings;
        private final List<String> cells;
        private final Map<String, String> codes = new TreeMap<>();
        private final Map<String, String> words = new TreeMap<>();
        private final List<String> measure = new ArrayList<>();
        private String year;
        private String month;
        private String reason;

        Header(Meanings meanings, List<String> cells) {
            this.meanings = meanings;
            this.cells = cells;
        }

        void read(String text) {
            year = Periods.within(text).orElse(year);
            String rest = Periods.without(text);
            Set<String> kinds = TableWords.all().kinds(rest);
            boolean isMonth = kinds.stream().anyMatch(kind -> kind.startsWith("month:"));
            month = isMonth ? text : month;
            reason = ColumnNames.otherFigures(rest).orElse(reason);
            if (!isMonth && !kinds.contains("value") && !CellText.fold(rest).isEmpty()) {
                readName(rest);
            }
        }

        private void readName(String name) {
            Meanings.Label label = meanings.label(name, cells);
            if (label.known() && !label.codes().isEmpty()) {
                codes.putAll(label.codes());
                label.codes().keySet().forEach(component -> words.put(component, name));
                reason = label.others() && reason == null ? "breakdown" : reason;
            } else {
                measure.add(name);
            }
        }
    }

    /** Returns the name of the measure; the letters of the column if it has no header. */
    String name() {
        return measure.isEmpty() && column.header().isEmpty() ? CellRange.letters(column.index()) : measure;
    }

    /** Returns whether an answer names this measure: by its text, the start of its text, or its cell. */
    boolean isMeasure(String answer, Block block) {
        if (answer.equals(block.address(column)) || measure.equals(answer)) {
            return true;
        }
        String asked = CellText.fold(Periods.without(answer));
        String own = CellText.fold(measure);
        String lowest = CellText.fold(Periods.without(column.lowest()));
        return !asked.isEmpty() && (own.equals(asked) || lowest.equals(asked) || own.startsWith(asked + " "));
    }
}
