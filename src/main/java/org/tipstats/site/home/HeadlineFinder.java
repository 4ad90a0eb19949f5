package org.tipstats.site.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tipstats.site.chapter.FlowFigures;
import org.tipstats.site.frame.Addresses;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.cube.RepresentativeYear;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/** Finds the main figures for the start page. Code lists say which codes are totals, the world and regions. */
final class HeadlineFinder {

    /**
     * The main figures of a release: totals over all breakdowns for the world, its regions and the other groups, in the
     * latest representative year.
     *
     * @param key the key of the world's count; the keys of the other counts differ only in the area
     * @param regions all regions in the order of the code list, with or without figures
     * @param groups all groups of the deployment in the order of the code list, with or without figures
     */
    record Headline(
            Dataflow dataflow,
            String year,
            long key,
            AreaFigures world,
            List<AreaFigures> regions,
            List<AreaFigures> groups) {

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
            Map<String, String> codes = new KeySpace(dataflow.structure()).codes(key);
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

    private final Dataflow dataflow;
    private final Cube cube;
    private final KeySpace space;
    private final Dimension area;
    private final Dimension time;

    HeadlineFinder(Dataflow dataflow, Cube cube) {
        this.dataflow = dataflow;
        this.cube = cube;
        this.space = cube.space();
        this.area = dataflow.structure().area();
        this.time = dataflow.structure().time();
    }

    /** Returns the headline; empty if the cube has no total for the world in any year. */
    Optional<Headline> find() {
        return area.codes().areaGroups("WORLD").stream().findFirst().flatMap(this::of);
    }

    private Optional<Headline> of(Code world) {
        return totals().flatMap(base -> latest(space.withPosition(base, area.position(), world.position())))
                .map(key -> new Headline(
                        dataflow,
                        space.code(key, time),
                        key,
                        figures(key, world),
                        figures(key, "REGION"),
                        figures(key, "GROUP")));
    }

    private List<AreaFigures> figures(long key, String kind) {
        return area.codes().areaGroups(kind).stream()
                .map(group -> figures(key, group))
                .toList();
    }

    private Optional<Long> latest(long base) {
        Statuses statuses = new Statuses(dataflow.structure());
        List<Observation> years = IntStream.range(0, time.size())
                .mapToObj(year -> cube.find(space.withPosition(base, time.position(), year))
                        .filter(statuses::countsAsReported)
                        .orElse(null))
                .collect(Collectors.toList());
        OptionalInt year = RepresentativeYear.of(years);
        return year.isEmpty()
                ? Optional.empty()
                : Optional.of(space.withPosition(base, time.position(), year.getAsInt()));
    }

    /** Returns the key of the total count, with position 0 for area and year; empty if a breakdown has no total. */
    private Optional<Long> totals() {
        List<Dimension> dimensions = dataflow.structure().dimensions();
        int[] positions = new int[dimensions.size()];
        for (Dimension dimension : dimensions) {
            if (dimension != area && dimension != time) {
                Optional<Code> code =
                        dimension.role() == Role.UNIT ? dataflow.unit("COUNT") : FlowFigures.whole(dataflow, dimension);
                if (code.isEmpty()) {
                    return Optional.empty();
                }
                positions[dimension.position()] = code.get().position();
            }
        }
        return Optional.of(space.pack(positions));
    }

    private AreaFigures figures(long key, Code place) {
        long count = space.withPosition(key, area.position(), place.position());
        Observation rate = dataflow.unit("RATE")
                .map(unit ->
                        space.withPosition(count, dataflow.structure().unit().position(), unit.position()))
                .flatMap(cube::find)
                .orElse(null);
        return new AreaFigures(place, cube.find(count).orElse(null), rate);
    }
}
