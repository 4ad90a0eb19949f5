package org.tipstats.site.chapter;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tipstats.site.drawing.ChartValue;
import org.tipstats.site.frame.Mark;
import org.tipstats.site.frame.NumberTexts;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.ShownFigure;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Role;

/** Makes table cells and chart points of figures, and collects the signs that the key must explain. Not thread-safe. */
public final class FigureCells {

    private final CodeList statusCodes;
    private final Statuses statuses;
    private final PageTexts texts;
    private final NumberTexts numbers;
    private final Map<String, String> signs = new LinkedHashMap<>();

    public FigureCells(Dataflow dataflow, PageTexts texts) {
        this.statusCodes = dataflow.structure()
                .attribute(Role.STATUS)
                .map(Attribute::codes)
                .orElseThrow();
        this.statuses = new Statuses(dataflow.structure());
        this.texts = texts;
        this.numbers = new NumberTexts(texts);
    }

    /** Returns the cell of a count, with all its digits. */
    public ShownFigure count(Observation observation) {
        return cell(observation, value(observation) == null ? null : numbers.exact(observation.value()));
    }

    /** Returns the cell of a rate, rounded. */
    public ShownFigure rate(Observation observation) {
        return cell(observation, value(observation) == null ? null : numbers.rounded(observation.value()));
    }

    private ShownFigure cell(Observation observation, String number) {
        Optional<Mark> mark = Mark.of(observation, statusCodes);
        mark.ifPresent(found -> signs.put(found.sign(), texts.say(found.textKey())));
        return mark.map(found -> ShownFigure.marked(number, found, texts)).orElseGet(() -> ShownFigure.plain(number));
    }

    /** Returns a cell with a text; with the sign for a missing value if the text is null. */
    public ShownFigure said(String text) {
        return text == null ? cell(null, null) : ShownFigure.plain(text);
    }

    /** Returns the meanings of all signs used so far, by sign. */
    public Map<String, String> signs() {
        return signs;
    }

    /**
     * Returns the chart point of a figure.
     *
     * @param before the figure of the year before; null if there is none
     */
    public ChartValue spot(Observation observation, Observation before) {
        if (value(observation) == null) {
            boolean hidden = observation != null && statuses.suppressed().equals(observation.status());
            return hidden ? ChartValue.HIDDEN : ChartValue.NONE;
        }
        Coverage coverage = observation.coverage();
        return new ChartValue(
                observation.value(),
                coverage == null ? null : coverage.lower(),
                coverage == null ? null : coverage.upper(),
                false,
                isBreak(observation, before));
    }

    /**
     * Checks if a figure is not comparable with that of the year before: its status says so, or the number of reporting
     * areas changed by more than a tenth.
     */
    private boolean isBreak(Observation observation, Observation before) {
        if (statuses.notComparable(observation.status())) {
            return true;
        }
        if (before == null || before.coverage() == null || observation.coverage() == null) {
            return false;
        }
        int then = before.coverage().reporting();
        return Math.abs(observation.coverage().reporting() - then) * 10 > then;
    }

    private static BigDecimal value(Observation observation) {
        return observation == null ? null : observation.value();
    }
}
