package org.tipstats.compile.aggregate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tipstats.compile.aggregate.GroupCells.GroupCell;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.CubeShape;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaException;

/**
 * Compiles one dataflow: national counts and rates, and the sums, rates, bounds and coverage of every group of areas.
 * The figures of a group cover the areas that report. Immutable and thread-safe.
 *
 * <p>A value that the provider masked counts as 0 in the lower bound and as the threshold minus one in the upper bound.
 * In a dataflow without a threshold, a masked value could be any number, so it counts as missing.
 */
public final class AggregateCalculator {

    private final Dataflow dataflow;
    private final CubeShape shape;
    private final Statuses statuses;
    private final List<List<Code>> groupsOf;
    private final Populations populations;
    private final PublishedFigures figures;

    /**
     * Prepares the calculation.
     *
     * @param dataflow the dataflow to compile; the result has rates if the dataflow's publication constraint allows a
     *     unit for rates
     * @param population the accepted national populations; may be empty. If the dataflow is the population itself, pass
     *     the cube that is later passed to {@link #calculate}
     * @throws SchemaException if the dataflow has no unit for counts, or a unit for rates without the needed
     *     annotations
     */
    public AggregateCalculator(Dataflow dataflow, Cube population) {
        this.dataflow = dataflow;
        if (dataflow.unit("COUNT").isEmpty()) {
            throw new SchemaException(dataflow.id() + " has no unit that means COUNT");
        }
        this.shape = new CubeShape(dataflow);
        this.statuses = new Statuses(dataflow.structure());
        this.groupsOf = dataflow.structure().area().codes().codes().stream()
                .map(area ->
                        shape.groupsOf(area).stream().filter(Code::isAreaGroup).toList())
                .toList();
        this.populations = new Populations(shape, population);
        this.figures = new PublishedFigures(shape, populations);
    }

    /** Returns the national counts of a compiled cube. {@link #calculate} computes all other figures from them. */
    public static Cube nationalCounts(Dataflow dataflow, Cube compiled) {
        CubeShape shape = new CubeShape(dataflow);
        List<Observation> counts = compiled.observations().stream()
                .filter(figure -> shape.isCount(figure.key()) && !shape.isGroup(figure.key()))
                .toList();
        return Cube.of(compiled.space(), counts);
    }

    /**
     * Compiles accepted national counts. The result contains all figures of the dataflow in a release, before
     * disclosure control.
     *
     * @throws IllegalArgumentException if the cube has another structure, or contains an observation that is not a
     *     national count
     */
    public Cube calculate(Cube accepted) {
        if (!accepted.space().structure().equals(dataflow.structure())) {
            throw new IllegalArgumentException("not a cube of " + dataflow.id());
        }
        List<Observation> compiled = new ArrayList<>(accepted.size() * 2);
        List<Observation> nationalRates = new ArrayList<>(accepted.size());
        GroupCells cells = new GroupCells();
        for (Observation observation : accepted) {
            requireNationalCount(observation.key());
            long population = populations.ofCell(observation.key());
            Observation published = figures.count(observation);
            compiled.add(published);
            figures.rate(published, population).ifPresent(nationalRates::add);
            if (contributes(observation)) {
                addToGroups(observation, population, cells);
            }
        }
        // The order of the list does not matter, because Cube.of sorts it.
        compiled.addAll(nationalRates);
        cells.forEach(cell -> {
            compiled.add(figures.count(cell));
            figures.rate(cell).ifPresent(compiled::add);
        });
        return Cube.of(accepted.space(), compiled);
    }

    /**
     * Returns the contributions to an aggregate, one for each area of the group that reports the cell, in the order of
     * the area list. For a rate, areas without a known population do not contribute.
     *
     * @param aggregate the key of a count or rate of a group; any other key has no contributions
     * @param published the cube of the release; it contains the national counts
     */
    public List<Contribution> contributions(long aggregate, Cube published) {
        long[] members = shape.areasOf(shape.countOf(aggregate));
        // Keys that differ only in the area ascend in the order of the area list.
        Arrays.sort(members);
        List<Contribution> contributions = new ArrayList<>();
        for (long key : members) {
            long persons = populations.ofCell(key);
            if (persons > 0 || shape.isCount(aggregate)) {
                BigDecimal population = persons == 0 ? null : BigDecimal.valueOf(persons);
                published
                        .find(key)
                        .filter(this::contributes)
                        .map(observation -> new Contribution(shape.areaOf(key).id(), observation, population))
                        .ifPresent(contributions::add);
            }
        }
        return contributions;
    }

    private void addToGroups(Observation observation, long population, GroupCells cells) {
        long key = observation.key();
        long residents = populations.ofArea(key);
        for (Code group : groupsOf.get(shape.areaOf(key).position())) {
            GroupCell cell = cells.at(shape.inArea(key, group));
            cell.reported().add(observation, residents);
            if (population > 0) {
                cell.withPopulation().add(observation, population);
            }
        }
    }

    private boolean contributes(Observation observation) {
        return observation.value() != null
                || (dataflow.threshold() > 0 && statuses.suppressed().equals(observation.status()));
    }

    private void requireNationalCount(long key) {
        if (!shape.isCount(key) || shape.isGroup(key)) {
            throw new IllegalArgumentException(
                    "not a national count: " + shape.space().format(key));
        }
    }

    /**
     * The contribution of one area to an aggregate.
     *
     * @param area the code of the area
     * @param observation the published count of the area, which may have no value
     * @param population the population of the area for the same sex, age and year; null if unknown
     */
    public record Contribution(String area, Observation observation, BigDecimal population) {}
}
