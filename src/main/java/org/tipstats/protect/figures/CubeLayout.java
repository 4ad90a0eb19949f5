package org.tipstats.protect.figures;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tipstats.vocabulary.cube.CubeShape;
import org.tipstats.vocabulary.cube.FigureRanks;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaException;

/**
 * The facts about the figures of a dataflow that protection needs. It says which figures providers masked or reserved,
 * which must stay public, in which order figures are withheld, and which figures add up to others.
 */
public final class CubeLayout {

    private static final Set<String> ALWAYS_PUBLIC = Set.of("REGION", "WORLD");

    private final CubeShape shape;
    private final Statuses statuses;
    private final FigureRanks ranks;
    private final List<BreakdownDimension> breakdowns;
    private final List<List<Code>> groupsOf;
    private final Set<String> yearsWithoutTotals;

    /**
     * @param orders the orders of areas; see {@link AreaSettings#orders}
     * @param yearsWithoutTotals the years in which totals of regions may be withheld
     */
    public CubeLayout(Dataflow dataflow, Map<String, List<String>> orders, Set<String> yearsWithoutTotals) {
        if (dataflow.unit("COUNT").isEmpty()) {
            throw new SchemaException(dataflow.id() + " has no unit that means COUNT");
        }
        CodeList areas = dataflow.structure().area().codes();
        this.shape = new CubeShape(dataflow);
        this.statuses = new Statuses(dataflow.structure());
        this.ranks = new FigureRanks(shape, orders);
        this.breakdowns = IntStream.range(0, shape.breakdownCount())
                .mapToObj(d -> new BreakdownDimension(shape, d))
                .toList();
        this.groupsOf = areas.codes().stream()
                .map(code -> Stream.concat(areas.broader(code).stream().limit(1), areas.groupsOf(code).stream())
                        .toList())
                .toList();
        this.yearsWithoutTotals = yearsWithoutTotals;
    }

    public CubeShape shape() {
        return shape;
    }

    public Dataflow dataflow() {
        return shape.dataflow();
    }

    public String id() {
        return dataflow().id();
    }

    public FigureRanks ranks() {
        return ranks;
    }

    int mostMasked() {
        return Math.max(0, dataflow().threshold() - 1);
    }

    List<BreakdownDimension> breakdowns() {
        return breakdowns;
    }

    /** Returns true if one person may be counted under several codes of a breakdown. */
    boolean overlaps() {
        return breakdowns.stream().anyMatch(BreakdownDimension::overlaps);
    }

    /** A masked figure can have any value from 0 to below the threshold. */
    boolean isMasked(Observation observation) {
        return observation.value() == null && statuses.isMasked(observation);
    }

    public boolean isReserved(Observation observation) {
        return statuses.isConfidential(observation.confidentiality());
    }

    /** Returns the keys of the same cell for the next larger M49 group and for each user-defined group of the area. */
    long[] groupsAbove(long key) {
        return groupsOf.get(shape.areaOf(key).position()).stream()
                .mapToLong(group -> shape.inArea(key, group))
                .toArray();
    }

    /**
     * Returns true for the total of a region or the world over all breakdowns. Such a total must be public. The totals
     * of regions are exempt in the years without totals.
     */
    public boolean mustStayPublic(long key) {
        Code area = shape.areaOf(key);
        boolean excepted = area.isAreaGroup("REGION") && yearsWithoutTotals.contains(shape.year(key));
        return ALWAYS_PUBLIC.contains(area.annotation("AREA_GROUP").orElse("")) && ranks.of(key) == 0 && !excepted;
    }
}
