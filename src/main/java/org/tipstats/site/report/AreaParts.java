package org.tipstats.site.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tipstats.site.chapter.AreaSubject;
import org.tipstats.site.chapter.ChapterDrawing;
import org.tipstats.site.chapter.Edition;
import org.tipstats.site.chapter.FigureCells;
import org.tipstats.site.chapter.Passage;
import org.tipstats.site.chapter.Shares;
import org.tipstats.site.drawing.Drawing;
import org.tipstats.site.frame.FigureSigns.Mark;
import org.tipstats.site.topics.Findings;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.schema.Code;

/** Makes the part of the report on the world, a region or another group: sentences and charts of its figures. */
record AreaParts(Edition edition, Findings findings) {

    /**
     * Makes the part on one area.
     *
     * @param subjects the subjects of the area; at least one
     */
    PatternsPage.Part of(Code area, List<AreaSubject> subjects) {
        return new PatternsPage.Part(
                area,
                area.isAreaGroup("WORLD")
                        ? victims(subjects).flatMap(findings::total).stream().toList()
                        : findings(subjects),
                victims(subjects).flatMap(this::caution).orElse(null),
                subjects.stream()
                        .flatMap(subject -> (subject.isShared() ? shares(subject) : overTime(subject)).stream())
                        .toList(),
                edition.source().of(area));
    }

    /** Returns the findings on an area: its total, its shares and how they changed, and the stages of proceedings. */
    List<Passage> findings(List<AreaSubject> subjects) {
        List<Passage> said = new ArrayList<>();
        victims(subjects).flatMap(findings::total).ifPresent(said::add);
        for (AreaSubject subject : subjects) {
            if (subject.isShared()) {
                said.addAll(findings.main(subject));
            } else if (!subject.isTotal()) {
                findings.counts(subject).ifPresent(said::add);
            }
        }
        return said;
    }

    /** Returns the subject on all victims; empty if there is none. */
    static Optional<AreaSubject> victims(List<AreaSubject> subjects) {
        return subjects.stream().filter(AreaSubject::isTotal).findFirst();
    }

    private Optional<String> caution(AreaSubject victims) {
        return latest(victims)
                .map(figure -> new FigureCells(victims.figures().dataflow(), edition.texts()).count(figure))
                .filter(shown -> Mark.LOW_RELIABILITY.sign().equals(shown.sign()))
                .map(shown -> edition.texts().say("patterns.low", "sign", shown.sign()));
    }

    static Optional<Observation> latest(AreaSubject victims) {
        return victims.table()
                .latest()
                .map(year -> victims.table()
                        .all()
                        .findFirst()
                        .orElseThrow()
                        .figures()
                        .get(year));
    }

    static String year(AreaSubject subject) {
        return subject.table().years().get(subject.table().latest().orElseThrow());
    }

    private Optional<PatternsPage.Chart> overTime(AreaSubject subject) {
        FigureCells cells = new FigureCells(subject.figures().dataflow(), edition.texts());
        ChapterDrawing drawing = new ChapterDrawing(
                subject.topic(), subject.parts(), cells, edition.series(subject.figures()), edition.texts());
        String caption = subject.caption(edition.texts());
        Drawing drawn = drawing.of(subject.table(), caption, edition.width());
        return Optional.ofNullable(drawn)
                .map(shown -> new PatternsPage.Chart(
                        subject.chartId(),
                        subject.heading(edition.texts()),
                        shown,
                        drawing.legend(subject.table()),
                        drawing.notes(subject.table()),
                        List.of(),
                        edition.texts().say(subject.isTotal() ? "figures.reading" : "patterns.stages"),
                        subject.tableId(),
                        caption));
    }

    private Optional<PatternsPage.Chart> shares(AreaSubject subject) {
        return subject.table()
                .latestOfParts()
                .map(year -> new Shares(subject, year, edition))
                .map(shares -> new PatternsPage.Chart(
                        subject.chartId(),
                        subject.heading(edition.texts()),
                        shares.drawing(),
                        List.of(),
                        List.of(),
                        shares.lines(),
                        subject.id().equals(AreaSubject.FLOW) ? edition.texts().say("patterns.flows") : null,
                        subject.tableId(),
                        shares.title()));
    }

    /**
     * Returns the row of an area in the overview: the table of the main figures of the world, its regions and the
     * groups.
     */
    PatternsPage.Overview overview(Code area, AreaSubject victims) {
        FigureCells cells = new FigureCells(victims.figures().dataflow(), edition.texts());
        Observation figure = latest(victims).orElse(null);
        Observation rate = figure == null ? null : victims.figures().rate(year(victims));
        Coverage coverage = figure == null ? null : figure.coverage();
        PatternsPage.Overview line = new PatternsPage.Overview(
                area,
                figure == null ? null : year(victims),
                edition.linked(victims.figures(), figure, cells.count(figure)),
                cells.said(cells.range(coverage)),
                cells.said(cells.reporting(coverage)),
                cells.said(cells.covered(coverage)),
                edition.linked(victims.figures(), rate, cells.rate(rate)));
        edition.meet(cells.signs());
        return line;
    }
}
