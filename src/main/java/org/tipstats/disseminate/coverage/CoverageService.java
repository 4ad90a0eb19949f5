package org.tipstats.disseminate.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.tipstats.disseminate.comparison.SourceService;
import org.tipstats.disseminate.coverage.DataflowOverlaps.Overlap;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Determines the coverage of a release: which areas report which years of each dataflow. The years run from the first
 * to the last year with a figure of any area in any dataflow.
 */
@ApplicationScoped
public class CoverageService {

    private static final int MAX_CACHED_COVERAGES = 100;
    private static final int MAX_CACHED_POPULATIONS = 20;
    private static final String SINGLE_AREAS_ONLY =
            "This is for single countries and areas; use /coverage/regions for groups.";
    private static final String NO_REGION = "This is for groups; use /coverage for single countries and areas.";

    private record CoverageKey(String release, String contentHash, String dataflow) {}

    private final SchemaRegistry schemas;
    private final PublishedReleases published;
    private final SourceService sources;
    private final Cache<String, PopulationTable> populations =
            Caffeine.newBuilder().maximumSize(MAX_CACHED_POPULATIONS).build();
    private final Cache<CoverageKey, DataflowCoverage> counted =
            Caffeine.newBuilder().maximumSize(MAX_CACHED_COVERAGES).build();

    CoverageService(SchemaRegistry schemas, PublishedReleases published, SourceService sources) {
        this.schemas = schemas;
        this.published = published;
        this.sources = sources;
    }

    /**
     * Reads a query from parameters. Each parameter may be null.
     *
     * @throws org.tipstats.platform.problem.ProblemException with status 400 and a list of the faults if the parameters
     *     are not valid
     */
    CoverageQuery parse(String dataflow, String areas, String years) {
        return CoverageQuery.parse(schemas, dataflow, areas, years);
    }

    /** Returns the coverage of one area, by dataflow and year. */
    public List<AreaCoverage> areas(ReleaseReference release, Code area) {
        return areas(release, parse(null, area.id(), null));
    }

    /** Returns the coverage of one dataflow, by area and year. */
    public List<AreaCoverage> areas(ReleaseReference release, Dataflow dataflow) {
        return areas(release, parse(dataflow.id(), null, null));
    }

    List<AreaCoverage> areas(ReleaseReference release, CoverageQuery query) {
        Predicate<Code> isArea = code -> !code.isAreaGroup();
        query.require(schemas.areas(), isArea, SINGLE_AREAS_ONLY);
        return board(
                release,
                query,
                isArea,
                (coverage, area) -> year -> new AreaCoverage(
                        coverage.dataflow().id(),
                        area.id(),
                        coverage.dataflow().structure().time().valueAt(year),
                        coverage.status(area.position(), year)));
    }

    /** Returns the coverage of one region, by dataflow and year. */
    public List<RegionCoverage> regions(ReleaseReference release, Code region) {
        return regions(release, parse(null, region.id(), null));
    }

    List<RegionCoverage> regions(ReleaseReference release, CoverageQuery query) {
        query.require(schemas.areas(), Code::isAreaGroup, NO_REGION);
        return board(release, query, Code::isAreaGroup, (coverage, region) -> {
            RegionShares shares = new RegionShares(coverage, people(release));
            return year -> shares.of(region, year);
        });
    }

    /** Returns the population of all areas in a release. */
    public PopulationTable people(ReleaseReference release) {
        return populations.get(
                release.contentHash(),
                any -> PopulationTable.of(
                        schemas.population().map(flow -> cube(release, flow)).orElseThrow()));
    }

    private <T> List<T> board(
            ReleaseReference release,
            CoverageQuery query,
            Predicate<Code> kind,
            BiFunction<DataflowCoverage, Code, IntFunction<T>> row) {
        int[] years = span(release).filter(query::selectsYear).toArray();
        List<T> rows = new ArrayList<>();
        for (Dataflow dataflow : query.dataflows()) {
            DataflowCoverage coverage = coverage(release, dataflow);
            for (Code area : coverage.areas().codes()) {
                if (kind.test(area) && query.selectsArea(area.position())) {
                    IntFunction<T> ofYear = row.apply(coverage, area);
                    IntStream.of(years).mapToObj(ofYear).forEach(rows::add);
                }
            }
        }
        return rows;
    }

