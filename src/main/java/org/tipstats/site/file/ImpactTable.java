package org.tipstats.site.file;

import java.util.List;
import org.tipstats.site.drawing.Drawing;
import org.tipstats.site.frame.ShownFigure;

/**
 * What a file changes, the greatest change first.
 *
 * @param same how many values stay, in words; null for none
 * @param rest how many changes are not shown, in words; null for none
 */
public record ImpactTable(List<Row> rows, String same, String rest) {

    /**
     * A value that changes.
     *
     * @param sign and word of the kind of change
     * @param key what is counted, in words
     * @param note of the statuses of the values, where one is not the usual; null for none
     * @param line the years of the series, for the eye; null where there is but one
     * @param history the accepted years in words; null for none
     * @param comments where to say something about the value
     * @param said how much was said about it, in words
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
