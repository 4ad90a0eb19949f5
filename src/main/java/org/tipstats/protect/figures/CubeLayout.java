package org.tipstats.protect.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaException;

/**
 * Answers questions about the keys of a dataflow, for example: does a key belong to a count or a rate, to an area or a
 * group, to a total or a part?
 */
public final class CubeLayout {

    private static final Set<String> ALWAYS_PUBLIC = Set.of("REGION", "WORLD");

    private final Dataflow dataflow;
    private final KeySpace space;
    private final Statuses statuses;
    private final CodeList areas;
    private final int area;
    private final int unit;
    private final int count;
    private final int rate;
    private final FigureRanks ranks;
    private final List<BreakdownDimension> trees;
    private final int[][] members;
    private final int[][] groupsOf;
    private final Set<String> yearsWithoutTotals;

    /**
     * @param orders the orders of areas; see {@link AreaSettings#orders}
     * @param yearsWithoutTotals the years in which totals of regions may be withheld
     */
    public CubeLayout(Dataflow dataflow, Map<String, List<String>> orders, Set<String> yearsWithoutTotals) {
        DataStructure structure = dataflow.structure();
        this.dataflow = dataflow;
        this.space = new KeySpace(structure);
        this.statuses = new Statuses(structure);
        this.areas = structure.area().codes();
        this.area = structure.area().position();
        this.unit = structure.unit().position();
        this.count = dataflow.unit("COUNT")
                .map(Code::position)
                .orElseThrow(() -> new SchemaException(dataflow.id() + " has no unit that means COUNT"));
        this.rate = dataflow.unit("RATE").map(Code::position).orElse(-1);
        this.yearsWithoutTotals = yearsWithoutTotals;
        this.ranks = new FigureRanks(dataflow, orders);
        this.trees = ranks.breakdowns().stream()
                .map(dimension -> new BreakdownDimension(space, dimension))
                .toList();
        this.members = areas.codes().stream().map(this::areasBelow).toArray(int[][]::new);
        this.groupsOf = areas.codes().stream().map(this::groupsAbove).toArray(int[][]::new);
    }

    private int[] groupsAbove(Code code) {
        return Stream.concat(areas.broader(code).stream().limit(1), areas.groupsOf(code).stream())
                .mapToInt(Code::position)
                .toArray();
    }

    private int[] areasBelow(Code group) {
        return areas.descendants(group).stream()
                .filter(code -> !code.isAreaGroup())
                .mapToInt(Code::position)
                .toArray();
    }

    public Dataflow dataflow() {
        return dataflow;
    }

    public String id() {
        return dataflow.id();
    }

    KeySpace space() {
        return space;
    }

    public FigureRanks ranks() {
        return ranks;
    }

    int mostMasked() {
        return Math.max(0, dataflow.threshold() - 1);
    }

    List<BreakdownDimension> breakdowns() {
        return trees;
    }

    public boolean isCount(long key) {
        return space.position(key, unit) == count;
    }

    boolean isRate(long key) {
        return space.position(key, unit) == rate;
    }

    long countOf(long key) {
        return space.withPosition(key, unit, count);
    }

    /** Returns the key of the rate of a count, or the key itself if the dataflow has no rates. */
    public long rateOf(long key) {
        return rate < 0 ? key : space.withPosition(key, unit, rate);
    }

    public boolean isGroup(long key) {
        return areaOf(key).isAreaGroup();
    }

    /** A masked figure can have any value from 0 to below the threshold. */
    boolean isMasked(Observation observation) {
        return observation.value() == null && statuses.isMasked(observation);
    }

    public boolean isReserved(Observation observation) {
        return statuses.isConfidential(observation.confidentiality());
    }

    /** Returns the keys of the same cell for all areas of a group. */
    public long[] membersOf(long key) {
        return inAreas(key, members[space.position(key, area)]);
    }

    private long[] inAreas(long key, int[] positions) {
        return Arrays.stream(positions)
                .mapToLong(position -> space.withPosition(key, area, position))
                .toArray();
    }

    /** Returns the keys of the same cell for the next larger M49 group and for each group of the deployment. */
    long[] groupsAbove(long key) {
        return inAreas(key, groupsOf[space.position(key, area)]);
    }

    /**
     * Returns true for the total of a region or the world over all breakdowns. Such a total must be public, except the
     * totals of regions in the years that the release makes an exception for.
     */
    public boolean mustStayPublic(long key) {
        boolean excepted = areaOf(key).isAreaGroup("REGION") && yearsWithoutTotals.contains(year(key));
        return ALWAYS_PUBLIC.contains(areaOf(key).annotation("AREA_GROUP").orElse(""))
                && ranks.of(key) == 0
                && !excepted;
    }

    public long grandTotal(long key) {
        long total = key;
        for (BreakdownDimension breakdown : trees) {
            total = breakdown.total(total);
        }
        return total;
    }

    public String year(long key) {
        return space.code(key, space.structure().time());
    }

    public String areaCode(long key) {
        return areaOf(key).id();
    }

    private Code areaOf(long key) {
        return areas.at(space.position(key, area));
    }
}
