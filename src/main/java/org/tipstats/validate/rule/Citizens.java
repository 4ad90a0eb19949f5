package org.tipstats.validate.rule;

import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Which codes of one dimension stand for citizens of which area. The list is the same for all areas, but its tree
 * depends on who reports: the reporting area's own code is part of its nationals, that of any other area is part of the
 * foreigners. The code for foreigners may hold all of them or the rest, so it is never compared with its parts.
 *
 * @param nationals the position of the code for citizens of the reporting area, or -1
 * @param foreigners the position of the code for citizens of other areas, or -1
 * @param owns for each position in the list of areas that of the same area here, or -1
 * @param single whether the code at a position is a single area
 */
record Citizens(int nationals, int foreigners, int[] owns, boolean[] single) {

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

    /** The position of the code of a reporting area, or -1. */
    int own(int area) {
        return owns[area];
    }

    /** The broader code of a position where it is one of an area and its nationals or foreigners have a code, else -1. */
    int parent(int position, int own) {
        if (!single[position]) {
            return CodeTree.NONE;
        }
        return position == own ? nationals : foreigners;
    }
}
