package org.tipstats.site.chapter;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.tipstats.disseminate.series.SeriesPoint;
import org.tipstats.disseminate.series.SeriesPoint.Break;
import org.tipstats.site.frame.FigureSigns;
import org.tipstats.site.frame.FigureSigns.ShownFigure;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.DataStructure;

/**
 * Makes table cells with links to the pages of their figures, and collects the signs that the page must explain. Not
 * thread-safe.
 */
public final class LinkedCells {

    /**
     * A table cell with a link to the page of its figure.
     *
     * @param figure null if there is no figure
     * @param address the link to the figure's page; null if there is no figure, or if the figure has no page
     * @param gap the word of the API for the reason why the value is not comparable with the previous year; null if it
     *     is comparable, or if there is no value
     * @param reporting the number of reporting areas, for example "1 of 248"; null for a single area, or if there is no
     *     value
     * @param covered the population share of the reporting areas; null if it is unknown, for a single area, or if there
     *     is no value
     * @param hollow true if the reporting areas have only a small share of the people of the group
     */
    public record LinkedCell(
            Observation figure,
            ShownFigure shown,
            String address,
            String gap,
            String reporting,
            String covered,
            boolean hollow) {

        /** Returns the value as the API writes it; null if it is not shown. */
        public String value() {
            return hasValue(figure) ? figure.value().toPlainString() : null;
        }

        /** Returns the lower bound as the API writes it; null if the value has no range. */
        public String lower() {
            return isRange(figure) ? figure.coverage().lower().toPlainString() : null;
        }

        /** Returns the upper bound as the API writes it; null if the value has no range. */
        public String upper() {
            return isRange(figure) ? figure.coverage().upper().toPlainString() : null;
        }
    }

    private final PageTexts texts;
    private final LongFunction<String> address;
    private final Statuses statuses;
    private final FigureSigns signs;
    private final Function<BigDecimal, String> written;

    /**
     * Makes cells of one dataflow, with all decimals.
     *
     * @param address a function that returns the link to a figure's page from the figure's key
     */
    public LinkedCells(DataStructure structure, LongFunction<String> address, PageTexts texts) {
        this(structure, address, texts, texts.numbers()::exact);
    }

    private LinkedCells(
            DataStructure structure,
            LongFunction<String> address,
            PageTexts texts,
            Function<BigDecimal, String> written) {
        this.written = written;
        this.texts = texts;
        this.address = address;
        this.signs = new FigureSigns(structure, texts);
        this.statuses = new Statuses(structure);
    }

    /** Makes cells of rates, which show two decimals, or more if the rate would otherwise become zero. */
    public static LinkedCells ofRates(DataStructure structure, LongFunction<String> address, PageTexts texts) {
        return new LinkedCells(structure, address, texts, texts.numbers()::rounded);
    }

    /** Makes the cell of a figure. If the figure is null, the cell has the sign for a missing value. */
    public LinkedCell of(Observation figure) {
        boolean broken = hasValue(figure) && statuses.notComparable(figure.status());
        return cell(figure, broken ? Break.DEFINITION : null, false);
    }

    public LinkedCell of(SeriesPoint point) {
        return cell(
                point.figure(),
                hasValue(point.figure()) ? point.gap() : null,
                hasValue(point.figure()) && point.hollow());
    }

    private LinkedCell cell(Observation figure, Break gap, boolean hollow) {
        Coverage coverage = hasValue(figure) ? figure.coverage() : null;
        return new LinkedCell(
                figure,
                signs.of(figure, hasValue(figure) ? written.apply(figure.value()) : null),
                figure == null ? null : address.apply(figure.key()),
                gap == null ? null : gap.word(),
                FigureCells.reporting(coverage, texts),
                FigureCells.covered(coverage, texts),
                hollow);
    }

    /** Returns whether a figure, which must not be null, is withheld. */
    public boolean isHidden(Observation figure) {
        return statuses.suppressed().equals(figure.status());
    }

    /** Returns the meanings of all signs used so far, by sign. */
    public Map<String, String> signs() {
        return signs.signs();
    }

    public static boolean hasValue(Observation figure) {
        return figure != null && figure.value() != null;
    }

    /** Returns whether the figure has a value with two different bounds. */
    public static boolean isRange(Observation figure) {
        Coverage coverage = hasValue(figure) ? figure.coverage() : null;
        BigDecimal lower = coverage == null ? null : coverage.lower();
        return lower != null && coverage.upper() != null && lower.compareTo(coverage.upper()) != 0;
    }
}
