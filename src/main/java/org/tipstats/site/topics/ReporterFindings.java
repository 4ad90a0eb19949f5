package org.tipstats.site.topics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tipstats.disseminate.coverage.CoverageService;
import org.tipstats.disseminate.coverage.CoverageService.AreaCoverage;
import org.tipstats.disseminate.coverage.CoverageService.RegionCoverage;
import org.tipstats.site.chapter.Chapters.Chapter;
import org.tipstats.site.chapter.Edition;
import org.tipstats.site.chapter.FigureCells;
import org.tipstats.site.chapter.Passage;
import org.tipstats.site.drawing.Axis;
import org.tipstats.site.drawing.ChartValue;
import org.tipstats.site.drawing.LineChart;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.FigureSigns.ShownFigure;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.topics.Answer.AreaList;
import org.tipstats.site.topics.Answer.PageLink;
import org.tipstats.vocabulary.cube.RepresentativeYear;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;

/** Finds the areas that reported a dataset, that stopped, and that never reported. */
final class ReporterFindings {

    private final Dataflow dataflow;
    private final Code area;
    private final Edition edition;
    private final PageTexts texts;
    private final List<RegionCoverage> years;

    /** The last year in which each single area reported; null if the area never reported. */
    private final Map<Code, String> lastYears = new HashMap<>();

    /** The number of years with a report, added up over all single areas. */
    private long reported;

    /**
     * Reads the coverage.
     *
     * @param area a group of areas, or a single area
     */
    ReporterFindings(CoverageService coverage, Dataflow dataflow, Code area, Edition edition) {
        this.dataflow = dataflow;
        this.area = area;
        this.edition = edition;
        this.texts = edition.texts();
        CodeList areas = dataflow.structure().area().codes();
        this.years = area.isAreaGroup()
                ? coverage.regions(edition.release(), area).stream()
                        .filter(year -> year.dataflow().equals(dataflow.id()))
                        .toList()
                : List.of();
        List<Code> members = area.isAreaGroup() ? areas.descendants(area) : List.of(area);
        members.stream().filter(code -> !code.isAreaGroup()).forEach(code -> lastYears.put(code, null));
        for (AreaCoverage cell : coverage.areas(edition.release(), dataflow)) {
            Code code = areas.find(cell.area()).orElseThrow();
            if (lastYears.containsKey(code) && cell.status().isReporting()) {
                lastYears.merge(code, cell.year(), (one, other) -> one.compareTo(other) > 0 ? one : other);
                reported++;
            }
        }
    }

    /** Returns sentences on areas that report and areas that stopped; empty if no area ever reported. */
    List<Passage> findings() {
        if (!area.isAreaGroup()) {
            return lastYears.get(area) == null
                    ? List.of()
                    : List.of(said(
                            "finding.reporter",
                            Map.of(
                                    "area", texts.of(area.name()),
                                    "what", texts.of(dataflow.name()),
                                    "n", reported,
                                    "year", lastYears.get(area))));
        }
        return chosen().map(this::findings).orElse(List.of());
    }

    private List<Passage> findings(RegionCoverage year) {
        Map<String, Object> values = new HashMap<>();
        values.put("area", texts.of(area.name()));
        values.put("what", texts.of(dataflow.name()));
        values.put("year", year.year());
        values.put("n", reporting(year));
        values.put("areas", year.areas());
        values.put("share", FigureCells.percent(year.populationShare(), texts));
        values.put("stopped", stopped(year.year()));
        Passage first =
                said(year.populationShare() == null ? "finding.reporters.counted" : "finding.reporters", values);
        return stopped(year.year()) == 0 ? List.of(first) : List.of(first, said("finding.stopped", values));
    }

    private Passage said(String key, Map<String, Object> values) {
        return new Passage.Numbers().in(texts.say(key, values));
    }

    /**
     * Returns the year that the findings are about: the newest year with enough reporting areas; empty if there is no
     * such year.
     */
    private Optional<RegionCoverage> chosen() {
        OptionalInt index = RepresentativeYear.of(
                years.stream().mapToInt(ReporterFindings::reporting).toArray());
        return index.isPresent() ? Optional.of(years.get(index.getAsInt())) : Optional.empty();
    }

