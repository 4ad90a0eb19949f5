package org.tipstats.site.area;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tipstats.site.drawing.Spot;
import org.tipstats.site.frame.Mark;
import org.tipstats.site.frame.NumberTexts;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.ShownFigure;
import org.tipstats.vocabulary.cube.Coverage;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Attribute;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Role;

/** Turns figures into cells of a table and spots of a chart, and remembers which signs need a key. */
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

    /** A count, with all its digits. */
    public ShownFigure count(Observation observation) {
        return cell(observation, value(observation) == null ? null : numbers.exact(observation.value()));
    }

    /** A rate, rounded. */
    public ShownFigure rate(Observation observation) {
        return cell(observation, value(observation) == null ? null : numbers.rounded(observation.value()));
    }

    private ShownFigure cell(Observation observation, String number) {
        Optional<Mark> mark = Mark.of(observation, statusCodes);
        mark.ifPresent(found -> signs.put(found.sign(), texts.say(found.textKey())));
        return mark.map(found -> ShownFigure.marked(number, found, texts)).orElseGet(() -> ShownFigure.plain(number));
    }

    /** A sentence or number that is no figure of its own; where it is missing, the sign for that. */
    public ShownFigure said(String text) {
        return text == null ? cell(null, null) : ShownFigure.plain(text);
    }

    /** The meaning of every sign made so far, by sign. */
    public Map<String, String> signs() {
        return signs;
    }

    /** What a chart shows of a figure. @param before the one of the year before; null for none */
    public Spot spot(Observation observation, Observation before) {
        if (value(observation) == null) {
            boolean hidden = observation != null && statuses.suppressed().equals(observation.status());
            return hidden ? Spot.HIDDEN : Spot.NONE;
        }
        Coverage coverage = observation.coverage();
        return new Spot(
                observation.value(),
                coverage == null ? null : coverage.lower(),
                coverage == null ? null : coverage.upper(),
                false,
                isApart(observation, before));
    }

    /** Not comparable by its status, or because other areas reported: a tenth more or less of them. */
    private boolean isApart(Observation observation, Observation before) {
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
