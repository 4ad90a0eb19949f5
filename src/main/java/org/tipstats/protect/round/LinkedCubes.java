package org.tipstats.protect.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * Dataflows that count the same persons, and the relations between the keys of these dataflows. The broadest dataflow
 * comes first.
 */
final class LinkedCubes {

    private static final List<Role> FRAME = List.of(Role.FREQUENCY, Role.AREA, Role.UNIT, Role.TIME);
    /** Stands for a missing key: the other dataflow cannot contain the figure. */
    static final long NONE = -1;

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

    /** Returns the name that identifies a figure in every release. */
    String name(int place, long key) {
        return dataflows.get(place).id() + ":" + spaces.get(place).format(key);
    }

    Cube cube(int place, Map<String, Cube> cubes) {
        Cube cube = cubes.get(dataflows.get(place).id());
        return cube == null ? Cube.empty(spaces.get(place)) : cube;
    }

    /** Returns true if an observation has a value but its provider does not allow the value to be published. */
    boolean isReserved(int place, Observation observation) {
        String confidentiality = observation.confidentiality();
        return observation.value() != null
                && confidentiality != null
                && !confidentiality.equals(statuses.get(place).free());
    }

    /** Returns the dimensions in which a total is the sum of its parts. */
    List<Dimension> breakdowns(int place) {
        return dataflows.get(place).structure().dimensions().stream()
                .filter(dimension -> !FRAME.contains(dimension.role()))
                .filter(dimension -> !dimension.isTime() && !dimension.overlapping())
                .toList();
    }

    /** Returns the key in the broadest dataflow that corresponds to a key of another dataflow, or {@link #NONE}. */
    long inBroadest(int place, long key) {
        List<Dimension> own = dataflows.get(place).structure().dimensions();
        List<Dimension> broad = dataflows.get(0).structure().dimensions();
        int[] positions = new int[broad.size()];
        for (Dimension dimension : broad) {
            Optional<Dimension> same = dataflows.get(place).structure().dimension(dimension.id());
            positions[dimension.position()] =
                    same.isPresent() ? dimension.positionOf(spaces.get(place).code(key, same.get())) : total(dimension);
            if (positions[dimension.position()] < 0) {
                return NONE;
            }
        }
        for (Dimension dimension : own) {
            boolean shared =
                    dataflows.get(0).structure().dimension(dimension.id()).isPresent();
            if (!shared && spaces.get(place).position(key, dimension.position()) != total(dimension)) {
                return NONE;
            }
        }
        return spaces.get(0).pack(positions);
    }

    private static int total(Dimension dimension) {
        return dimension.isTime()
                ? (int) NONE
                : dimension.codes().total().map(Code::position).orElse((int) NONE);
    }
}
