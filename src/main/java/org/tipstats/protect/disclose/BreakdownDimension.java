package org.tipstats.protect.disclose;

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
    private final boolean[] single;

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
        this.single = new boolean[codes.size()];
        for (int place : own) {
            if (place >= 0) {
                single[place] = true;
            }
        }
    }

    private static int position(CodeList codes, String meaning) {
        return codes.first(code -> code.means(meaning)).map(Code::position).orElse(NONE);
    }

    /** Returns the key of the next broader cell in this dimension, or -1 for a total. */
    long above(long key) {
        int place = space.position(key, dimension.position());
        boolean isOwn = single[place] && place == own[space.position(key, area.position())];
        int parent = isOwn && nationals >= 0 ? nationals : parents[place];
        return parent < 0 ? NONE : space.withPosition(key, dimension.position(), parent);
    }

    /**
     * Returns true if the cell has the code for foreigners. The code may mean all foreigners, or only the foreigners
     * whose citizenships have no figures of their own. The data do not say which meaning applies.
     */
    boolean isForeigners(long key) {
        return foreigners >= 0 && space.position(key, dimension.position()) == foreigners;
    }

    /** Returns true if the citizenship of the cell is a single area other than the reporting area. */
    boolean isForeignArea(long key) {
        int place = space.position(key, dimension.position());
        return foreigners >= 0 && single[place] && place != own[space.position(key, area.position())];
    }

    /** Returns true if one person may be counted under several codes. */
    boolean overlaps() {
        return dimension.overlapping() || foreigners >= 0;
    }

    /** Returns the position of the cell's code. */
    int code(long key) {
        return space.position(key, dimension.position());
    }

    /** Returns the key of the same cell with another code. */
    long with(long key, int code) {
        return space.withPosition(key, dimension.position(), code);
    }

    /** Returns the key of the total over this dimension. */
    long total(long key) {
        return space.withPosition(key, dimension.position(), total);
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
