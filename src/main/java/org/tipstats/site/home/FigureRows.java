package org.tipstats.site.home;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.tipstats.site.frame.Mark;
import org.tipstats.site.frame.NumberTexts;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.ShownFigure;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.schema.CodeList;

/** Makes table rows of figures and collects the signs that the key of the page must explain. Not thread-safe. */
final class FigureRows {

    private final CodeList statuses;
    private final PageTexts texts;
    private final NumberTexts numbers;
    private final Map<String, String> signs = new LinkedHashMap<>();

    FigureRows(CodeList statuses, PageTexts texts, NumberTexts numbers) {
        this.statuses = statuses;
        this.texts = texts;
        this.numbers = numbers;
    }

    FigureRow of(AreaFigures figures) {
        Coverage coverage = figures.coverage();
        return new FigureRow(
                figures.area().id(),
                figures.area().name().inLanguage(texts.language()),
                shown(figures.count(), numbers::exact),
                bounds(figures.count(), coverage),
                reporting(coverage),
                covered(coverage),
                coverage == null ? null : coverage.population(),
                shown(figures.rate(), numbers::rounded));
    }

    /** Returns the meanings of all signs used so far, by sign. */
    Map<String, String> signs() {
        return signs;
    }

    private ShownFigure shown(Observation observation, Function<BigDecimal, String> format) {
        String number = observation == null || observation.value() == null ? null : format.apply(observation.value());
        return Mark.of(observation, statuses)
                .map(mark -> marked(number, mark))
                .orElseGet(() -> ShownFigure.plain(number));
    }

    private ShownFigure bounds(Observation count, Coverage coverage) {
        if (coverage == null || coverage.lower() == null || coverage.upper() == null) {
            boolean withoutValue = count == null || count.value() == null;
            return marked(null, withoutValue ? Mark.of(count, statuses).orElseThrow() : Mark.MISSING);
        }
        String lower = numbers.exact(coverage.lower());
        boolean exact = coverage.lower().compareTo(coverage.upper()) == 0;
        Map<String, Object> ends = Map.of("from", lower, "to", numbers.exact(coverage.upper()));
        return ShownFigure.plain(exact ? lower : texts.say("figures.range", ends));
    }

    private ShownFigure reporting(Coverage coverage) {
        if (coverage == null) {
            return marked(null, Mark.MISSING);
        }
        Map<String, Object> values =
                Map.of("n", numbers.whole(coverage.reporting()), "all", numbers.whole(coverage.areas()));
        return ShownFigure.plain(texts.say("figures.ofAll", values));
    }

    private ShownFigure covered(Coverage coverage) {
        return coverage == null || coverage.population() == null
                ? marked(null, Mark.MISSING)
                : ShownFigure.plain(texts.say("figures.percent", Map.of("n", numbers.exact(coverage.population()))));
    }

    private ShownFigure marked(String number, Mark mark) {
        ShownFigure figure = ShownFigure.marked(number, mark, texts);
        signs.put(figure.sign(), figure.words());
        return figure;
    }
}
