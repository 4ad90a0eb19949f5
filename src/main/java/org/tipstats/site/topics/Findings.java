package org.tipstats.site.topics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tipstats.disseminate.series.ConstantPanel;
import org.tipstats.site.chapter.AreaSubject;
import org.tipstats.site.chapter.ChapterTable;
import org.tipstats.site.chapter.ChapterTable.Row;
import org.tipstats.site.chapter.Edition;
import org.tipstats.site.chapter.FigureCells;
import org.tipstats.site.chapter.PartShares;
import org.tipstats.site.chapter.Passage;
import org.tipstats.site.chapter.Shares;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Says in sentences what figures show. Each sentence is a text with blanks that published figures fill. A share always
 * comes with its number and its base. A change is only said of figures that are comparable.
 */
public final class Findings {

    /** A change is measured against a year so many years before, or the nearest year after it. */
    private static final int YEARS_BACK = 5;

    /** So many countries are named as the largest. */
    private static final int NAMED = 3;

    private final Edition edition;
    private final BiFunction<Dataflow, List<Observation>, ConstantPanel> panels;
    private final PageTexts texts;

    /** @param panels computes figures of groups over the areas that have all of them */
    public Findings(Edition edition, BiFunction<Dataflow, List<Observation>, ConstantPanel> panels) {
        this.edition = edition;
        this.panels = panels;
        this.texts = edition.texts();
    }

    /** Returns the total in the representative year, with its range and its coverage; empty if it has no number. */
    public Optional<Passage> total(AreaSubject victims) {
        return victims.table().latest().map(year -> {
            Observation figure =
                    victims.table().all().findFirst().orElseThrow().figures().get(year);
            Passage.Numbers numbers = new Passage.Numbers();
            Map<String, Object> values = placed(victims, year);
            FigureCells cells = new FigureCells(victims.figures().dataflow(), texts);
            values.put(
                    "n", numbers.linked(Shares.said(cells.count(figure)), edition.address(victims.figures(), figure)));
            Coverage coverage = figure.coverage();
            if (coverage == null || coverage.upper() == null || coverage.population() == null) {
                return numbers.in(texts.say("patterns.total", values));
            }
            values.put("most", edition.numbers().exact(coverage.upper()));
            values.put("reporting", edition.numbers().whole(coverage.reporting()));
            values.put("areas", edition.numbers().whole(coverage.areas()));
            values.put("share", edition.numbers().exact(coverage.population()));
            boolean bounded = coverage.upper().compareTo(figure.value()) != 0;
            return numbers.in(texts.say(bounded ? "patterns.total.bounded" : "patterns.total.exact", values));
        });
    }

    /**
     * Returns the share of a part in the newest year that has one, and how it changed. If the part has no share in any
     * year, says whether its figure is withheld or not reported.
     */
    public List<Passage> share(AreaSubject subject, Code part) {
        ChapterTable table = subject.table();
        Row row = table.rows().stream()
                .filter(each -> part.equals(each.code()))
                .findFirst()
                .orElse(null);
        Optional<Integer> year = row == null ? Optional.empty() : yearOf(table, row);
        if (year.isEmpty()) {
            return List.of(absent(subject, part, row));
        }
        PartShares shares = new PartShares(table, year.get());
        Passage.Numbers numbers = new Passage.Numbers();
        Map<String, Object> values = placed(subject, year.get());
        values.put("name", texts.of(part.name()));
        values.put("share", FigureCells.percent(shares.percent(row), texts));
        values.put(
                "n",
                numbers.linked(exact(row.value(year.get())), edition.address(subject.figures(), shares.figure(row))));
        values.put("base", exact(shares.base()));
        String own = "finding.share." + subject.breakdown().id() + "." + part.id();
        Passage now = numbers.in(texts.say(texts.has(own) ? own : "finding.share", values));
        return Stream.concat(Stream.of(now), change(subject, row, year.get()).stream())
                .toList();
    }

    /** Returns the year for the share of a part: that of the other parts, or else the newest year with a share. */
    private static Optional<Integer> yearOf(ChapterTable table, Row row) {
        return table.latestOfParts()
                .filter(year -> new PartShares(table, year).percent(row) != null)
                .or(() -> IntStream.iterate(table.years().size() - 1, year -> year >= 0, year -> year - 1)
                        .filter(year -> new PartShares(table, year).percent(row) != null)
                        .boxed()
                        .findFirst());
    }

    private Passage absent(AreaSubject subject, Code part, Row row) {
        boolean hidden = row != null && row.figures().stream().anyMatch(figure -> isHidden(subject, figure));
        Map<String, Object> values = new HashMap<>();
        values.put("area", texts.of(subject.figures().area().name()));
        values.put("name", texts.of(part.name()));
        return new Passage.Numbers().in(texts.say(hidden ? "finding.withheld" : "finding.absent", values));
    }

    private static boolean isHidden(AreaSubject subject, Observation figure) {
        Statuses statuses = new Statuses(subject.figures().dataflow().structure());
        return figure != null && figure.value() == null && statuses.suppressed().equals(figure.status());
    }

