package org.tipstats.validate.table;

import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * The codes of one dimension that stand for citizens of areas. The list is the same for all areas, but its tree depends
 * on the reporting area. The area's own code is part of its nationals; the code of any other area is part of the
 * foreigners. The code for foreigners may count all of them or only the rest, so it is never compared with its parts.
 *
 * @param nationals the position of the code for citizens of the reporting area, or -1
 * @param foreigners the position of the code for citizens of other areas, or -1
 * @param owns for each position in the list of areas, the position of the same area here, or -1
 * @param single for each position, whether its code is a single area
 */
public record Citizens(int nationals, int foreigners, int[] owns, boolean[] single) {

    static Citizens of(Dimension dimension, DataStructure structure) {
        CodeList codes = dimension.codes();
        CodeList areas = structure.area().codes();
        int[] owns = areas.codes().stream()
                .mapToInt(area -> area.isAreaGroup() ? CodeTree.NONE : codes.positionOf(area.id()))
                .toArray();
        boolean[] single = new boolean[codes.size()];
        for (int own : owns) {
            if (own >= 0) {
                single[own] = true;
            }
        }
        return new Citizens(position(codes, "NATIONALS"), position(codes, "FOREIGNERS"), owns, single);
    }

    private static int position(CodeList codes, String meaning) {
        return codes.first(code -> code.means(meaning)).map(Code::position).orElse(CodeTree.NONE);
    }

    /** Returns the position of the code of a reporting area, or -1. */
    int own(int area) {
        return owns[area];
    }

    /**
     * Returns the broader code of a position: nationals or foreigners. Returns -1 if the position is not an area, or if
     * the broader code does not exist.
     */
    int parent(int position, int own) {
        if (!single[position]) {
            return CodeTree.NONE;
        }
        return position == own ? nationals : foreigners;
    }
}
