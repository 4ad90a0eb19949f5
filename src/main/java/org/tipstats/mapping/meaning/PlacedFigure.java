package org.tipstats.mapping.meaning;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tipstats.mapping.grid.Cell;

/**
 * A figure of a table with its place in a dataflow.
 *
 * @param key the code, or year, of each dimension
 * @param draft the codes with the words that gave them
 * @param collapsed words that have no place in the key, such as a month or a province; figures that differ in them add
 *     up
 * @param cell the cell; null for a blank cell, whose value is missing
 * @param value the count; null if the value is missing
 * @param attributes the attributes by id, with OBS_STATUS
 */
public record PlacedFigure(
        MappedKey key,
        KeyDraft draft,
        Set<String> collapsed,
        Cell cell,
        BigDecimal value,
        Map<String, String> attributes) {

    public PlacedFigure {
        collapsed = Set.copyOf(collapsed);
        attributes = Map.copyOf(attributes);
    }

    /** Returns the word that gave the code of a dimension; empty if the code does not come from a word. */
    String word(String dimension) {
        int place = key.place(dimension);
        String word = place < 0 ? null : draft.word(place);
        return word == null ? "" : word;
    }

    /** Returns a word for each dimension, in their order. They distinguish figures with the same key. */
    List<String> words() {
        return draft.words();
    }

    /** Returns whether the figure stands for a blank cell of a region or month, so that a sum lacks it. */
    boolean isBlank() {
        return cell == null;
    }

    /**
     * Returns the attributes of the sum of the parts. If parts differ in an attribute, the sum gets the value of the
     * first part; for the status, the first value that is not normal.
     */
    static Map<String, String> attributes(List<PlacedFigure> parts) {
        Map<String, String> all = new TreeMap<>();
        for (PlacedFigure part : parts) {
            part.attributes()
                    .forEach((id, value) ->
                            all.merge(id, value, (one, other) -> one.equals(FigureFlags.NORMAL) ? other : one));
        }
        return all;
    }
}
