package org.tipstats.reviewdesk;

import java.util.List;
import org.tipstats.page.ShownFigure;

/**
 * What a file changes, the greatest change first.
 *
 * @param same how many values stay, in words; null for none
 * @param rest how many changes are not shown, in words; null for none
 */
record ImpactTable(List<Row> rows, String same, String rest) {

    /**
     * A value that changes.
     *
     * @param sign and word of the kind of change
     * @param key what is counted, in words
     * @param note of the statuses of the values, where one is not the usual; null for none
     */
    record Row(
            String sign,
            String word,
            String key,
            ShownFigure old,
            ShownFigure now,
            ShownFigure difference,
            ShownFigure relative,
            String note) {}

    public boolean isUnchanged() {
        return rows.isEmpty();
    }
}
