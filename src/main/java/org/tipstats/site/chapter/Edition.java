package org.tipstats.site.chapter;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tipstats.disseminate.series.SeriesMaker;
import org.tipstats.disseminate.series.SeriesService;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.drawing.Drawing;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.FigureSigns.ShownFigure;
import org.tipstats.site.frame.NumberTexts;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.Observation;

/**
 * The release, language, number formats and links that all parts of a report or an answer share. Collects the signs
 * that the report or the answer must explain. Not thread-safe.
 *
 * @param width the width of the charts, see {@link Drawing}
 * @param signs the signs so far, with their meanings
 */
public record Edition(
        ReleaseReference release, SeriesService series, int width, PageTexts texts, Map<String, String> signs) {

    /**
     * A figure and the link to its page.
     *
     * @param address the link; null if there is no figure or the figure has no page
     */
    public record LinkedFigure(ShownFigure figure, String address) {}

    public Edition(ReleaseReference release, SeriesService series, int width, PageTexts texts) {
        this(release, series, width, texts, new LinkedHashMap<>());
    }

    public NumberTexts numbers() {
        return texts.numbers();
    }

    public SourceReference source() {
        return new SourceReference(release, texts);
    }

    /** Returns the maker of the series of an area's figures. */
    public SeriesMaker series(FlowFigures figures) {
        return series.maker(release, figures.dataflow());
    }

    /** Adds signs that the report or the answer must explain. */
    public void meet(Map<String, String> more) {
        signs.putAll(more);
    }

    /**
     * Returns a figure with the link to its page.
     *
     * @param figure the figure; null if there is none
     */
    public LinkedFigure linked(FlowFigures figures, Observation figure, ShownFigure shown) {
        return new LinkedFigure(shown, address(figures, figure));
    }

    /** Returns the link to a figure's page in this release; null if the figure is null. */
    public String address(FlowFigures figures, Observation figure) {
        if (figure == null) {
            return null;
        }
        return Addresses.figure(texts, figures.dataflow().id(), figures.key(figure), release.id());
    }
}
