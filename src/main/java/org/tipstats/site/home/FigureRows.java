package org.tipstats.site.home;

import java.math.BigDecimal;
import java.util.Map;
import org.tipstats.site.chapter.FigureCells;
import org.tipstats.site.frame.FigureSigns.ShownFigure;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.home.HeadlineFinder.AreaFigures;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;

/** Makes table rows of figures. Collects the signs that the key of the page must explain. Not thread-safe. */
record FigureRows(FigureCells cells, PageTexts texts) {

    /**
     * A row of the table of regions.
     *
     * @param bounds the lowest and the highest possible value
     * @param reporting the number of areas with a value, and the number of all areas
     * @param covered the share of the population that lives in areas with a value
     * @param share the share in {@code covered} as a number from 0 to 100; null if unknown
     */
    record FigureRow(
            String name,
            ShownFigure value,
            ShownFigure bounds,
            ShownFigure reporting,
            ShownFigure covered,
            BigDecimal share,
            ShownFigure rate) {}

    FigureRow of(AreaFigures figures) {
        Coverage coverage = figures.coverage();
        return new FigureRow(
                texts.of(figures.area().name()),
                cells.count(figures.count()),
                bounds(figures.count(), coverage),
                cells.said(cells.reporting(coverage)),
                cells.said(cells.covered(coverage)),
                coverage == null ? null : coverage.population(),
                cells.rate(figures.rate()));
    }

    /** Returns the meanings of all signs used so far, by sign. */
    Map<String, String> signs() {
        return cells.signs();
    }

    private ShownFigure bounds(Observation count, Coverage coverage) {
        String range = cells.range(coverage);
        return range == null && count != null && count.value() == null ? cells.count(count) : cells.said(range);
    }
}
