package org.tipstats.site.flows;

import com.ibm.icu.text.Collator;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tipstats.site.chapter.LinkedCells;
import org.tipstats.site.chapter.LinkedCells.LinkedCell;
import org.tipstats.site.drawing.Drawing;
import org.tipstats.site.flows.FlowDrawings.Value;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;

/**
 * Makes a part of the page of flows: the chart and the table of one dataset for an area and a year. The largest value
 * comes first. Pairs of areas without a number come last, sorted by name.
 *
 * @param bands true to draw bands, false to draw bars
 */
record FlowParts(String area, String year, boolean bands, PageTexts texts) {

    /**
     * The part of the page on one dataset.
     *
     * @param id an id, unique in the page
     * @param total the published total, in a sentence; null if there is no total
     * @param drawing the chart; null if no value above zero is shown
     * @param more a sentence on how many values the chart shows one by one; null if the chart shows all values
     */
    record Part(
            String id,
            String heading,
            String caption,
            String total,
            Drawing drawing,
            String more,
            String column,
            List<Row> rows,
            Map<String, String> signs,
            String api,
            String explorer) {}

    record Row(String name, LinkedCell cell) {}

    /** The figure of a pair of areas, with the name of the second area for sorting. */
    private record Ranked(Observation figure, String name) {

        BigDecimal value() {
            return figure.value();
        }
    }

    /**
     * Makes the part of one dataset.
     *
     * @param towards true if the victims came from the other areas, false if they returned to the other areas
     */
    Part of(String id, Pairs pairs, boolean towards) {
        LinkedCells cells = new LinkedCells(pairs.dataflow().structure(), key -> pairs.figure(key, texts), texts);
        List<Ranked> ranked = ranked(pairs);
        List<Row> rows = ranked.stream()
                .map(one -> new Row(one.name(), cells.of(one.figure())))
                .toList();
        long hidden =
                ranked.stream().filter(one -> cells.isHidden(one.figure())).count();
        List<Value> shown = ranked.stream()
                .filter(one -> one.value() != null && one.value().signum() > 0)
                .map(one -> new Value(one.name(), one.value()))
                .toList();
        String caption = texts.say("flows." + id + ".caption", "area", area, "year", year);
        FlowDrawings drawings = new FlowDrawings(caption, texts);
        String stub = hidden == 0 ? null : texts.say("flows.hidden", "n", hidden);
        return new Part(
                id,
                texts.say("flows." + id + ".heading"),
                caption,
                total(pairs, cells),
                bands ? drawings.bands(area, towards, shown, "flows.others", stub) : drawings.bars(shown),
                drawings.more(shown.size(), bands),
                texts.of(pairs.other().name()),
                rows,
                cells.signs(),
                pairs.api(year),
                "/" + texts.language() + pairs.page(year));
    }

    private List<Ranked> ranked(Pairs pairs) {
        Collator collator = texts.collator();
        Comparator<Ranked> byValue =
                Comparator.comparing(Ranked::value, Comparator.nullsFirst(Comparator.naturalOrder()));
        return pairs.figures().stream()
                .filter(figure -> pairs.year(figure).equals(year))
                .filter(figure -> pairs.other().codes().isLeaf(pairs.code(figure)))
                .map(figure -> new Ranked(figure, texts.of(pairs.code(figure).name())))
                .sorted(byValue.reversed().thenComparing(Ranked::name, collator::compare))
                .toList();
    }

    private String total(Pairs pairs, LinkedCells cells) {
        Optional<Code> whole = pairs.other().codes().total();
        return pairs.figures().stream()
                .filter(figure -> pairs.year(figure).equals(year))
                .filter(figure -> whole.filter(pairs.code(figure)::equals).isPresent())
                .map(figure -> cells.of(figure).shown())
                .map(figure ->
                        texts.say("flows.total", "n", figure.number() == null ? figure.words() : figure.number()))
                .findFirst()
                .orElse(null);
    }
}
