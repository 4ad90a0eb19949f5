package org.tipstats.site.explore;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/** Describes tables in the same way for captions, charts, files and screen readers. */
final class ExplorerLabels {

    private final PageTexts texts;

    ExplorerLabels(PageTexts texts) {
        this.texts = texts;
    }

    /**
     * Returns the caption of a table: the dataset, the codes that all figures share (without totals), and the
     * dimensions of the rows and columns.
     */
    String caption(Pivot pivot, String dataflow) {
        List<String> common = new ArrayList<>();
        for (Dimension dimension : pivot.space().structure().dimensions()) {
            BitSet there = pivot.usedPositions(dimension);
            boolean single = there.cardinality() == 1 && dimension.size() > 1;
            if (single && dimension.role() != Role.UNIT) {
                int position = there.nextSetBit(0);
                if (dimension.isTime() || !dimension.codes().at(position).isTotal()) {
                    common.add(texts.of(dimension, position));
                }
            }
        }
        String what = common.isEmpty() ? dataflow : dataflow + ", " + String.join(", ", common);
        return texts.say(
                "explorer.caption",
                Map.of(
                        "what",
                        what,
                        "rows",
                        texts.of(pivot.rows().name()),
                        "cols",
                        texts.of(pivot.columns().name())));
    }

    /** Returns the units and years of a table. */
    String unit(Pivot pivot) {
        Dimension unit = pivot.space().structure().unit();
        List<String> units = pivot.usedPositions(unit).stream()
                .mapToObj(position -> texts.of(unit, position))
                .toList();
        BitSet years = pivot.usedPositions(pivot.space().structure().time());
        Dimension time = pivot.space().structure().time();
        String first = time.valueAt(years.nextSetBit(0));
        String last = time.valueAt(years.length() - 1);
        return String.join(", ", units) + " · "
                + (first.equals(last) ? first : texts.say("figures.range", "from", first, "to", last));
    }
}
