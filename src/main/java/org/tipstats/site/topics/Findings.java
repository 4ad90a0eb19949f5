package org.tipstats.site.topics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.tipstats.disseminate.series.ConstantPanel;
import org.tipstats.site.chapter.AreaSubject;
import org.tipstats.site.chapter.ChapterTable;
import org.tipstats.site.chapter.ChapterTable.Row;
import org.tipstats.site.chapter.Edition;
import org.tipstats.site.chapter.FigureCells;
import org.tipstats.site.chapter.LinkedCells;
import org.tipstats.site.chapter.PartShares;
import org.tipstats.site.chapter.Passage;
import org.tipstats.site.chapter.Shares;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Says in sentences what figures show. Each sentence is a text with blanks that published figures fill. A share always
 * comes with its number and its base. Only comparable figures get a sentence on their change.
 */
public final class Findings {

    /** The number of countries that a sentence names as the largest. */
    private static final int NAMED = 3;

    private final Edition edition;
    private final BiFunction<Dataflow, List<Observation>, ConstantPanel> panels;
    private final PageTexts texts;

    /** @param panels recomputes the given figures of a group of areas, using only areas that have all these figures */
    public Findings(Edition edition, BiFunction<Dataflow, List<Observation>, ConstantPanel> panels) {
        this.edition = edition;
        this.panels = panels;
        this.texts = edition.texts();
    }

