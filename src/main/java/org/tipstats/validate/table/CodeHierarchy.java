package org.tipstats.validate.table;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * The codes of one dimension as a tree of positions.
 *
 * @param total the position of the total, or -1
 * @param unknown the code for an unknown characteristic, or null
 * @param parents the position of the broader code for each position; -1 for a position without a broader code
 * @param citizens the codes that stand for the citizens of areas
 */
public record CodeHierarchy(Dimension dimension, int total, String unknown, int[] parents, Citizens citizens) {

    static final int NONE = -1;

    /**
     * Returns the trees of all dimensions whose codes form a tree. The area dimension is left out, because groups of
     * areas are compiled and never submitted.
     */
    public static List<CodeHierarchy> of(DataStructure structure) {
        return dimensions(structure).map(dimension -> of(dimension, structure)).toList();
    }

    /** Returns the dimensions whose codes form a tree, without the dimension of the area. */
    static Stream<Dimension> dimensions(DataStructure structure) {
        return structure.dimensions().stream()
                .filter(dimension -> !dimension.isTime() && dimension.role() != Role.AREA)
                .filter(dimension ->
                        dimension.codes().first(code -> code.parent() != null).isPresent());
    }

    private static CodeHierarchy of(Dimension dimension, DataStructure structure) {
        List<Code> codes = dimension.codes().codes();
        int total = dimension.codes().total().map(Code::position).orElse(NONE);
        int[] parents = codes.stream()
                .mapToInt(
                        code -> code.parent() == null ? NONE : dimension.codes().positionOf(code.parent()))
                .toArray();
        String unknown = dimension.codes().first(Code::isUnknown).map(Code::id).orElse(null);
        return new CodeHierarchy(dimension, total, unknown, parents, Citizens.of(dimension, structure));
    }

    int size() {
        return parents.length;
    }

    /**
     * Returns the position of the code that stands for the citizens of a reporting area, or -1 if there is no such
     * code.
     */
    public int own(int area) {
        return citizens.owns[area];
    }

    /**
     * Returns the position of the broader code, or -1. The broader code depends on the reporting area.
     *
     * @param own the position of the reporting area's own code, or -1
     */
    int parent(int position, int own) {
        int special = citizens.parent(position, own);
        return special >= 0 ? special : parents[position];
    }

    /** Returns whether the code is never compared with its parts: nationals, or foreigners, see {@link Citizens}. */
    boolean isNeverWhole(int position) {
        return position == citizens.nationals() || position == citizens.foreigners();
    }

    /**
     * The codes of one dimension that stand for citizens of areas. Their tree depends on the reporting area: its own
     * code is part of the nationals, and the code of any other area is part of the foreigners. The code for foreigners
     * may count all foreigners, or only those whose area has no code of its own in the file. It is therefore never
     * compared with its parts.
     *
     * @param nationals the position of the code for citizens of the reporting area, or -1
     * @param foreigners the position of the code for citizens of other areas, or -1
     * @param owns by the position of an area in the list of areas, the position of its code in this dimension; -1 if
     *     the dimension lacks the area
     * @param single for each position, whether its code is a single area
     */
    public record Citizens(int nationals, int foreigners, int[] owns, boolean[] single) {

        static Citizens of(Dimension dimension, DataStructure structure) {
            CodeList codes = dimension.codes();
            CodeList areas = structure.area().codes();
            int[] owns = new int[areas.size()];
            Arrays.fill(owns, CodeHierarchy.NONE);
            boolean[] single = new boolean[codes.size()];
            for (Code area : areas.singleAreas()) {
                int own = codes.positionOf(area.id());
                owns[area.position()] = own;
                if (own >= 0) {
                    single[own] = true;
                }
            }
            return new Citizens(position(codes, "NATIONALS"), position(codes, "FOREIGNERS"), owns, single);
        }

        private static int position(CodeList codes, String meaning) {
            return codes.first(code -> code.means(meaning)).map(Code::position).orElse(CodeHierarchy.NONE);
        }

        /**
         * Returns the broader code: nationals for {@code own}, which is the reporting area's own code; foreigners for
         * any other single area. Returns -1 if the position is not an area, or if the broader code does not exist.
         */
        int parent(int position, int own) {
            if (!single[position]) {
                return CodeHierarchy.NONE;
            }
            return position == own ? nationals : foreigners;
        }
    }
}
