package org.tipstats.site.topics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tipstats.site.chapter.AreaSubject;
import org.tipstats.site.chapter.ChapterTable.Row;
import org.tipstats.site.chapter.Edition;
import org.tipstats.site.chapter.FigureCells;
import org.tipstats.site.chapter.LinkedCells;
import org.tipstats.site.chapter.PartShares;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Code;

/** Says in sentences what is unknown about the figures of an answer. */
final class Unknowns {

    private final Edition edition;
    private final PageTexts texts;
    private final List<String> sentences = new ArrayList<>();

    Unknowns(Edition edition) {
        this.edition = edition;
        this.texts = edition.texts();
    }

    /**
     * Adds the unknowns of a subject in the year that sentences name: areas that did not report, withheld and unknown
     * parts.
     */
    void add(AreaSubject subject) {
        if (subject.isTotal()) {
            subject.table().latest().ifPresent(year -> addTotal(subject, year));
        } else {
            subject.table().latestOfParts().ifPresent(year -> addParts(subject, year));
        }
    }

    private void addTotal(AreaSubject subject, int year) {
        List<Observation> totals =
                subject.table().all().findFirst().orElseThrow().figures();
        Observation figure = totals.get(year);
        Map<String, Object> values = values(subject, year);
        addCoverage(figure.coverage(), values);
        Statuses statuses = new Statuses(subject.figures().dataflow().structure());
        int last = subject.table()
                .newest(any -> totals.get(any) != null && statuses.countsAsReported(totals.get(any)))
                .orElse(year);
        if (last > year) {
            values.put("last", subject.table().years().get(last));
            say(figure.coverage() == null ? "unknown.newest.own" : "unknown.newest", values);
        }
    }

    private void addCoverage(Coverage coverage, Map<String, Object> values) {
        if (coverage == null) {
            return;
        }
        values.put("areas", coverage.areas());
        values.put("n", coverage.areas() - coverage.reporting());
        BigDecimal others =
                coverage.population() == null ? null : BigDecimal.valueOf(100).subtract(coverage.population());
        values.put("share", FigureCells.percent(others, texts));
        if (coverage.reporting() < coverage.areas()) {
            // A share that rounds to zero would say that nobody lives in the areas that did not report.
            say(others == null || others.signum() == 0 ? "unknown.coverage.counted" : "unknown.coverage", values);
        }
        if (coverage.masked() > 0) {
            values.put("masked", coverage.masked());
            say("unknown.masked", values);
        }
    }

    private void addParts(AreaSubject subject, int year) {
        PartShares shares = new PartShares(subject.table(), year);
        Map<String, Object> values = values(subject, year);
        Statuses statuses = new Statuses(subject.figures().dataflow().structure());
        List<String> withheld = shares.rows().stream()
                .filter(row -> shares.figure(row).value() == null
                        && statuses.suppressed().equals(shares.figure(row).status()))
                .map(row -> texts.of(row.code().name()))
                .toList();
        if (!withheld.isEmpty()) {
            values.put("names", texts.joined(withheld));
            say("unknown.withheld", values);
        }
        if (shares.rows().stream().anyMatch(row -> LinkedCells.isRange(shares.figure(row)))) {
            say("unknown.masked.parts", values);
        }
        shares.rows().stream()
                .filter(row -> row.code().isUnknown() && shares.percent(row) != null)
                .filter(row -> row.value(year).signum() > 0)
                .forEach(row -> addUnknown(row, shares, year, values));
        if (subject.topic().isOfVictims() && !isMasked(subject, year)) {
            addRest(subject.table().total(), shares, year, values);
        }
    }

    /** Returns whether any country in the figures of a group masked a number. */
    private static boolean isMasked(AreaSubject subject, int year) {
        return subject.table()
                .all()
                .map(row -> row.figures().get(year))
                .anyMatch(figure -> figure != null
                        && figure.coverage() != null
                        && figure.coverage().masked() > 0);
    }

    private void addUnknown(Row row, PartShares shares, int year, Map<String, Object> values) {
        values.put("n", edition.numbers().exact(row.value(year)));
        values.put("share", FigureCells.percent(shares.percent(row), texts));
        say("unknown.category", values);
    }

    /**
     * Adds a sentence if the total differs from the sum of the published parts. If a part has no number, adds the
     * sentence only for a sum above the total, because the missing number may explain a sum below the total.
     */
    private void addRest(Row total, PartShares shares, int year, Map<String, Object> values) {
        BigDecimal whole = total == null ? null : total.value(year);
        boolean numbers = shares.rows().stream().map(row -> row.value(year)).allMatch(Objects::nonNull);
        if (whole == null || shares.base() == null) {
            return;
        }
        boolean above = shares.base().compareTo(whole) > 0;
        if (!above && (!numbers || whole.compareTo(shares.base()) == 0)) {
            return;
        }
        values.put("n", edition.numbers().exact(above ? shares.base() : whole.subtract(shares.base())));
        values.put("base", edition.numbers().exact(whole));
        say(above ? "unknown.above" : "unknown.rest", values);
    }

    private Map<String, Object> values(AreaSubject subject, int year) {
        Map<String, Object> values = Findings.placed(subject, year, texts);
        if (subject.breakdown() != null) {
            values.put("breakdown", texts.of(subject.breakdown().name()));
        }
        return values;
    }

    /** Adds a sentence on a breakdown that an area does not report. */
    void addMissing(String breakdown, Code area) {
        say("unknown.missing", Map.of("breakdown", breakdown, "area", texts.of(area.name())));
    }

    private void say(String key, Map<String, Object> values) {
        String sentence = texts.say(key, values);
        if (!sentences.contains(sentence)) {
            sentences.add(sentence);
        }
    }

    /** Returns the sentences. The last one says that detected victims are not all victims. */
    List<String> sentences() {
        List<String> all = new ArrayList<>(sentences);
        all.add(texts.say("site.caveat"));
        return all;
    }
}
