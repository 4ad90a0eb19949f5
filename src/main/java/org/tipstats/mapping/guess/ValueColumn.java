package org.tipstats.mapping.guess;

import org.tipstats.mapping.reading.Periods;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tipstats.mapping.reading.Block;
import org.tipstats.mapping.reading.Block.Column;
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

    private static final List<String> OTHER_FIGURES =
            List.of("rate", "percent", "rank", "change", "population", "note");

    /** Reads the header of a column. */
    static ValueColumn of(Block block, Column column, Meanings meanings) {
        TableWords table = TableWords.all();
        Map<String, String> codes = new TreeMap<>();
        Map<String, String> words = new TreeMap<>();
        List<String> measure = new ArrayList<>();
        String year = null;
        String month = null;
        String reason = null;
        for (String text : column.header()) {
            Optional<String> own = Periods.within(text);
            year = own.orElse(year);
            String rest = Periods.without(text);
            Set<String> kinds = table.kinds(rest);
            Optional<String> named =
                    kinds.stream().filter(kind -> kind.startsWith("month:")).findFirst();
            month = named.isPresent() ? text : month;
            for (String kind : OTHER_FIGURES) {
                reason = table.mentions(kind, rest) ? kind : reason;
            }
            if (named.isPresent()
                    || kinds.contains("value")
                    || CellText.fold(rest).isEmpty()) {
                continue;
            }
            Meanings.Label label = meanings.label(rest, List.of(block.address(column)));
            if (label.known() && !label.codes().isEmpty()) {
                codes.putAll(label.codes());
                label.codes().keySet().forEach(component -> words.put(component, rest));
                reason = label.others() && reason == null ? "breakdown" : reason;
            } else {
                measure.add(rest);
            }
        }
        return new ValueColumn(column, codes, words, year, month, String.join(" ", measure), reason);
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
