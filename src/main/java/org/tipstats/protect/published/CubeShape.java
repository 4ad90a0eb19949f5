package org.tipstats.protect.published;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * The structure that an intruder sees in the keys of a dataflow: counts and rates, areas and groups, totals and parts.
 */
final class CubeShape {

    static final int NONE = -1;

    private static final Set<Role> CONTEXT = EnumSet.of(Role.FREQUENCY, Role.AREA, Role.UNIT, Role.TIME);

    private final Dataflow dataflow;
    private final KeySpace space;
    private final int area;
    private final int unit;
    private final int count;
    private final int rate;
    private final CodeList areas;
    private final Dimension[] breakdowns;
    private final int[] totals;
    private final int[][] parents;

    CubeShape(Dataflow dataflow, KeySpace space) {
        DataStructure structure = dataflow.structure();
        this.dataflow = dataflow;
        this.space = space;
        this.area = structure.area().position();
        this.areas = structure.area().codes();
        this.unit = structure.unit().position();
        this.count = dataflow.unit("COUNT").map(Code::position).orElse(NONE);
        this.rate = dataflow.isPopulation()
                ? NONE
                : dataflow.unit("RATE").map(Code::position).orElse(NONE);
        this.breakdowns = structure.dimensions().stream()
                .filter(dimension -> !CONTEXT.contains(dimension.role()))
                .filter(dimension -> dimension.codes().total().isPresent())
                .toArray(Dimension[]::new);
        this.totals = Arrays.stream(breakdowns)
                .mapToInt(dimension -> dimension.codes().total().orElseThrow().position())
                .toArray();
        this.parents = Arrays.stream(breakdowns).map(CubeShape::parents).toArray(int[][]::new);
    }

    /** Returns the next broader code of each code: its parent, or the total if it has no parent. */
    private static int[] parents(Dimension dimension) {
        CodeList codes = dimension.codes();
        int total = codes.total().orElseThrow().position();
        return codes.codes().stream()
                .mapToInt(code -> code.position() == total
                        ? NONE
                        : code.parent() == null ? total : codes.positionOf(code.parent()))
                .toArray();
    }

    Dataflow dataflow() {
        return dataflow;
    }

    KeySpace space() {
        return space;
    }

    boolean isCount(long key) {
        return space.position(key, unit) == count;
    }

    boolean isRate(long key) {
        return rate != NONE && space.position(key, unit) == rate;
    }

    boolean hasRates() {
        return rate != NONE;
    }

    long countOf(long key) {
        return space.withPosition(key, unit, count);
    }

    Code rateUnit() {
        return dataflow.structure().unit().codes().at(rate);
    }

    Code areaOf(long key) {
        return areas.at(space.position(key, area));
    }

    /** Returns the areas and groups directly below a group: its parts in M49, or the areas that it names. */
    List<Code> membersOf(Code group) {
        return areas.children(group);
    }

    List<Code> groupsOf(Code member) {
        return areas.ancestors(member);
    }

    long inArea(long key, Code other) {
        return space.withPosition(key, area, other.position());
    }

    /** Returns the number of breakdowns: dimensions that have a total, such as sex or age. */
    int depth() {
        return breakdowns.length;
    }

    Dimension breakdown(int d) {
        return breakdowns[d];
    }

    int code(long key, int d) {
        return space.position(key, breakdowns[d].position());
    }

    long withCode(long key, int d, int code) {
        return space.withPosition(key, breakdowns[d].position(), code);
    }

    int total(int d) {
        return totals[d];
    }

    /** Returns the next broader code of a code, or {@link #NONE} for the total. */
    int parent(int d, int code) {
        return parents[d][code];
    }

    /** Returns true if {@code code} is equal to {@code wider} or below it. */
    boolean isWithin(int d, int code, int wider) {
        int current = code;
        while (current != NONE && current != wider) {
            current = parents[d][current];
        }
        return current == wider;
    }

    /** Returns the key that identifies the block of a figure: the total in every breakdown. */
    long blockOf(long key) {
        long block = key;
        for (int d = 0; d < breakdowns.length; d++) {
            block = withCode(block, d, totals[d]);
        }
        return block;
    }
}
