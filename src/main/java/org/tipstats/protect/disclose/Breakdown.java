package org.tipstats.protect.disclose;

import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * The codes of a dimension that breaks totals down, as a tree. Among citizenships the tree depends on who reports: the
 * reporting area's own code is part of its nationals.
 */
final class Breakdown {

    private static final int NONE = -1;

    private final Dimension dimension;
    private final Dimension area;
    private final int[] parents;
    private final int total;
    private final int nationals;
    private final int foreigners;
    private final int[] own;
    private final boolean[] single;

    Breakdown(Dimension dimension, Dimension area) {
        CodeList codes = dimension.codes();
        this.dimension = dimension;
        this.area = area;
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

    /** The key of the next broader cell in this dimension, or -1 for a total. */
    long above(KeySpace space, long key) {
        int place = space.position(key, dimension.position());
        boolean isOwn = single[place] && place == own[space.position(key, area.position())];
        int parent = isOwn && nationals >= 0 ? nationals : parents[place];
        return parent < 0 ? NONE : space.with(key, dimension.position(), parent);
    }

    /** Whether the cell stands for all foreigners, or for those not named singly; nobody says which. */
    boolean isForeigners(KeySpace space, long key) {
        return foreigners >= 0 && space.position(key, dimension.position()) == foreigners;
    }

    /** Whether the cell stands for the citizens of a single area other than the reporting one. */
    boolean isForeignArea(KeySpace space, long key) {
        int place = space.position(key, dimension.position());
        return foreigners >= 0 && single[place] && place != own[space.position(key, area.position())];
    }

    /** Whether one person may be counted under several codes. */
    boolean overlaps() {
        return dimension.overlapping() || foreigners >= 0;
    }

    /** The position of the cell's code. */
    int code(KeySpace space, long key) {
        return space.position(key, dimension.position());
    }

    /** The key of the same cell for another code. */
    long with(KeySpace space, long key, int code) {
        return space.with(key, dimension.position(), code);
    }

    /** The key of the total over this dimension. */
    long total(KeySpace space, long key) {
        return space.with(key, dimension.position(), total);
    }

    /** Whether a code is another or part of it. */
    boolean isWithin(int part, int whole) {
        int at = part;
        while (at >= 0 && at != whole) {
            at = parents[at];
        }
        return at == whole;
    }
}
