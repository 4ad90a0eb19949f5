package org.tipstats.site.report;

import java.util.List;
import java.util.Map;
import org.tipstats.site.chapter.AreaSubject;
import org.tipstats.site.chapter.ChapterTable;
import org.tipstats.site.chapter.FigureCells;
import org.tipstats.site.chapter.PartShares;
import org.tipstats.site.chapter.Passage;
import org.tipstats.site.chapter.ShareBars;
import org.tipstats.site.drawing.Drawing;
import org.tipstats.site.frame.FigureSigns.Mark;
import org.tipstats.site.frame.FigureSigns.ShownFigure;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;

/** The parts of a total in one year and their shares, as a table, a chart and a sentence. */
final class Shares {

    private final AreaSubject subject;
    private final int year;
    private final Edition edition;
    private final FigureCells cells;

    private final PartShares shares;
    private final List<ChapterTable.Row> rows;

    Shares(AreaSubject subject, int year, Edition edition) {
        this.subject = subject;
        this.year = year;
        this.edition = edition;
        this.cells = new FigureCells(subject.figures().dataflow(), edition.texts());
        this.shares = new PartShares(subject.table(), year);
        this.rows = shares.rows();
    }

    String title() {
        return subject.title(edition.texts(), subject.table().years().get(year));
    }

    private Observation figure(ChapterTable.Row row) {
        return shares.figure(row);
    }

    List<PatternsPage.Share> lines() {
        List<PatternsPage.Share> lines = rows.stream()
                .map(row -> {
                    ShownFigure shown = cells.count(figure(row));
                    String share = share(row);
                    return new PatternsPage.Share(
                            name(row.code()),
                            edition.linked(subject.figures(), figure(row), shown),
                            share != null
                                    ? ShownFigure.plain(share)
                                    : shown.number() == null
                                            ? shown
                                            : ShownFigure.marked(null, Mark.NOT_APPLICABLE, edition.texts()));
                })
                .toList();
        edition.meet(cells.signs());
        return lines;
    }

    private String name(Code code) {
        return subject.name(code, edition.texts());
    }

    /** Returns the share of a part in percent with one decimal; null if the part has no share. */
    private String share(ChapterTable.Row row) {
        return FigureCells.percent(shares.percent(row), edition.texts());
    }

    /** Draws bars of the parts, each labelled with its number and share. */
    Drawing drawing() {
        return new ShareBars(subject, shares, cells, edition.series(subject.figures()), edition.texts()).draw(title());
    }

    /** Returns all parts and their shares in one sentence. */
    Passage sentence() {
        return said("patterns.shares", true);
    }

    /** Returns all parts in one sentence without shares, for parts that do not add up to a total. */
    Passage counted() {
        return said("patterns.counts", false);
    }

    private Passage said(String key, boolean shares) {
        Passage.Numbers numbers = new Passage.Numbers();
        String parts = rows.stream()
                .map(row -> part(row, shares ? share(row) : null, numbers))
                .reduce((first, second) -> edition.texts().say("patterns.pair", "first", first, "second", second))
                .orElse("");
        return numbers.in(edition.texts().say(key, Map.of("what", title(), "parts", parts)));
    }

    private String part(ChapterTable.Row row, String share, Passage.Numbers numbers) {
        ShownFigure shown = cells.count(figure(row));
        String number = numbers.linked(said(shown), edition.address(subject.figures(), figure(row)));
        return share == null
                ? edition.texts().say("patterns.part", "name", name(row.code()), "n", number)
                : edition.texts()
                        .say("patterns.part.share", Map.of("name", name(row.code()), "n", number, "share", share));
    }

    /** Returns a figure in words for a sentence: the number with its sign, or the reason why there is no number. */
    static String said(ShownFigure shown) {
        if (shown.number() == null) {
            return shown.words();
        }
        return shown.sign() == null ? shown.number() : shown.number() + " " + shown.sign();
    }
}