    /** Returns how the share of a part in the total changed; empty if no earlier year is comparable. */
    private Optional<Passage> change(AreaSubject subject, Row row, int year) {
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
                    ? changed("finding.change.own", subject, chosen, null, from, to)
                    : Optional.empty();
        }
        ConstantPanel panel = panels.apply(subject.figures().dataflow(), chosen);
        List<Observation> sums =
                chosen.stream().flatMap(figure -> sum(panel.figures(), figure)).toList();
        return panel.areas().size() < 2 || panel.population() == null || sums.size() < chosen.size()
                ? Optional.empty()
                : changed("finding.change.panel", subject, sums, panel, from, to);
    }

    private static Stream<Observation> sum(Cube sums, Observation figure) {
        return sums.find(figure.key()).filter(found -> found.value() != null).stream();
    }

    private static boolean isComparable(AreaSubject subject, List<Row> rows, int from, int to) {
        Statuses statuses = new Statuses(subject.figures().dataflow().structure());
        return rows.stream()
                .flatMap(row -> row.figures().subList(from + 1, to + 1).stream())
                .noneMatch(figure -> figure != null && statuses.notComparable(figure.status()));
    }

    /** @param figures the part and the total of the earlier year, then of the later year */
    private Optional<Passage> changed(
            String key, AreaSubject subject, List<Observation> figures, ConstantPanel panel, int from, int to) {
        if (!isPart(figures.get(0), figures.get(1)) || !isPart(figures.get(2), figures.get(3))) {
            return Optional.empty();
        }
        Passage.Numbers numbers = new Passage.Numbers();
        Map<String, Object> values = placed(subject, to);
        values.put("from", subject.table().years().get(from));
        String page = panel == null ? null : page(subject, figures, from, to);
        List<String> names = List.of("n0", "base0", "n", "base");
        for (int i = 0; i < names.size(); i++) {
            String link = page == null ? edition.address(subject.figures(), figures.get(i)) : page;
            values.put(names.get(i), numbers.linked(exact(figures.get(i).value()), link));
        }
        values.put("share0", percent(figures.get(0), figures.get(1)));
        values.put("share", percent(figures.get(2), figures.get(3)));
        if (panel != null) {
            values.put("reporting", panel.areas().size());
            values.put("covered", exact(panel.population()));
        }
        return Optional.of(numbers.in(texts.say(key, values)));
    }

    /** Checks that a part fits its total. Parts and totals of different sources may not. */
    private static boolean isPart(Observation part, Observation total) {
        return total.value().signum() > 0 && part.value().compareTo(total.value()) <= 0;
    }

    private String page(AreaSubject subject, List<Observation> figures, int from, int to) {
        String key = subject.figures().key(figures.get(0));
        String part = key.split("\\.")[subject.breakdown().position()];
        List<String> years = subject.table().years();
        return edition.source()
                .panel(subject.figures(), subject.breakdown(), part, List.of(years.get(from), years.get(to)));
    }

    private String percent(Observation part, Observation whole) {
        return FigureCells.percent(PartShares.percent(part.value(), whole.value()), texts);
    }

    /** Returns the part with the largest number; empty if a withheld or missing part could be larger. */
    public Optional<Passage> largest(AreaSubject subject) {
        return subject.table().latestOfParts().flatMap(year -> {
            PartShares shares = new PartShares(subject.table(), year);
            boolean whole = shares.rows().stream().allMatch(row -> row.value(year) != null) && shares.base() != null;
            return whole ? Optional.of(largest(subject, shares, year)) : Optional.empty();
        });
    }

    private Passage largest(AreaSubject subject, PartShares shares, int year) {
        Row first = shares.rows().stream()
                .reduce((one, other) -> other.value(year).compareTo(one.value(year)) > 0 ? other : one)
                .orElseThrow();
        Passage.Numbers numbers = new Passage.Numbers();
        Map<String, Object> values = placed(subject, year);
        values.put("breakdown", texts.of(subject.breakdown().name()));
        values.put("name", texts.of(first.code().name()));
        values.put("share", FigureCells.percent(shares.percent(first), texts));
        values.put(
                "n",
                numbers.linked(exact(first.value(year)), edition.address(subject.figures(), shares.figure(first))));
        values.put("base", exact(shares.base()));
        return numbers.in(texts.say("finding.largest", values));
    }

    /** Returns the parts in one sentence without shares; empty if none has a number. */
    public Optional<Passage> counts(AreaSubject subject) {
        return subject.table().latestOfParts().map(year -> new Shares(subject, year, edition).counted());
    }

    /** Returns the countries with the largest published numbers; empty if none has a number. */
    public Optional<Passage> first(AreaSubject subject) {
        return subject.table().latestOfParts().map(year -> {
            Passage.Numbers numbers = new Passage.Numbers();
            List<String> parts = new ArrayList<>();
            subject.table().ranked(year).rows().stream()
                    .filter(row -> row.value(year) != null && row.value(year).signum() > 0)
                    .limit(NAMED)
                    .forEach(row -> parts.add(texts.say(
                            "patterns.part",
                            "name",
                            texts.of(row.code().name()),
                            "n",
                            numbers.linked(
                                    exact(row.value(year)),
                                    edition.address(
                                            subject.figures(), row.figures().get(year))))));
            String what = texts.say("area." + subject.id() + ".ranked", placed(subject, year));
            String joined = parts.stream()
                    .reduce((one, next) -> texts.say("patterns.pair", "first", one, "second", next))
                    .orElse("");
            return numbers.in(texts.say("finding.first", "what", what, "parts", joined));
        });
    }

    private Map<String, Object> placed(AreaSubject subject, int year) {
        Map<String, Object> values = new HashMap<>();
        values.put("area", texts.of(subject.figures().area().name()));
        values.put("year", subject.table().years().get(year));
        return values;
    }

    private String exact(BigDecimal value) {
        return edition.numbers().exact(value);
    }
}
