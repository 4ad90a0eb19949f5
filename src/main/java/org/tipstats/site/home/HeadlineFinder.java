package org.tipstats.site.home;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tipstats.site.chapter.FlowFigures;
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
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Finds the headline in a published cube. The code lists say which codes are totals, the world and regions. */
final class HeadlineFinder {

    /**
     * The main figures of a release: totals over all breakdowns for the world and its regions, in the latest
     * representative year.
     *
     * @param key the key of the world's count; the keys of the other counts differ only in the area
     * @param regions all regions in the order of the code list, with or without figures
     */
    record Headline(Dataflow dataflow, String year, long key, AreaFigures world, List<AreaFigures> regions) {

        private static final Set<Role> BREAKDOWNS = Set.of(Role.SEX, Role.AGE, Role.EXPLOITATION);

        /**
         * Returns the dataflow of the headline: the first dataflow with persons by sex, age and form of exploitation.
         */
        static Optional<Dataflow> dataflow(SchemaRegistry schemas) {
            return schemas.dataflows().stream()
                    .filter(dataflow -> BREAKDOWNS.stream()
                            .allMatch(
                                    role -> dataflow.structure().dimension(role).isPresent()))
                    .findFirst();
        }

        /** Returns the world, followed by the regions. */
        List<AreaFigures> all() {
            return Stream.concat(Stream.of(world), regions.stream()).toList();
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
                        area.codes().areaGroups("REGION").stream()
                                .map(region -> figures(key, region))
                                .toList()));
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

    /** Returns the key of the total count of the first area in the first year; empty if a breakdown has no total. */
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
