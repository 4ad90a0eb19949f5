package org.tipstats.site.topics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tipstats.disseminate.series.ConstantPanel;
import org.tipstats.disseminate.series.SeriesShares;
import org.tipstats.site.chapter.AreaSubject;
import org.tipstats.site.chapter.ChapterTable.Row;
import org.tipstats.site.chapter.Edition;
import org.tipstats.site.chapter.FigureCells;
import org.tipstats.site.chapter.Passage;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Dataflow;

/** Says how the share of a part in the total changed, if the figures of both years are comparable. */
final class ShareChange {

    /**
     * The largest number of years that a change spans. A change compares a year with the earliest comparable year
     * within this span.
     */
    private static final int YEARS_BACK = 5;

    private final Edition edition;
    private final BiFunction<Dataflow, List<Observation>, ConstantPanel> panels;
    private final PageTexts texts;

    ShareChange(Edition edition, BiFunction<Dataflow, List<Observation>, ConstantPanel> panels) {
        this.edition = edition;
        this.panels = panels;
        this.texts = edition.texts();
    }

    /** Returns how the share of a part in the total changed; empty if no earlier year is comparable. */
    Optional<Passage> of(AreaSubject subject, Row row, int year) {
        Row total = subject.table().total();
        return IntStream.range(Math.max(0, year - YEARS_BACK), year)
                .boxed()
                .flatMap(from -> pair(subject, row, total, from, year).stream())
                .findFirst();
    }

    private Optional<Passage> pair(AreaSubject subject, Row row, Row total, int from, int to) {
        if (total == null
                || Stream.of(row, total).anyMatch(each -> each.value(from) == null || each.value(to) == null)) {
            return Optional.empty();
        }
        List<Observation> chosen = List.of(
                row.figures().get(from),
                total.figures().get(from),
                row.figures().get(to),
                total.figures().get(to));
        if (!subject.figures().area().isAreaGroup()) {
            return isComparable(subject, List.of(row, total), from, to)
                    ? changed("finding.change.own", subject, row, chosen, null, from, to)
                    : Optional.empty();
        }
        ConstantPanel panel = panels.apply(subject.figures().dataflow(), chosen);
        List<Observation> sums = chosen.stream()
                .flatMap(figure -> panel.figures().find(figure.key()).stream())
                .filter(found -> found.value() != null)
                .toList();
        return panel.areas().size() < 2 || panel.population() == null || sums.size() < chosen.size()
                ? Optional.empty()
                : changed("finding.change.panel", subject, row, sums, panel, from, to);
    }

    private static boolean isComparable(AreaSubject subject, List<Row> rows, int from, int to) {
        Statuses statuses = new Statuses(subject.figures().dataflow().structure());
        return rows.stream()
                .flatMap(row -> row.figures().subList(from + 1, to + 1).stream())
                .noneMatch(figure -> figure != null && statuses.notComparable(figure.status()));
    }

    /**
     * @param figures four figures: the part and the total in the earlier year, then the part and the total in the later
     *     year
     */
    private Optional<Passage> changed(
            String key,
            AreaSubject subject,
            Row row,
            List<Observation> figures,
            ConstantPanel panel,
            int from,
            int to) {
        if (!isPart(figures.get(0), figures.get(1)) || !isPart(figures.get(2), figures.get(3))) {
            return Optional.empty();
        }
        Passage.Numbers numbers = new Passage.Numbers();
        Map<String, Object> values = Findings.placed(subject, to, texts);
        values.put("from", subject.table().years().get(from));
        values.put("name", texts.of(row.code().name()));
        String page = panel == null ? null : page(subject, row, from, to);
        List<String> names = List.of("n0", "base0", "n", "base");
        for (int i = 0; i < names.size(); i++) {
            String link = page == null ? edition.address(subject.figures(), figures.get(i)) : page;
            values.put(
                    names.get(i),
                    numbers.linked(edition.numbers().exact(figures.get(i).value()), link));
        }
        values.put("share0", percent(figures.get(0), figures.get(1)));
        values.put("share", percent(figures.get(2), figures.get(3)));
        if (panel != null) {
            values.put("reporting", panel.areas().size());
            values.put("covered", edition.numbers().exact(panel.population()));
        }
        return Optional.of(numbers.in(texts.say(key, values)));
    }

    /**
     * Returns whether the total is above zero and the part is at most as large as the total. A part may be larger if
     * the two figures come from different sources.
     */
    private static boolean isPart(Observation part, Observation total) {
        return total.value().signum() > 0 && part.value().compareTo(total.value()) <= 0;
    }

    private String page(AreaSubject subject, Row row, int from, int to) {
        List<String> years = subject.table().years();
        return edition.source()
                .panel(
                        subject.figures(),
                        subject.breakdown(),
                        row.code().id(),
                        List.of(years.get(from), years.get(to)));
    }

    private String percent(Observation part, Observation whole) {
        return FigureCells.percent(SeriesShares.percent(part.value(), whole.value()), texts);
    }
}
