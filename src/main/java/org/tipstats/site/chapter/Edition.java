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
 * What all parts of a report or an answer share: the release, the language, number formats and links. Collects the signs
 * that the key must explain. Not thread-safe.
 */
public final class Edition {

    /**
     * A figure and the link to its page.
     *
     * @param address the link; null if there is no figure or the figure has no page
     */
    public record LinkedFigure(ShownFigure figure, String address) {}

    private final ReleaseReference release;
    private final PageTexts texts;
    private final SourceReference source;
    private final SeriesService series;
    private final int width;
    private final Map<String, String> signs = new LinkedHashMap<>();

    /** @param width the width of its charts, see {@link Drawing} */
    public Edition(ReleaseReference release, SeriesService series, int width, PageTexts texts) {
        this.release = release;
        this.width = width;
        this.texts = texts;
        this.series = series;
        this.source = new SourceReference(release, texts);
    }

    public ReleaseReference release() {
        return release;
    }

    public PageTexts texts() {
        return texts;
    }

    public NumberTexts numbers() {
        return texts.numbers();
    }

    public SourceReference source() {
        return source;
    }

    /** Returns the width of charts. */
    public int width() {
        return width;
    }

    /** Returns what makes the series of an area's figures. */
    public SeriesMaker series(FlowFigures figures) {
        return series.maker(release, figures.dataflow());
    }

    /** Adds signs to the key of the report. */
    public void meet(Map<String, String> more) {
        signs.putAll(more);
    }

    public Map<String, String> signs() {
        return signs;
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
