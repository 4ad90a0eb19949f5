package org.tipstats.compile.aggregate;

import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;

/** Which areas make up which group of areas, all by position in the area list. */
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

    /** The groups that an area is in, from the nearest upwards; none for an area outside of all regions. */
    int[] groupsOf(int area) {
        return groupsOf[area];
    }

    /** The areas of a group in the order of the list; none for what is no group. */
    int[] members(int group) {
        return members[group];
    }
}
