package org.tipstats.mapping.guess;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.guess.Decision.Level;
import org.tipstats.mapping.guess.Decision.Reason;
import org.tipstats.mapping.guess.TableReader.Context;
import org.tipstats.mapping.reading.Periods;

/**
 * What the words of a row say about its figures.
 *
 * @param codes the codes by component
 * @param words the words that gave them, by component
 * @param collapsed words without a place in the key
 * @param inherited codes of the rows that this row is a part of, and of titles above it
 * @param reason why the row is left out, or null
 * @param unknown whether the name of the row says nothing that is known
 * @param open whether a question about a word of the row is open
 */
record RowMeaning(
        Map<String, String> codes,
        Map<String, String> words,
        Set<String> collapsed,
        Map<String, String> inherited,
        String reason,
        boolean unknown,
        boolean open) {

    static final String REGION = "region ";

    /**
     * Reads a row for a dataflow.
     *
     * @param siblings the components that the label of the row above names
     */
    static RowMeaning of(Context context, Sheet.Row row, Set<String> siblings) {
        return new RowWords(context, row, siblings).read();
    }

    /** Decides which year a text means. Returns null while this is open. */
    static String year(DecisionLog log, String text, List<String> cells) {
        Optional<String> year = Periods.year(text);
        String id = "word:TIME_PERIOD:" + text;
        if (year.isPresent() && log.answers().value(id).isEmpty()) {
            return year.get();
        }
        String first = Periods.fiscal(text).or(() -> Periods.within(text)).orElse(null);
        return log.decide(Decision.of(id, cells, first, Level.ASK, Reason.UNKNOWN));
    }

    /** Returns whether the row is about a part of the country. */
    boolean isRegion() {
        for (String each : collapsed) {
            if (each.startsWith(REGION)) {
                return true;
            }
        }
        return false;
    }
}