    /**
     * Returns the figures that were reported twice and that the query selects, by dataflow and key: first the figures
     * in two dataflows, then the figures of two sources. A figure in two dataflows is returned if the query selects
     * either dataflow.
     */
    List<Overlap> overlaps(ReleaseReference release, CoverageQuery query) {
        List<Overlap> overlaps = new ArrayList<>();
        for (Dataflow breakdown : schemas.submitted()) {
            schemas.dataflow(String.valueOf(breakdown.disclosure().totalsOf()))
                    .filter(repeated -> query.dataflows().contains(breakdown)
                            || query.dataflows().contains(repeated))
                    .map(repeated -> new DataflowOverlaps(breakdown, repeated)
                            .in(cube(release, breakdown), cube(release, repeated)))
                    .ifPresent(found -> addWanted(found, breakdown, query, overlaps));
        }
        for (Dataflow dataflow : query.dataflows()) {
            addWanted(Overlap.ofSources(dataflow, sources.cells(release, dataflow)), dataflow, query, overlaps);
        }
        return overlaps;
    }

    private static void addWanted(List<Overlap> found, Dataflow dataflow, CoverageQuery query, List<Overlap> overlaps) {
        Dimension area = dataflow.structure().area();
        Dimension time = dataflow.structure().time();
        found.stream()
                .filter(overlap -> query.selectsArea(area.positionOf(overlap.area()))
                        && query.selectsYear(time.positionOf(overlap.year())))
                .forEach(overlaps::add);
    }

    /** Returns the years from the first to the last year with a figure of any area in any dataflow. */
    public List<String> years(ReleaseReference release) {
        Dimension time = schemas.dataflows().iterator().next().structure().time();
        return span(release).mapToObj(time::valueAt).toList();
    }

    private IntStream span(ReleaseReference release) {
        int first = DataflowCoverage.NO_YEAR;
        int last = -1;
        for (Dataflow dataflow : parse(null, null, null).dataflows()) {
            DataflowCoverage coverage = coverage(release, dataflow);
            first = Math.min(first, coverage.firstYear());
            last = Math.max(last, coverage.lastYear());
        }
        return last < 0 ? IntStream.empty() : IntStream.rangeClosed(first, last);
    }

    private DataflowCoverage coverage(ReleaseReference release, Dataflow dataflow) {
        return counted.get(
                new CoverageKey(release.id(), release.contentHash(), dataflow.id()),
                key -> DataflowCoverage.of(dataflow, cube(release, dataflow)));
    }

    private Cube cube(ReleaseReference release, Dataflow dataflow) {
        return published.vintage(release, dataflow).cube();
    }

    /** The coverage of one area in one year of a dataflow. */
    public record AreaCoverage(
            String dataflow,
            @JsonProperty("REF_AREA") String area,
            @JsonProperty("TIME_PERIOD") String year,
            CoverageStatus status) {}

    /**
     * The coverage of a group of areas in one year.
     *
     * @param areas number of areas in the group
     * @param reported number of areas with the status REPORTED; {@code reported}, {@code masked}, {@code declared},
     * {@code late} and {@code never} add up to {@code areas}
     * @param areaShare percentage of areas that report (reported or masked), with one decimal; null if the group has no
     *     areas
     * @param populationShare percentage of the group's known population that lives in areas that report, with one
     * decimal; null if no population is known
     */
    public record RegionCoverage(
            String dataflow,
            @JsonProperty("REF_AREA") String region,
            @JsonProperty("TIME_PERIOD") String year,
            int areas,
            int reported,
            int masked,
            int declared,
            int late,
            int never,
            BigDecimal areaShare,
            BigDecimal populationShare) {}

    /** The coverage of an area in a year of a dataflow. Exactly one status applies. */
    public enum CoverageStatus {
        /** At least one figure has a value (zero included) or is withheld by this service. */
        REPORTED,
        /** There are figures, but the provider itself masked all of them. */
        MASKED,
        /** There is no figure, and the area declared that no figure exists or that the question does not apply. */
        DECLARED,
        /** There is no figure, but the area has figures of an earlier year. */
        LATE,
        /** There is no figure of this year or of any earlier year. */
        NEVER;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * Returns whether an area with this status is one of the reporting areas. The attribute N_REPORTING of an
         * aggregate is the number of areas by the same rule.
         */
        public boolean isReporting() {
            return this == REPORTED || this == MASKED;
        }
    }
}