    private static int reporting(RegionCoverage year) {
        return year.reported() + year.masked();
    }

    private int stopped(String year) {
        return (int) lastYears.values().stream()
                .filter(last -> last != null && last.compareTo(year) < 0)
                .count();
    }

    /** Returns the number of reporting areas over time; empty for a single area, or if no area ever reported. */
    Optional<Chapter> chapter() {
        return chosen().map(any -> {
            List<String> names = years.stream().map(RegionCoverage::year).toList();
            Map<String, Object> values = Map.of(
                    "area", texts.of(area.name()),
                    "what", texts.of(dataflow.name()),
                    "from", names.get(0),
                    "to", names.get(names.size() - 1));
            return chapter(names, texts.say("topic.reporters.caption", values));
        });
    }

    private Chapter chapter(List<String> names, String caption) {
        List<String> shares = years.stream()
                .map(year -> FigureCells.percent(year.populationShare(), texts))
                .map(share -> share == null ? "" : share)
                .toList();
        return new Chapter(
                "trend-reporters",
                texts.say("topic.reporters.heading"),
                null,
                null,
                caption,
                names,
                rows(shares),
                drawing(caption, names, shares).draw(),
                List.of(),
                List.of(texts.say("series.covered")),
                null,
                Map.of(),
                texts.say("topic.reporters.note"),
                edition.source().of(area),
                "/" + texts.language() + "/coverage?dataflow=" + Addresses.encoded(dataflow.id()) + "&" + release(),
                "/api/v1/coverage/regions?dataflow=" + Addresses.encoded(dataflow.id()) + "&REF_AREA="
                        + Addresses.encoded(area.id()) + "&" + release());
    }

    /** Returns the parameter that keeps the release in links to other pages. */
    private String release() {
        return "release=" + Addresses.encoded(edition.release().id());
    }

    private List<Chapter.Row> rows(List<String> shares) {
        List<ShownFigure> counts = years.stream()
                .map(year -> ShownFigure.plain(edition.numbers().whole(reporting(year))))
                .toList();
        List<ShownFigure> covered = shares.stream().map(ShownFigure::plain).toList();
        return List.of(
                new Chapter.Row(texts.say("topic.reporters.row"), counts, false),
                new Chapter.Row(texts.say("figures.covered"), covered, false));
    }

    private LineChart drawing(String caption, List<String> names, List<String> shares) {
        List<BigDecimal> counts =
                years.stream().map(year -> BigDecimal.valueOf(reporting(year))).toList();
        BigDecimal most = counts.stream().max(Comparator.naturalOrder()).orElse(null);
        List<ChartValue> spots = counts.stream().map(ChartValue::of).toList();
        return new LineChart(
                caption,
                texts.say("topic.reporters.drawing"),
                names,
                Axis.reaching(most, BigDecimal.ONE, edition.numbers()::exact),
                shares,
                List.of(new LineChart.Line("", "c1", spots)));
    }

    /**
     * Returns the members by their last year with a report, the newest first. Members without a report come last.
     * Returns an empty list for a single area.
     */
    List<AreaList> lists() {
        if (!area.isAreaGroup()) {
            return List.of();
        }
        Map<String, List<PageLink>> byYear = new TreeMap<>(Comparator.reverseOrder());
        List<PageLink> never = new ArrayList<>();
        lastYears.forEach(
                (code, year) -> (year == null ? never : byYear.computeIfAbsent(year, any -> new ArrayList<>()))
                        .add(new PageLink(texts.of(code.name()), "/areas/" + code.id() + "?" + release())));
        Stream<AreaList> reporting = byYear.entrySet().stream()
                .map(entry -> list(texts.say("topic.reporters.last", "year", entry.getKey()), entry.getValue()));
        Stream<AreaList> others = Stream.of(never)
                .filter(areas -> !areas.isEmpty())
                .map(areas -> list(texts.say("topic.reporters.never"), areas));
        return Stream.concat(reporting, others).toList();
    }

    private AreaList list(String heading, List<PageLink> areas) {
        return new AreaList(
                heading,
                areas.stream()
                        .sorted(Comparator.comparing(PageLink::text, texts.collator()))
                        .toList());
    }
}
