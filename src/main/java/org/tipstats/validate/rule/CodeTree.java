package org.tipstats.validate.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * The codes of one dimension as a tree by position.
 *
 * @param total the position of the total, or -1
 * @param unknown the code for what isn't known, or null
 * @param parents for each position that of the broader code, or -1
 * @param citizens which codes stand for the citizens of which area
 */
record CodeTree(Dimension dimension, int total, String unknown, int[] parents, Citizens citizens) {

    static final int NONE = -1;

    /** The dimensions of a structure whose codes make a tree; groups of areas are compiled, never submitted. */
    static List<CodeTree> of(DataStructure structure) {
        return structure.dimensions().stream()
                .filter(dimension -> !dimension.isTime() && dimension.role() != Role.AREA)
                .map(dimension -> of(dimension, structure))
                .filter(tree -> Arrays.stream(tree.parents).anyMatch(parent -> parent >= 0))
                .toList();
    }

    private static CodeTree of(Dimension dimension, DataStructure structure) {
        List<Code> codes = dimension.codes().codes();
        int total = position(dimension.codes().total());
        int[] parents = codes.stream()
                .mapToInt(
                        code -> code.parent() == null ? NONE : dimension.codes().positionOf(code.parent()))
                .toArray();
        String unknown = dimension.codes().first(Code::isUnknown).map(Code::id).orElse(null);
        return new CodeTree(dimension, total, unknown, parents, Citizens.of(dimension, structure));
    }

    private static int position(Optional<Code> code) {
        return code.map(Code::position).orElse(NONE);
    }

    int size() {
        return parents.length;
    }

    /** The position of the code of a reporting area, where it is one of these codes, or -1. */
    int own(int area) {
        return citizens.own(area);
    }

    /** The position of the broader code in the file of an area whose own code is at a position, or -1. */
    int parent(int position, int own) {
        int special = citizens.parent(position, own);
        return special >= 0 ? special : parents[position];
    }

    /** Whether the code's parts say nothing about it: see {@link Citizens}. */
    boolean isNeverWhole(int position) {
        return position == citizens.nationals() || position == citizens.foreigners();
    }

    String code(int position) {
        return dimension.valueAt(position);
    }
}
