package org.tipstats.site.chapter;

import java.math.BigDecimal;
import java.util.List;
import org.tipstats.disseminate.series.SeriesMaker;
import org.tipstats.site.drawing.Axis;
import org.tipstats.site.drawing.BarChart;
import org.tipstats.site.drawing.Drawing;
import org.tipstats.site.frame.FigureSigns.ShownFigure;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.Observation;

/** Draws the parts of a total in one year as bars, each with its number and its share. */
public final class ShareBars {

    private final AreaSubject subject;
    private final PartShares shares;
    private final FigureCells cells;
    private final PageTexts texts;
    private final ChapterDrawing colours;

    public ShareBars(AreaSubject subject, PartShares shares, FigureCells cells, SeriesMaker series, PageTexts texts) {
        this.subject = subject;
        this.shares = shares;
        this.cells = cells;
        this.texts = texts;
        this.colours = new ChapterDrawing(subject.topic(), subject.parts(), cells, series, texts);
    }

    public Drawing draw(String title) {
        List<BarChart.Group> groups = shares.rows().stream()
                .map(row -> new BarChart.Group(
                        subject.name(row.code(), texts),
                        List.of(new BarChart.Bar(
                                colours.colour(row.code()), cells.spot(shares.figure(row)), label(row)))))
                .toList();
        BigDecimal largest = shares.rows().stream()
                .map(shares::figure)
                .filter(figure -> figure.value() != null)
                .map(ChapterDrawing::top)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ONE);
        Axis axis = Axis.reaching(largest, BigDecimal.ONE, texts.numbers()::exact);
        return new BarChart(title, texts.say("patterns.drawing"), axis, groups).draw();
    }

    private String label(ChapterTable.Row row) {
        Observation figure = shares.figure(row);
        ShownFigure shown = cells.count(figure);
        String share = FigureCells.percent(shares.percent(row), texts);
        return shown.number() == null ? shown.sign() : share == null ? shown.number() : shown.number() + " · " + share;
    }
}
