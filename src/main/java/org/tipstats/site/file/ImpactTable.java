package org.tipstats.site.file;

import java.util.List;
import org.tipstats.site.drawing.Drawing;
import org.tipstats.site.frame.ShownFigure;

/**
 * The changes that a file makes, the largest first.
 *
 * @param same the number of unchanged values, in words; null if there is none
 * @param rest the number of changes not shown, in words; null if there is none
 */
public record ImpactTable(List<Row> rows, String same, String rest) {

    /**
     * A value that changes.
     *
     * @param sign the sign of the kind of change
     * @param word the word for the kind of change
     * @param key a description of the figure
     * @param note the statuses of the values, if one is not the normal one; null if there is none
     * @param line a line of the years of the series; null if it has fewer than two values
     * @param history the accepted years in words; null if there is none
     * @param comments the address of the form for a comment on the value
     * @param said the number of comments on it, in words
     */
    public record Row(
            String sign,
            String word,
            String key,
            ShownFigure old,
            ShownFigure now,
            ShownFigure difference,
            ShownFigure relative,
            String note,
            Drawing line,
            String history,
            String comments,
            String said) {}

    public boolean isUnchanged() {
        return rows.isEmpty();
    }
}
