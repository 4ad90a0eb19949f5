package org.tipstats.compile.aggregate;

import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;

/** The groups of each area and the areas of each group, by position in the area list. */
final class AreaGroups {

    private final int[][] groupsOf;
    private final int[][] members;

    AreaGroups(CodeList areas) {
        this.groupsOf = new int[areas.size()][];
        this.members = new int[areas.size()][];
        for (Code code : areas.codes()) {
            groupsOf[code.position()] = areas.ancestors(code).stream()
                    .filter(Code::isAreaGroup)
                    .mapToInt(Code::position)
                    .toArray();
            members[code.position()] = !code.isAreaGroup()
                    ? new int[0]
                    : areas.descendants(code).stream()
                            .filter(below -> !below.isAreaGroup())
                            .mapToInt(Code::position)
                            .sorted()
                            .toArray();
        }
    }

    /**
     * Returns the groups that an area belongs to: those of M49, the smallest first, then those of the deployment. The
     * result is empty if the area belongs to no group.
     */
    int[] groupsOf(int area) {
        return groupsOf[area];
    }

    /**
     * Returns the areas of a group in the order of the area list. The result is empty if the position does not belong
     * to a group.
     */
    int[] members(int group) {
        return members[group];
    }
}
