package org.tipstats.site.chapter;

import java.math.BigDecimal;
import java.util.Map;
import org.tipstats.site.drawing.ChartValue;
import org.tipstats.site.frame.FigureSigns;
import org.tipstats.site.frame.FigureSigns.Mark;
import org.tipstats.site.frame.FigureSigns.ShownFigure;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Dataflow;

/** Makes table cells and chart points from figures. Collects the signs that the page must explain. Not thread-safe. */
public final class FigureCells {

    private final Dataflow dataflow;
    private final Statuses statuses;
    private final FigureSigns signs;
    private final PageTexts texts;

    public FigureCells(Dataflow dataflow, PageTexts texts) {
        this.dataflow = dataflow;
        this.statuses = new Statuses(dataflow.structure());
        this.signs = FigureSigns.marksOnly(dataflow.structure(), texts);
        this.texts = texts;
    }

    /** Returns the cell of a count, with all its digits. */
    public ShownFigure count(Observation observation) {
        return signs.of(
                observation, value(observation) == null ? null : texts.numbers().exact(observation.value()));
    }

    /** Returns the cell of a rate, rounded. */
    public ShownFigure rate(Observation observation) {
        return signs.of(
                observation, value(observation) == null ? null : texts.numbers().rounded(observation.value()));
    }

    /**
     * Returns the cell of a share: the percentage, the sign that replaces the figure, or the sign for a figure whose
     * share is not shown.
     *
     * @param percent null if the figure has no share
     */
    public ShownFigure share(Observation observation, BigDecimal percent) {
        if (percent != null) {
            return ShownFigure.plain(percent(percent, texts));
        }
        return value(observation) == null ? count(observation) : notApplicable();
    }

    /** Returns a cell with the sign for "not applicable". The page must then explain this sign. */
    public ShownFigure notApplicable() {
        return signs.marked(Mark.NOT_APPLICABLE);
    }

    /** Returns a cell with a text. If the text is null, the cell has the sign for a missing value. */
    public ShownFigure said(String text) {
        return text == null ? signs.of(null, null) : ShownFigure.plain(text);
    }

    /** Returns the meanings of all signs used so far, by sign. */
    public Map<String, String> signs() {
        return signs.signs();
    }

    /**
     * Returns the range from the lowest to the highest possible value; null if the range is unknown or withheld.
     *
     * @param coverage the coverage of the figure; null if the figure has no coverage
     */
    public String range(Coverage coverage) {
        if (coverage == null || coverage.lower() == null || coverage.upper() == null) {
            return null;
        }
        return range(texts.numbers().exact(coverage.lower()), texts.numbers().exact(coverage.upper()), texts);
    }

    /** Returns a range in words; a single number if both ends are equal. */
    public static String range(String from, String to, PageTexts texts) {
        return from.equals(to) ? from : texts.say("figures.range", "from", from, "to", to);
    }

    /**
     * Returns the number of reporting areas and the number of all areas, as one text; null without coverage.
     *
     * @param coverage the coverage of the figure; null if the figure has no coverage
     */
    public String reporting(Coverage coverage) {
        return reporting(coverage, texts);
    }

    static String reporting(Coverage coverage, PageTexts texts) {
        return coverage == null
                ? null
                : texts.say(
                        "figures.ofAll",
                        "n",
                        texts.numbers().whole(coverage.reporting()),
                        "all",
                        texts.numbers().whole(coverage.areas()));
    }

    /**
     * Returns the population share of the reporting areas; null if the share is unknown.
     *
     * @param coverage the coverage of the figure; null if the figure has no coverage
     */
    public String covered(Coverage coverage) {
        return covered(coverage, texts);
    }

    static String covered(Coverage coverage, PageTexts texts) {
        return coverage == null ? null : percent(coverage.population(), texts);
    }

    /** Returns a percentage as text; null if there is none. */
    public static String percent(BigDecimal percent, PageTexts texts) {
        return percent == null
                ? null
                : texts.say("figures.percent", "n", texts.numbers().exact(percent));
    }

    /**
     * Returns a sentence with the lowest possible value and the coverage; null if either is unknown.
     *
     * @param coverage the coverage of the figure; null if the figure has no coverage
     */
    public String sentence(String area, String year, Coverage coverage) {
        if (coverage == null || coverage.lower() == null || coverage.population() == null) {
            return null;
        }
        return texts.say(
                "figures.sentence",
                Map.of(
                        "area", area,
                        "year", year,
                        "least", texts.numbers().exact(coverage.lower()),
                        "reporting", coverage.reporting(),
                        "areas", coverage.areas(),
                        "share", texts.numbers().exact(coverage.population())));
    }

    /** Returns the unit of the rates in words, for example "per 100,000 people". */
    public String perPeople() {
        return dataflow.unit("RATE")
                .flatMap(unit -> unit.annotation("PER"))
                .map(per -> texts.say("figures.per", "n", texts.numbers().whole(Long.parseLong(per))))
                .orElseGet(() -> texts.say("figures.rate"));
    }

    /** Returns the chart point of a figure that is not part of a series. */
    public ChartValue spot(Observation figure) {
        return spot(figure, false, false);
    }

    /**
     * Returns the chart point of a figure in a series.
     *
     * @param apart true if the value is not comparable with the previous value of the series
     * @param hollow true if the reporting areas have only a small share of the people of the group
     */
    public ChartValue spot(Observation figure, boolean apart, boolean hollow) {
        if (value(figure) == null) {
            boolean hidden = figure != null && statuses.suppressed().equals(figure.status());
            return hidden ? ChartValue.HIDDEN : ChartValue.NONE;
        }
        Coverage coverage = figure.coverage();
        return new ChartValue(
                figure.value(),
                coverage == null ? null : coverage.lower(),
                coverage == null ? null : coverage.upper(),
                false,
                apart,
                hollow);
    }

    private static BigDecimal value(Observation observation) {
        return observation == null ? null : observation.value();
    }
}
