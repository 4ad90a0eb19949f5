package org.tipstats.site.flows;

import com.ibm.icu.text.Collator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tipstats.site.chapter.LinkedCells;
import org.tipstats.site.drawing.Axis;
import org.tipstats.site.drawing.BarChart;
import org.tipstats.site.drawing.ChartValue;
import org.tipstats.site.drawing.Drawing;
import org.tipstats.site.drawing.FlowChart;
import org.tipstats.site.flows.FlowsService.Part;
import org.tipstats.site.flows.FlowsService.Row;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;

/**
 * Makes a part of the page of flows: the chart and the table of one dataset for an area and a year. The largest value
 * comes first. Pairs of areas without a number come last, sorted by name.
 */
final class FlowParts {

    /** Largest number of pairs that are drawn one by one. A chart of bands has one more band for all other pairs. */
    static final int MAX_LINKS = 15;

    /** The figure of a pair of areas, with the name of the second area for sorting. */
    private record Ranked(Observation figure, String name) {

        BigDecimal value() {
            return figure.value();
        }
    }

    private final String area;
    private final String year;
    private final boolean bands;
    private final PageTexts texts;

    /**
     * Makes parts for an area and a year.
     *
     * @param bands true to draw bands, false to draw bars
     */
    FlowParts(String area, String year, boolean bands, PageTexts texts) {
        this.area = area;
        this.year = year;
        this.bands = bands;
        this.texts = texts;
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
        List<Ranked> shown = ranked.stream()
                .filter(one -> one.value() != null && one.value().signum() > 0)
                .toList();
        String caption = texts.say("flows." + id + ".caption", "area", area, "year", year);
        Drawing drawing = null;
        if (!shown.isEmpty()) {
            drawing = bands ? bands(caption, shown, hidden, towards) : bars(caption, shown);
        }
        return new Part(
                id,
                texts.say("flows." + id + ".heading"),
                caption,
                total(pairs, cells),
                drawing,
                drawing == null ? null : more(shown.size()),
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

    private String more(int shown) {
        if (shown <= MAX_LINKS) {
            return null;
        }
        Map<String, Object> words = Map.of(
                "n", texts.numbers().whole(MAX_LINKS), "all", texts.numbers().whole(shown));
        return texts.say(bands ? "flows.more.bands" : "flows.more", words);
    }

    private Drawing bars(String caption, List<Ranked> shown) {
        List<BarChart.Group> groups = shown.stream()
                .limit(MAX_LINKS)
                .map(one -> new BarChart.Group(
                        one.name(),
                        List.of(new BarChart.Bar(
                                "c1",
                                ChartValue.of(one.value()),
                                texts.numbers().exact(one.value())))))
                .toList();
        Axis axis = Axis.reaching(shown.get(0).value(), BigDecimal.ONE, texts.numbers()::exact);
        return new BarChart(caption, texts.say("flows.follows"), axis, groups).draw();
    }

    /**
     * Draws bands. If there are too many values, the last band is the sum of the values without a band of their own.
     * The sum contains no withheld values.
     */
    private Drawing bands(String caption, List<Ranked> shown, long hidden, boolean towards) {
        List<FlowChart.Band> drawn = new ArrayList<>();
        shown.stream()
                .limit(MAX_LINKS)
                .forEach(one -> drawn.add(new FlowChart.Band(
                        one.name(), "c1", one.value(), texts.numbers().exact(one.value()))));
        if (shown.size() > MAX_LINKS) {
            BigDecimal rest =
                    shown.stream().skip(MAX_LINKS).map(Ranked::value).reduce(BigDecimal.ZERO, BigDecimal::add);
            String name = texts.say("flows.others", "n", shown.size() - MAX_LINKS);
            drawn.add(new FlowChart.Band(name, "c6", rest, texts.numbers().exact(rest)));
        }
        String stub = hidden == 0 ? null : texts.say("flows.hidden", "n", hidden);
        return new FlowChart(caption, texts.say("flows.follows"), area, towards, drawn, stub).draw();
    }
}
