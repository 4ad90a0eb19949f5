package org.tipstats.site.releases;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tipstats.disseminate.coverage.CoverageService;
import org.tipstats.disseminate.coverage.CoverageService.AreaCoverage;
import org.tipstats.disseminate.coverage.CoverageService.CoverageStatus;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.area.ReportStrips;
import org.tipstats.site.area.ReportStrips.ShownStatus;
import org.tipstats.site.chapter.SourceReference;
import org.tipstats.site.chapter.Topic;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Makes the page that shows which areas reported in which years. */
@Singleton
record CoveragePages(SchemaRegistry schemas, CoverageService coverage) {

    /**
     * The page that shows which years each area reported for a dataflow.
     *
     * @param otherGroups the groups that this deployment adds to the M49 regions
     * @param source a sentence that names the release, or says that there is no release
     * @param json the API URL of the table; null if there is no release
     */
    record CoveragePage(
            List<Dataflow> dataflows,
            Dataflow dataflow,
            List<Code> regions,
            List<Code> otherGroups,
            Code region,
            List<String> years,
            List<Group> groups,
            List<ShownStatus> statuses,
            String source,
            String json) {

        /** Returns the status of the years before an area's first report or declaration that it has no figures. */
        public ShownStatus never() {
            return statuses.get(CoverageStatus.NEVER.ordinal());
        }
    }

    /**
     * A group of areas, for example a sub-region, with the areas directly in it.
     *
     * @param counts the number of reporting areas, by year
     */
    record Group(String id, String name, List<ShownStatus> counts, List<Line> lines) {}

    /**
     * A row of the table: an area, with one cell for all years before its first report or declaration, and one cell for
     * each year from then on.
     *
     * @param before the number of years before its first report or declaration; all years if there is neither
     */
    record Line(String id, String name, int before, List<ShownStatus> cells) {}

    private static final BigDecimal PERCENT = new BigDecimal(100);

    /**
     * Returns the requested dataflow. If the id is missing, returns the dataflow on victims, or else the first reported
     * dataflow.
     *
     * @throws ProblemException 400 if areas do not report this dataflow
     */
    Dataflow dataflow(String id) {
        if (id == null || id.isEmpty()) {
            return Topic.VICTIMS
                    .dataflow(schemas)
                    .orElseGet(() -> reported().findFirst().orElseThrow());
        }
        return reported()
                .filter(flow -> flow.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.parameter(
                        "dataflow", id, "Countries and areas report no dataflow with this id.", List.of()));
    }

    /**
     * Returns the requested group of areas; the world if the id is missing.
     *
     * @throws ProblemException 400 if there is no such group of areas
     */
    Code region(String id) {
        if (id == null || id.isEmpty()) {
            return schemas.areas().areaGroups("WORLD").get(0);
        }
        return schemas.areas()
                .find(id)
                .filter(Code::isAreaGroup)
                .orElseThrow(() -> ProblemException.parameter(
                        "region", id, "There is no group of countries and areas with this code.", List.of()));
    }

    private Stream<Dataflow> reported() {
        return schemas.bySubject().stream().filter(flow -> !flow.isReference() && !flow.isDerived());
    }

    /**
     * Makes the page.
     *
     * @param data a function that returns the URL of a page with figures for a query; it returns null if there is no
     * such page
     */
    CoveragePage page(
            Optional<ReleaseReference> release,
            Dataflow dataflow,
            Code region,
            Function<String, String> data,
            PageTexts texts) {
        List<AreaCoverage> board =
                release.map(found -> coverage.areas(found, dataflow)).orElse(List.of());
        Map<String, List<AreaCoverage>> byArea =
                board.stream().collect(Collectors.groupingBy(AreaCoverage::area, Collectors.toList()));
        List<String> years = board.stream().map(AreaCoverage::year).distinct().toList();
        String json = release.map(found -> "/api/v1/coverage?dataflow=" + Addresses.encoded(dataflow.id()) + "&release="
                        + Addresses.encoded(found.id()))
                .orElse(null);
        return new CoveragePage(
                reported().toList(),
                dataflow,
                texts.byName(schemas.areas().areaGroups("REGION")),
                schemas.areas().areaGroups("GROUP"),
                region,
                years,
                years.isEmpty() ? List.of() : groups(region, byArea, data, texts),
                ShownStatus.all(texts),
                release.map(found -> texts.say(
                                "coverage.source", "id", found.id(), "date", SourceReference.day(found, texts)))
                        .orElseGet(() -> texts.say("release.none.text")),
                json);
    }

    private List<Group> groups(
            Code region, Map<String, List<AreaCoverage>> board, Function<String, String> data, PageTexts texts) {
        CodeList list = schemas.areas();
        List<ShownStatus> statuses = ShownStatus.all(texts);
        return Stream.concat(
                        Stream.of(region), list.descendants(region).stream().filter(Code::isAreaGroup))
                .map(group -> group(
                        group,
                        list.children(group).stream()
                                .filter(code -> board.containsKey(code.id()))
                                .map(area -> line(area, board.get(area.id()), statuses, data, texts))
                                .sorted(Comparator.comparing(Line::name, texts.collator()))
                                .toList(),
                        board,
                        texts))
                .filter(group -> !group.lines().isEmpty())
                .toList();
    }

    private static Line line(
            Code area,
            List<AreaCoverage> years,
            List<ShownStatus> statuses,
            Function<String, String> data,
            PageTexts texts) {
        int before = (int) years.stream()
                .takeWhile(cell -> cell.status() == CoverageStatus.NEVER)
                .count();
        String figures = Addresses.encoded(years.get(0).dataflow()) + "?REF_AREA=" + Addresses.encoded(area.id())
                + "&TIME_PERIOD=";
        List<ShownStatus> cells = years.subList(before, years.size()).stream()
                .map(cell -> shown(cell.status(), statuses, () -> data.apply(figures + cell.year())))
                .toList();
        return new Line(area.id(), texts.of(area.name()), before, cells);
    }

    private static ShownStatus shown(CoverageStatus status, List<ShownStatus> statuses, Supplier<String> figures) {
        ShownStatus shown = statuses.get(status.ordinal());
        return status.isReporting() ? shown.linkedTo(figures.get()) : shown;
    }

    private static Group group(Code group, List<Line> lines, Map<String, List<AreaCoverage>> board, PageTexts texts) {
        int years = lines.isEmpty() ? 0 : board.get(lines.get(0).id()).size();
        List<ShownStatus> counts = IntStream.range(0, years)
                .mapToObj(year -> count(
                        (int) lines.stream()
                                .filter(line ->
                                        board.get(line.id()).get(year).status().isReporting())
                                .count(),
                        lines.size(),
                        texts))
                .toList();
        return new Group(group.id(), texts.of(group.name()), counts, lines);
    }

    private static ShownStatus count(int reporting, int all, PageTexts texts) {
        BigDecimal share = PERCENT.multiply(BigDecimal.valueOf(reporting))
                .divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP);
        return new ShownStatus(
                texts.numbers().whole(reporting),
                texts.say("coverage.of", "n", reporting, "all", all),
                ReportStrips.tone(reporting, share),
                null);
    }
}
