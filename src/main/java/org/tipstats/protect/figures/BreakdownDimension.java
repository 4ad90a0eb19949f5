package org.tipstats.protect.figures;

import java.util.Arrays;
import java.util.BitSet;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * A dimension that breaks totals down, with its codes as a tree. For citizenships the tree depends on the reporting
 * area: the area's own code is part of its nationals.
 */
final class BreakdownDimension {

    private static final int NONE = -1;

    private final KeySpace space;
    private final Dimension dimension;
    private final Dimension area;
    private final int[] parents;
    private final int total;
    private final int nationals;
    private final int foreigners;
    private final int[] own;
    private final BitSet single = new BitSet();

    BreakdownDimension(KeySpace space, Dimension dimension) {
        this.space = space;
        this.area = space.structure().area();
        CodeList codes = dimension.codes();
        this.dimension = dimension;
        this.parents = codes.codes().stream()
                .mapToInt(code -> code.parent() == null ? NONE : codes.positionOf(code.parent()))
                .toArray();
        this.total = codes.total().map(Code::position).orElseThrow();
        this.nationals = position(codes, "NATIONALS");
        this.foreigners = position(codes, "FOREIGNERS");
        this.own = area.codes().codes().stream()
                .mapToInt(code -> code.isAreaGroup() ? NONE : codes.positionOf(code.id()))
                .toArray();
        Arrays.stream(own).filter(place -> place >= 0).forEach(single::set);
    }

    private static int position(CodeList codes, String meaning) {
        return codes.first(code -> code.means(meaning)).map(Code::position).orElse(NONE);
    }

    /** Returns the key of the next broader cell in this dimension, or -1 for a total. */
    long above(long key) {
        boolean isOwn = code(key) == own[space.position(key, area.position())];
        int parent = isOwn && nationals >= 0 ? nationals : parents[code(key)];
        return parent < 0 ? NONE : with(key, parent);
    }

    /**
     * Returns true if the cell has the code for foreigners. The code may mean all foreigners, or only the foreigners
     * whose citizenships have no figures of their own. The data do not say which meaning applies.
     */
    boolean isForeigners(long key) {
        return foreigners >= 0 && code(key) == foreigners;
    }

    boolean isForeignArea(long key) {
        return foreigners >= 0 && single.get(code(key)) && code(key) != own[space.position(key, area.position())];
    }

    /** Returns true if one person may be counted under several codes. */
    boolean overlaps() {
        return dimension.overlapping() || foreigners >= 0;
    }

    int code(long key) {
        return space.position(key, dimension.position());
    }

    long with(long key, int code) {
        return space.withPosition(key, dimension.position(), code);
    }

    long total(long key) {
        return with(key, total);
    }

    /** Returns true if the first code equals the second code or is a part of it. */
    boolean isWithin(int part, int whole) {
        int at = part;
        while (at >= 0 && at != whole) {
            at = parents[at];
        }
        return at == whole;
    }
}