    /**
     * Returns the total in the year of {@link ChapterTable#latest}, with its range and its coverage, if it has any;
     * empty if the total has no number.
     */
    public Optional<Passage> total(AreaSubject victims) {
        return victims.table().latest().map(year -> {
            Observation figure =
                    victims.table().all().findFirst().orElseThrow().figures().get(year);
            Passage.Numbers numbers = new Passage.Numbers();
            Map<String, Object> values = placed(victims, year);
            values.put("n", number(victims, figure, numbers));
            Coverage coverage = figure.coverage();
            if (coverage == null || coverage.upper() == null || coverage.population() == null) {
                return numbers.in(texts.say("area.victims.lead", values));
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
     * Returns the share of women or children, because most readers ask for it. If the breakdown has neither, returns
     * the share of the largest part.
     */
    public List<Passage> main(AreaSubject subject) {
        return AnswerTopic.WOMEN_AND_CHILDREN.codes(subject.breakdown()).stream()
                .findFirst()
                .map(code -> share(subject, code))
                .orElseGet(() -> largest(subject).stream().toList());
    }

    /**
     * Returns the share of a part and how the share changed. Uses the year of the shares of the other parts. If the
     * part has no share in this year, uses the newest year in which the part has a share. If the part has no share in
     * any year, returns a sentence that says why.
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
        List<Passage> said = new ArrayList<>();
        said.add(share(subject, row, shares, year.get()));
        base(subject, shares, year.get()).ifPresent(said::add);
        new ShareChange(edition, panels).of(subject, row, year.get()).ifPresent(said::add);
        return said;
    }

    private Passage share(AreaSubject subject, Row row, PartShares shares, int year) {
        String own =
                "finding.share." + subject.breakdown().id() + "." + row.code().id();
        return share(texts.has(own) ? own : "finding.share", subject, row, shares, year);
    }

    private Passage share(String key, AreaSubject subject, Row row, PartShares shares, int year) {
        Passage.Numbers numbers = new Passage.Numbers();
        Map<String, Object> values = placed(subject, year);
        values.put("name", texts.of(row.code().name()));
        values.put("breakdown", texts.of(subject.breakdown().name()));
        values.put("share", FigureCells.percent(shares.percent(row), texts));
        values.put("n", number(subject, shares.figure(row), numbers));
        values.put("base", exact(shares.base()));
        return numbers.in(texts.say(key, values));
    }

    /** Returns a number with its sign and its link. */
    private String number(AreaSubject subject, Observation figure, Passage.Numbers numbers) {
        FigureCells cells = new FigureCells(subject.figures().dataflow(), texts);
        return numbers.linked(Shares.said(cells.count(figure)), edition.address(subject.figures(), figure));
    }

    /** Says what the base of a share is; empty if the base is the total. */
    private Optional<Passage> base(AreaSubject subject, PartShares shares, int year) {
        if (isWhole(subject, shares, year)) {
            return Optional.empty();
        }
        Map<String, Object> values = placed(subject, year);
        values.put("breakdown", texts.of(subject.breakdown().name()));
        values.put("base", exact(shares.base()));
        return Optional.of(new Passage.Numbers().in(texts.say("finding.base", values)));
    }

    /** Returns whether all parts with a figure have a public number, and these numbers add up to the total. */
    private static boolean isWhole(AreaSubject subject, PartShares shares, int year) {
        Row total = subject.table().total();
        return total != null
                && total.value(year) != null
                && shares.base() != null
                && total.value(year).compareTo(shares.base()) == 0
                && shares.rows().stream().allMatch(row -> row.value(year) != null);
    }

    /** Returns the year of the share of a part: the year of the other parts, or else the newest year with a share. */
    private static Optional<Integer> yearOf(ChapterTable table, Row row) {
        return table.latestOfParts()
                .filter(year -> new PartShares(table, year).percent(row) != null)
                .or(() -> table.newest(year -> new PartShares(table, year).percent(row) != null));
    }

    /**
     * Says why a part has no share: the other parts are withheld or zero, this part is withheld, or this part was not
     * reported.
     */
    private Passage absent(AreaSubject subject, Code part, Row row) {
        Map<String, Object> values = new HashMap<>();
        values.put("area", texts.of(subject.figures().area().name()));
        values.put("name", texts.of(part.name()));
        Optional<Integer> last = row == null
                ? Optional.empty()
                : subject.table().newest(year -> row.figures().get(year) != null);
        if (last.isEmpty()) {
            return new Passage.Numbers().in(texts.say("finding.absent", values));
        }
        values.put("year", subject.table().years().get(last.get()));
        Observation figure = row.figures().get(last.get());
        Passage.Numbers numbers = new Passage.Numbers();
        values.put("n", number(subject, figure, numbers));
        Statuses statuses = new Statuses(subject.figures().dataflow().structure());
        boolean isHidden = statuses.suppressed().equals(figure.status());
        String key = figure.value() != null ? "finding.alone" : isHidden ? "finding.withheld" : "finding.absent";
        return numbers.in(texts.say(key, values));
    }

    /**
     * Returns the share of the part with the largest number. Returns empty if another part may be as large (parts do
     * not add up to the total, a range, equal numbers), or if the largest part is the code for unknown.
     */
    public Optional<Passage> largest(AreaSubject subject) {
        return subject.table().latestOfParts().flatMap(year -> {
            PartShares shares = new PartShares(subject.table(), year);
            List<Row> sorted = shares.rows().stream()
                    .filter(row -> row.value(year) != null)
                    .sorted(Comparator.comparing((Row row) -> row.value(year)).reversed())
                    .toList();
            boolean clear = isWhole(subject, shares, year)
                    && sorted.size() > 1
                    && !sorted.get(0).code().isUnknown()
                    && sorted.get(0).value(year).compareTo(sorted.get(1).value(year)) > 0
                    && sorted.stream().noneMatch(row -> LinkedCells.isRange(shares.figure(row)));
            return clear
                    ? Optional.of(share("finding.largest", subject, sorted.get(0), shares, year))
                    : Optional.empty();
        });
    }

    /** Returns one sentence with the numbers of the parts, without shares; empty if no part has a number. */
    public Optional<Passage> counts(AreaSubject subject) {
        return subject.table().latestOfParts().map(year -> new Shares(subject, year, edition).counted());
    }

    /** Returns the countries with the largest published numbers; empty if no country has a number above zero. */
    public Optional<Passage> first(AreaSubject subject) {
        return subject.table().latestOfParts().flatMap(year -> {
            Passage.Numbers numbers = new Passage.Numbers();
            List<String> parts = subject.table().ranked(year).rows().stream()
                    .filter(row -> row.value(year) != null && row.value(year).signum() > 0)
                    .limit(NAMED)
                    .map(row -> part(subject, row, year, numbers))
                    .toList();
            String what = texts.say("area." + subject.id() + ".ranked", placed(subject, year));
            String sentence = texts.say("finding.first", "what", what, "parts", texts.listed(parts));
            return parts.isEmpty() ? Optional.empty() : Optional.of(numbers.in(sentence));
        });
    }

    private String part(AreaSubject subject, Row row, int year, Passage.Numbers numbers) {
        String number = number(subject, row.figures().get(year), numbers);
        return texts.say("patterns.part", "name", texts.of(row.code().name()), "n", number);
    }

    private Map<String, Object> placed(AreaSubject subject, int year) {
        return placed(subject, year, texts);
    }

    /** Returns the area and the year of a figure as values for the blanks of a text. */
    static Map<String, Object> placed(AreaSubject subject, int year, PageTexts texts) {
        Map<String, Object> values = new HashMap<>();
        values.put("area", texts.of(subject.figures().area().name()));
        values.put("year", subject.table().years().get(year));
        return values;
    }

    private String exact(BigDecimal value) {
        return edition.numbers().exact(value);
    }
}
