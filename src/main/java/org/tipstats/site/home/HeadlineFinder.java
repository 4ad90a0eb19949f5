package org.tipstats.site.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tipstats.publish.read.PublishedReleases.Vintage;
import org.tipstats.site.chapter.FlowFigures;
import org.tipstats.site.frame.Addresses;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.cube.RepresentativeYear;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * Finds the main figures for the start page. Annotations of the code lists mark the codes of totals, of the world and
 * of regions.
 */
record HeadlineFinder(Dataflow dataflow, Vintage vintage) {

    /**
     * The main figures of a release: totals over all breakdowns for the world, its regions and the other groups, in the
     * latest year with enough reporting areas, see {@link RepresentativeYear}.
     *
     * @param regions all regions in the order of the code list, with or without figures
     * @param groups all groups that this deployment adds, in the order of the code list, with or without figures
     */
    record Headline(
            Dataflow dataflow, String year, AreaFigures world, List<AreaFigures> regions, List<AreaFigures> groups) {

        /** Returns the API URL of the counts and rates for the world, its regions and the other groups. */
        String data(String release) {
            List<AreaFigures> all = Stream.of(List.of(world), regions, groups)
                    .flatMap(List::stream)
                    .toList();
            return address("", all, release);
        }

        /** Returns the API URL of the provenance of the world's count. */
        String provenance(String release) {
            return address("/provenance", List.of(world), release);
        }

        private String address(String part, List<AreaFigures> figures, String release) {
            Map<String, String> codes =
                    new KeySpace(dataflow.structure()).codes(world.count().key());
            List<String> parameters = new ArrayList<>();
            for (Dimension dimension : dataflow.structure().dimensions()) {
                String wanted = codes.get(dimension.id());
                if (dimension.role() == Role.AREA) {
                    wanted = join(figures.stream().map(AreaFigures::area));
                } else if (dimension.role() == Role.UNIT && figures.size() > 1) {
                    wanted = join(dimension.codes().codes().stream()
                            .filter(unit -> dataflow.publication().allows(dimension.id(), unit.id())));
                }
                parameters.add(dimension.id() + "=" + wanted);
            }
            parameters.add("release=" + Addresses.encoded(release));
            return "/api/v1/data/" + Addresses.encoded(dataflow.id()) + part + "?" + String.join("&", parameters);
        }

        private static String join(Stream<Code> codes) {
            return codes.map(code -> Addresses.encoded(code.id())).collect(Collectors.joining(","));
        }
    }

    /**
     * The count and the rate of an area or group of areas in one year.
     *
     * @param count null if the release has no such count
     * @param rate null if the release has no such rate
     */
    record AreaFigures(Code area, Observation count, Observation rate) {

        /** Returns the coverage of the count; null if there is no count or no coverage. */
        Coverage coverage() {
            return count == null ? null : count.coverage();
        }
    }

    /** Returns the headline; empty if the vintage has no total for the world in any year. */
    Optional<Headline> find() {
        return dataflow.structure().area().codes().areaGroups("WORLD").stream()
                .findFirst()
                .flatMap(world -> latest(world)
                        .map(year -> new Headline(
                                dataflow,
                                year,
                                figures(world, year),
                                figures("REGION", year),
                                figures("GROUP", year))));
    }

    private List<AreaFigures> figures(String kind, String year) {
        return dataflow.structure().area().codes().areaGroups(kind).stream()
                .map(group -> figures(group, year))
                .toList();
    }

    private AreaFigures figures(Code area, String year) {
        FlowFigures figures = new FlowFigures(dataflow, area, vintage);
        return new AreaFigures(area, count(figures, year), figures.rate(year));
    }

    private Observation count(FlowFigures figures, String year) {
        return dataflow.unit("COUNT")
                .map(unit -> figures.at(unit, null, null, year))
                .orElse(null);
    }

    private Optional<String> latest(Code world) {
        Dimension time = dataflow.structure().time();
        FlowFigures figures = new FlowFigures(dataflow, world, vintage);
        Statuses statuses = new Statuses(dataflow.structure());
        List<Observation> years = IntStream.range(0, time.size())
                .mapToObj(year -> count(figures, time.valueAt(year)))
                .map(count -> count != null && statuses.countsAsReported(count) ? count : null)
                .collect(Collectors.toList());
        return RepresentativeYear.of(years).stream().mapToObj(time::valueAt).findFirst();
    }
}
