package org.tipstats.site.home;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tipstats.site.chapter.FlowFigures;
import org.tipstats.site.home.Headline.AreaFigures;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.RepresentativeYear;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/** Finds the headline in a published cube. The code lists say which codes are totals, the world and regions. */
final class HeadlineFinder {

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
        return year.isEmpty() ? Optional.empty() : Optional.of(space.withPosition(base, time.position(), year.getAsInt()));
    }

    /**
     * Returns the key of a count over all breakdowns, for the first area and year; empty if a breakdown has no total.
     */
    private Optional<Long> totals() {
        List<Dimension> dimensions = dataflow.structure().dimensions();
        int[] positions = new int[dimensions.size()];
        for (Dimension dimension : dimensions) {
            if (dimension != area && dimension != time) {
                Optional<Code> code = dimension.role() == Role.UNIT
                        ? dataflow.unit("COUNT")
                        : FlowFigures.whole(dataflow, dimension);
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
                .map(unit -> space.withPosition(count, dataflow.structure().unit().position(), unit.position()))
                .flatMap(cube::find)
                .orElse(null);
        return new AreaFigures(place, cube.find(count).orElse(null), rate);
    }
}
