package org.tipstats.site.chapter;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.tipstats.site.chapter.Edition.LinkedFigure;
import org.tipstats.site.drawing.Axis;
import org.tipstats.site.drawing.BarChart;
import org.tipstats.site.drawing.Drawing;
import org.tipstats.site.frame.FigureSigns.Mark;
import org.tipstats.site.frame.FigureSigns.ShownFigure;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;

/** The parts of a total in one year and their shares, as a table, a chart and a sentence. */
public final class Shares {

    /**
     * One of the parts that make up a total.
     *
     * @param share the share of this part in the sum of all published parts; a sign if there is no share
     */
    public record Share(String name, LinkedFigure figure, ShownFigure share) {}

    private final AreaSubject subject;
    private final int year;
    private final Edition edition;
    private final FigureCells cells;

    private final PartShares shares;
    private final List<ChapterTable.Row> rows;

    public Shares(AreaSubject subject, int year, Edition edition) {
        this.subject = subject;
        this.year = year;
        this.edition = edition;
        this.cells = new FigureCells(subject.figures().dataflow(), edition.texts());
        this.shares = new PartShares(subject.table(), year);
        this.rows = shares.rows();
    }

    public String title() {
        return subject.title(edition.texts(), subject.table().years().get(year));
    }

    private Observation figure(ChapterTable.Row row) {
        return shares.figure(row);
    }

    public List<Share> lines() {
        List<Share> lines = rows.stream().map(this::line).toList();
        edition.meet(cells.signs());
        return lines;
    }

    private Share line(ChapterTable.Row row) {
        return new Share(
                name(row.code()),
                edition.linked(subject.figures(), figure(row), cells.count(figure(row))),
                cells.share(figure(row), shares.percent(row)));
    }

    private String name(Code code) {
        return subject.name(code, edition.texts());
    }

    /** Returns the share of a part in percent with one decimal; null if the part has no share. */
    private String share(ChapterTable.Row row) {
        return FigureCells.percent(shares.percent(row), edition.texts());
    }

    /**
     * Draws bars of the parts, each labelled with its number and its share, if it has one, or with the sign that
     * replaces the number.
     */
    public Drawing drawing() {
        ChapterDrawing colours = new ChapterDrawing(
                subject.topic(), subject.parts(), cells, edition.series(subject.figures()), edition.texts());
        List<BarChart.Group> groups = rows.stream()
                .map(row -> new BarChart.Group(
                        name(row.code()),
                        List.of(new BarChart.Bar(colours.colour(row.code()), cells.spot(figure(row)), label(row)))))
                .toList();
        BigDecimal largest = rows.stream()
                .map(this::figure)
                .filter(figure -> figure.value() != null)
                .map(ChapterDrawing::top)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ONE);
        Axis axis = Axis.reaching(largest, BigDecimal.ONE, edition.numbers()::exact);
        return new BarChart(title(), edition.texts().say("patterns.drawing"), axis, groups).draw(edition.width());
    }

    private String label(ChapterTable.Row row) {
        ShownFigure shown = cells.count(figure(row));
        String share = share(row);
        return shown.number() == null ? shown.sign() : share == null ? shown.number() : shown.number() + " · " + share;
    }

    /** Returns a figure as the label of a bar: the number with its sign, or the sign that replaces it. */
    public static String brief(ShownFigure shown) {
        if (shown.number() == null) {
            return shown.sign();
        }
        return shown.sign() == null ? shown.number() : shown.number() + " " + shown.sign();
    }

    /** Returns all parts in one sentence without shares, for parts that do not add up to a total. */
    public Passage counted() {
        Passage.Numbers numbers = new Passage.Numbers();
        String parts = edition.texts()
                .listed(rows.stream().map(row -> part(row, numbers)).toList());
        return numbers.in(edition.texts().say("patterns.counts", Map.of("what", title(), "parts", parts)));
    }

    private String part(ChapterTable.Row row, Passage.Numbers numbers) {
        String number = numbers.linked(said(cells.count(figure(row))), edition.address(subject.figures(), figure(row)));
        return edition.texts().say("patterns.part", "name", name(row.code()), "n", number);
    }

    /**
     * Returns a figure in words for a sentence: the number with its sign, or the reason why there is no number. Leaves
     * out the sign for few reporters, because the sentences say in words how many areas reported.
     */
    public static String said(ShownFigure shown) {
        if (shown.number() == null) {
            return shown.words();
        }
        return Mark.LOW_RELIABILITY.sign().equals(shown.sign()) ? shown.number() : brief(shown);
    }
}
