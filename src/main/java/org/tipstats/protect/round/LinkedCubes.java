package org.tipstats.protect.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * Dataflows that count the same persons, and the relations between the keys of these dataflows. The broadest dataflow
 * comes first.
 */
final class LinkedCubes {

    private static final List<Role> FRAME = List.of(Role.FREQUENCY, Role.AREA, Role.UNIT, Role.TIME);

    private final List<Dataflow> dataflows;
    private final List<KeySpace> spaces = new ArrayList<>();
    private final List<Statuses> statuses = new ArrayList<>();

    LinkedCubes(List<Dataflow> dataflows) {
        this.dataflows = dataflows;
        for (Dataflow dataflow : dataflows) {
            spaces.add(new KeySpace(dataflow.structure()));
            statuses.add(new Statuses(dataflow.structure()));
        }
    }

    int size() {
        return dataflows.size();
    }

    Dataflow dataflow(int place) {
        return dataflows.get(place);
    }

    KeySpace space(int place) {
        return spaces.get(place);
    }

    Statuses statuses(int place) {
        return statuses.get(place);
    }

    /** Returns the smallest positive count that may be published. */
    int base() {
        return dataflows.get(0).disclosure().roundingBase();
    }

    /**
     * Returns the step to which the remainder of a line is rounded: larger than the largest count that providers mask, and
     * at least the base. Returns 0 if the remainder cannot consist only of masked parts.
     */
    long step(long remainder, int masked) {
        int threshold = dataflows.get(0).threshold();
        return masked > 0 && remainder <= masked * (threshold - 1L) ? Math.max(threshold, base()) : 0;
    }

    /** Returns the name that identifies a figure in every release. */
    String name(int place, long key) {
        return dataflows.get(place).id() + ":" + spaces.get(place).format(key);
    }

    Cube cube(int place, Map<String, Cube> cubes) {
        return cubes.getOrDefault(dataflows.get(place).id(), Cube.empty(spaces.get(place)));
    }

    /** Returns true if an observation has a value but its provider does not allow the value to be published. */
    boolean isReserved(int place, Observation observation) {
        return observation.value() != null && statuses.get(place).isConfidential(observation.confidentiality());
    }

    /** Returns the dimensions in which a total is the sum of its parts. */
    List<Dimension> breakdowns(int place) {
        return dataflows.get(place).structure().dimensions().stream()
                .filter(dimension -> !FRAME.contains(dimension.role()))
                .filter(dimension -> !dimension.isTime() && !dimension.overlapping())
                .toList();
    }

    /** Returns the key in the broadest dataflow that corresponds to a key of another dataflow, if there is one. */
    OptionalLong inBroadest(int place, long key) {
        return place == 0 ? OptionalLong.empty() : spaces.get(place).sameIn(spaces.get(0), key);
    }
}
