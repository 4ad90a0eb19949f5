package org.tipstats.vocabulary.cube;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * Reads from a key whether a figure is a count or a rate, for an area or a group, a total or a part. Knows the
 * structure and its code lists, but no figures.
 *
 * <p>A breakdown is a dimension that has a total, such as sex or age, but not the area, the time, the unit or the
 * frequency. Breakdowns are numbered from 0, in the order of the key. Codes are positions in the code list of their
 * breakdown.
 */
public final class CubeShape {

    /** The position in place of a code that does not exist, for example the code broader than a total. */
    public static final int NONE = -1;

    private static final Set<Role> CONTEXT = EnumSet.of(Role.FREQUENCY, Role.AREA, Role.UNIT, Role.TIME);

    private final Dataflow dataflow;
    private final DataStructure structure;
    private final KeySpace space;
    private final int area;
    private final int unit;
    private final int count;
    private final int rate;
    private final CodeList areas;
    private final List<List<Code>> areasOf;
    private final List<Dimension> breakdowns;
    private final int[] totals;
    private final int[][] parents;

    public CubeShape(Dataflow dataflow) {
        this.dataflow = dataflow;
        this.structure = dataflow.structure();
        this.space = new KeySpace(structure);
        this.area = structure.area().position();
        this.areas = structure.area().codes();
        this.areasOf = areas.codes().stream()
                .map(group -> areas.descendants(group).stream()
                        .filter(code -> !code.isAreaGroup())
                        .toList())
                .toList();
        this.unit = structure.unit().position();
        this.count = dataflow.unit("COUNT").map(Code::position).orElse(NONE);
        this.rate = dataflow.unit("RATE").map(Code::position).orElse(NONE);
        this.breakdowns = structure.dimensions().stream()
                .filter(dimension -> !CONTEXT.contains(dimension.role()))
                .filter(dimension -> dimension.codes().total().isPresent())
                .toList();
        this.totals = breakdowns.stream()
                .mapToInt(dimension -> dimension.codes().total().orElseThrow().position())
                .toArray();
        this.parents = breakdowns.stream().map(CubeShape::parents).toArray(int[][]::new);
    }

    /** Returns, for each code, the next broader code: its parent, or the total if it has no parent. */
    private static int[] parents(Dimension dimension) {
        CodeList codes = dimension.codes();
        int total = codes.total().orElseThrow().position();
        return codes.codes().stream()
                .mapToInt(code -> code.position() == total
                        ? NONE
                        : code.parent() == null ? total : codes.positionOf(code.parent()))
                .toArray();
    }

    public Dataflow dataflow() {
        return dataflow;
    }

    public KeySpace space() {
        return space;
    }

    public boolean isCount(long key) {
        return space.position(key, unit) == count;
    }

    public boolean isRate(long key) {
        return space.position(key, unit) == rate;
    }

    public boolean hasRates() {
        return rate != NONE;
    }

    /** Returns the key of the count that belongs to a rate. The dataflow must have counts. */
    public long countOf(long key) {
        return space.withPosition(key, unit, count);
    }

    /** Returns the key of the rate that belongs to a count, or the key itself if the dataflow has no rates. */
    public long rateOf(long key) {
        return hasRates() ? space.withPosition(key, unit, rate) : key;
    }

    /** Returns the unit of rates. The dataflow must have rates. */
    public Code rateUnit() {
        return structure.unit().codes().at(rate);
    }

    public Code areaOf(long key) {
        return areas.at(space.position(key, area));
    }

    public boolean isGroup(long key) {
        return areaOf(key).isAreaGroup();
    }

    /** Returns the areas and groups directly below a group: its parts in M49, or its listed members. */
    public List<Code> partsOf(Code group) {
        return areas.children(group);
    }

    /** Returns all groups that an area or group belongs to. */
    public List<Code> groupsOf(Code member) {
        return areas.ancestors(member);
    }

    /** Returns the number of areas in the group of the key. */
    public int areaCount(long key) {
        return areasOf.get(areaOf(key).position()).size();
    }

    /** Returns the key of the same cell for each area in the group of the key. */
    public long[] areasOf(long key) {
        // Gives the same keys as inArea, but faster: from one area of the list to the next, packed keys grow by the
        // same step.
        long atZero = space.withPosition(key, area, 0);
        long step = space.withPosition(atZero, area, 1) - atZero;
        return areasOf.get(areaOf(key).position()).stream()
                .mapToLong(code -> atZero + code.position() * step)
                .toArray();
    }

    /** Returns the key of the same cell in another area or group. */
    public long inArea(long key, Code other) {
        return space.withPosition(key, area, other.position());
    }

    public String year(long key) {
        return space.code(key, structure.time());
    }

    public List<Dimension> breakdowns() {
        return breakdowns;
    }

    public int breakdownCount() {
        return totals.length;
    }

    public int code(long key, int d) {
        return space.position(key, breakdowns.get(d).position());
    }

    /** Returns the key with another code in a breakdown. */
    public long withCode(long key, int d, int code) {
        return space.withPosition(key, breakdowns.get(d).position(), code);
    }

    public int total(int d) {
        return totals[d];
    }

    /** Returns the next broader code of a code, or {@link #NONE} for the total. */
    public int parent(int d, int code) {
        return parents[d][code];
    }

    /** Returns true if {@code code} is equal to {@code wider} or below it. */
    public boolean isWithin(int d, int code, int wider) {
        int current = code;
        while (current != NONE && current != wider) {
            current = parents[d][current];
        }
        return current == wider;
    }

    /** Returns the key of the same figure with the total in every breakdown. */
    public long grandTotal(long key) {
        long total = key;
        for (int d = 0; d < totals.length; d++) {
            total = withCode(total, d, totals[d]);
        }
        return total;
    }
}
