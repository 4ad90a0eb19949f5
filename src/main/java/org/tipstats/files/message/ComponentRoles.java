package org.tipstats.files.message;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * The facts about the components of a message that a reader needs.
 *
 * @param order the ids of the components in the order of a header; empty to use the order of the message
 * @param dimensions the ids of the dimensions
 * @param measure the id of the measure that observations give without its id
 * @param time the id of the dimension that observations give without its id
 * @param areKnown true if a data structure is known; if not, the message itself shows its dimensions
 */
record ComponentRoles(List<String> order, Set<String> dimensions, String measure, String time, boolean areKnown) {

    /** The roles if the structure is not known. The measure and the time have the ids of the standard. */
    static final ComponentRoles UNKNOWN = new ComponentRoles(List.of(), Set.of(), "OBS_VALUE", "TIME_PERIOD", false);

    static ComponentRoles of(DataStructure structure) {
        return new ComponentRoles(
                structure.componentIds(),
                structure.dimensions().stream().map(Dimension::id).collect(Collectors.toUnmodifiableSet()),
                structure.measure().id(),
                structure.time().id(),
                true);
    }

    /** Returns these roles with the given dimensions. If a structure is known, returns these roles unchanged. */
    ComponentRoles learnt(Set<String> found) {
        return areKnown ? this : new ComponentRoles(order, Set.copyOf(found), measure, time, false);
    }

    boolean isDimension(String id) {
        return dimensions.contains(id);
    }

    /**
     * Finds the dimensions of a message whose structure is not known. The reader needs the dimensions to apply the
     * attributes of groups. A group names some dimensions and its attributes. Series and observations name all
     * dimensions, but not the attributes of groups. So an id that occurs in a group and also in a series or an
     * observation is a dimension.
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
