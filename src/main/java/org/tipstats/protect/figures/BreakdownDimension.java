package org.tipstats.protect.figures;

import java.util.Arrays;
import java.util.BitSet;
import org.tipstats.vocabulary.cube.CubeShape;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;

/**
 * A dimension that breaks totals down. For citizenships the tree of codes depends on the reporting area: the area's own
 * code is part of its nationals.
 */
final class BreakdownDimension {

    private final CubeShape shape;
    private final int d;
    private final int nationals;
    private final int foreigners;
    private final int[] own;
    private final BitSet single = new BitSet();

    /** @param d the number of the breakdown in the shape */
    BreakdownDimension(CubeShape shape, int d) {
        CodeList codes = shape.breakdowns().get(d).codes();
        this.shape = shape;
        this.d = d;
        this.nationals = position(codes, "NATIONALS");
        this.foreigners = position(codes, "FOREIGNERS");
        this.own = shape.dataflow().structure().area().codes().codes().stream()
                .mapToInt(code -> code.isAreaGroup() ? CubeShape.NONE : codes.positionOf(code.id()))
                .toArray();
        Arrays.stream(own).filter(place -> place >= 0).forEach(single::set);
    }

    private static int position(CodeList codes, String meaning) {
        return codes.first(code -> code.means(meaning)).map(Code::position).orElse(CubeShape.NONE);
    }

    /** Returns the key of the next broader cell in this dimension, or -1 for a total. */
    long above(long key) {
        int code = shape.code(key, d);
        int parent = nationals >= 0 && code == own(key) ? nationals : shape.parent(d, code);
        return parent < 0 ? -1 : shape.withCode(key, d, parent);
    }

    private int own(long key) {
        return own[shape.areaOf(key).position()];
    }

    /**
     * Returns true if the cell has the code for foreigners. The code may mean all foreigners, or only the foreigners
     * whose citizenships have no separate figures. The data do not say which meaning applies.
     */
    boolean isForeigners(long key) {
        return shape.code(key, d) == foreigners;
    }

    boolean isForeignArea(long key) {
        int code = shape.code(key, d);
        return foreigners >= 0 && single.get(code) && code != own(key);
    }

    /** Returns true if one person may be counted under several codes. */
    boolean overlaps() {
        return shape.breakdowns().get(d).overlapping() || foreigners >= 0;
    }
}
