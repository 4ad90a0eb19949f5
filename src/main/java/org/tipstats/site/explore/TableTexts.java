package org.tipstats.site.explore;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tipstats.disseminate.data.PublicData;
import org.tipstats.site.chapter.FigureCells;
import org.tipstats.site.chapter.LinkedCells;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/** Makes the texts of a table: its title, its unit and years, and a text alternative for its chart. */
record TableTexts(PublicData.QueryResult found, PageTexts texts) {

    /**
     * Returns a note that names requested codes without figures, so that readers do not search for these codes. Names
     * at most 20 codes of a dimension. Returns null if all requested codes have figures.
     */
    String absent(Pivot pivot) {
        List<String> absent = new ArrayList<>();
        for (Dimension dimension : found.selection().dataflow().structure().dimensions()) {
            BitSet wanted = found.wanted().get(dimension.position());
            if (wanted != null) {
                BitSet left = (BitSet) wanted.clone();
                left.andNot(pivot.usedPositions(dimension));
                left.stream().limit(20).forEach(position -> absent.add(texts.of(dimension, position)));
            }
        }
        return absent.isEmpty() ? null : texts.say("explorer.absent", "names", texts.joined(absent));
    }

    /** Returns a text alternative for a chart, made only from shown values. */
    String summary(String caption, Pivot pivot, List<Pivot.Line> lines) {
        List<BigDecimal> shown = lines.stream()
                .flatMap(line -> Arrays.stream(line.cells()))
                .filter(LinkedCells::hasValue)
                .map(Observation::value)
                .toList();
        if (shown.isEmpty()) {
            return texts.say("chart.summary.none", "what", caption);
        }
        Map<String, Object> values = new HashMap<>();
        values.put("what", caption);
        values.put("lines", lines.size());
        values.put("from", texts.of(pivot.columns(), pivot.columnPositions()[0]));
        values.put("to", texts.of(pivot.columns(), pivot.columnPositions()[pivot.columnPositions().length - 1]));
        values.put("least", texts.numbers().exact(Collections.min(shown)));
        values.put("most", texts.numbers().exact(Collections.max(shown)));
        return texts.say("chart.summary", values);
    }

    /**
     * Returns the caption of a table: the dataset, the codes that all figures share (without totals and the unit), and
     * the dimensions of the rows and columns.
     */
    String caption(Pivot pivot) {
        List<String> parts =
                new ArrayList<>(List.of(texts.of(found.selection().dataflow().name())));
        for (Dimension dimension : pivot.space().structure().dimensions()) {
            BitSet there = pivot.usedPositions(dimension);
            boolean single = there.cardinality() == 1 && dimension.size() > 1;
            if (single && dimension.role() != Role.UNIT) {
                int position = there.nextSetBit(0);
                if (dimension.isTime() || !dimension.codes().at(position).isTotal()) {
                    parts.add(texts.of(dimension, position));
                }
            }
        }
        return texts.say(
                "explorer.caption",
                Map.of(
                        "what", texts.joined(parts),
                        "rows", texts.name(pivot.rows()),
                        "cols", texts.name(pivot.columns())));
    }

    /** Returns the units and years of a table. */
    String unit(Pivot pivot) {
        Dimension unit = pivot.space().structure().unit();
        List<String> units = pivot.usedPositions(unit).stream()
                .mapToObj(position -> texts.of(unit, position))
                .toList();
        Dimension time = pivot.space().structure().time();
        BitSet years = pivot.usedPositions(time);
        String first = time.valueAt(years.nextSetBit(0));
        String last = time.valueAt(years.length() - 1);
        return texts.joined(units) + " · " + FigureCells.range(first, last, texts);
    }
}
