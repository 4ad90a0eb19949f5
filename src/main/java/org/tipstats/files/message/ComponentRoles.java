package org.tipstats.files.message;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * What a reader must know about the components of a message.
 *
 * @param order the ids of the components in the order of a header; empty if the order of the message counts
 * @param dimensions the ids of the dimensions
 * @param measure the id of the measure that observations give without its id
 * @param time the id of the dimension that observations give without its id
 * @param areKnown whether a data structure is known; if not, the message itself shows its dimensions
 */
record ComponentRoles(List<String> order, Set<String> dimensions, String measure, String time, boolean areKnown) {

    /** The roles in a message of any structure: the ids that the standard gives to the measure and to the time. */
    static final ComponentRoles UNKNOWN = new ComponentRoles(List.of(), Set.of(), "OBS_VALUE", "TIME_PERIOD", false);

    static ComponentRoles of(DataStructure structure) {
        return new ComponentRoles(
                structure.componentIds(),
                structure.dimensions().stream().map(Dimension::id).collect(Collectors.toUnmodifiableSet()),
                structure.measure().id(),
                structure.time().id(),
                true);
    }

    /** Returns the same roles; if no structure is known, with these dimensions. */
    ComponentRoles learnt(Set<String> found) {
        return areKnown ? this : new ComponentRoles(order, Set.copyOf(found), measure, time, false);
    }

    boolean isDimension(String id) {
        return dimensions.contains(id);
    }

    /**
     * Learns the dimensions of a message whose structure is not known. Only groups need them. A group names some
     * dimensions and gives attributes; series and observations name all dimensions, but not the attributes of groups.
     */
    static final class Learner {

        private final Set<String> inGroups = new HashSet<>();
        private final Set<String> inKeys = new HashSet<>();

        void group(LevelValues values) {
            values.addIdsTo(inGroups);
        }

        void key(LevelValues values) {
            values.addIdsTo(inKeys);
        }

        Set<String> dimensions() {
            Set<String> both = new HashSet<>(inGroups);
            both.retainAll(inKeys);
            return both;
        }
    }
}
