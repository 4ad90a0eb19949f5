package org.tipstats.disclosure;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tipstats.observation.KeySpace;
import org.tipstats.schema.Code;
import org.tipstats.schema.CodeList;
import org.tipstats.schema.DataStructure;
import org.tipstats.schema.Dataflow;
import org.tipstats.schema.Dimension;
import org.tipstats.schema.Role;
import org.tipstats.schema.SchemaException;

/** What a key of a dataflow is to disclosure control: count or rate, area or group, a total or a part. */
final class CubeLayout {

    private static final Set<Role> NO_BREAKDOWN = EnumSet.of(Role.FREQUENCY, Role.AREA, Role.UNIT, Role.TIME);
    private static final Set<String> ALWAYS_PUBLIC = Set.of("REGION", "WORLD");

    private final KeySpace space;
    private final CodeList areas;
    private final int area;
    private final int unit;
    private final int count;
    private final int rate;
    private final List<Dimension> breakdowns;
    private final int[][] members;

    CubeLayout(Dataflow dataflow) {
        DataStructure structure = dataflow.structure();
        this.space = new KeySpace(structure);
        this.areas = structure.area().codes();
        this.area = structure.area().position();
        this.unit = structure.unit().position();
        this.count = dataflow.unit("COUNT")
                .map(Code::position)
                .orElseThrow(() -> new SchemaException(dataflow.id() + " has no unit that means COUNT"));
        this.rate = dataflow.unit("RATE").map(Code::position).orElse(-1);
        this.breakdowns = structure.dimensions().stream()
                .filter(dimension -> !NO_BREAKDOWN.contains(dimension.role()))
                .filter(dimension -> dimension.codes().total().isPresent())
                .toList();
        this.members = areas.codes().stream().map(this::areasBelow).toArray(int[][]::new);
    }

    private int[] areasBelow(Code group) {
        return areas.descendants(group).stream()
                .filter(code -> !code.isAreaGroup())
                .mapToInt(Code::position)
                .toArray();
    }

    boolean isCount(long key) {
        return space.position(key, unit) == count;
    }

    boolean isRate(long key) {
        return space.position(key, unit) == rate;
    }

    /** The key of the count that a rate is made of. */
    long countOf(long key) {
        return space.with(key, unit, count);
    }

    boolean isGroup(long key) {
        return areaOf(key).isAreaGroup();
    }

    /** The same cell for each area of the key's group. */
    long[] membersOf(long key) {
        int[] below = members[space.position(key, area)];
        long[] keys = new long[below.length];
        for (int i = 0; i < below.length; i++) {
            keys[i] = space.with(key, area, below[i]);
        }
        return keys;
    }

    /** Whether this is the total over all breakdowns of a region or the world: what users must always find. */
    boolean mustStayPublic(long key) {
        Optional<String> group = areaOf(key).annotation("AREA_GROUP");
        return group.filter(ALWAYS_PUBLIC::contains).isPresent()
                && breakdowns.stream().allMatch(dimension -> isTotal(key, dimension));
    }

    private boolean isTotal(long key, Dimension dimension) {
        return dimension.codes().at(space.position(key, dimension.position())).isTotal();
    }

    String areaCode(long key) {
        return areaOf(key).id();
    }

    private Code areaOf(long key) {
        return areas.at(space.position(key, area));
    }
}
