package org.tipstats.validate.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.tipstats.validate.table.KeyPatterns.TaintedGroups;
import org.tipstats.validate.table.RowGroups.Axis;

/**
 * Finds all breakdowns along one dimension, and the parts of totals without a row. Usually finds only the breakdowns
 * that have a row of the file. Leaves out each breakdown that contains or may contain an erroneous row.
 *
 * <p>The key of an erroneous row may be known only in part. Rows below an erroneous row are parts of that row, not of a
 * broader code. An erroneous row therefore excludes only the breakdowns to which it belongs.
 */
public final class BreakdownScanner {

    private static final int ABSENT = -1;
    private static final int ERRONEOUS = -2;

    private final RowTable rows;
    private final MergedRows merged;
    private final CodeHierarchy tree;
    private final boolean all;
    private final Axis axis;
    private final int area;
    private final RowGroups groups;
    private final TaintedGroups tainted;
    private final int[] rowAt;
    private final int[] firstPart;
    private final int[] nextPart;
    private final boolean[] spoiled;
    private final int[] places;
    private final BitSet erroneous = new BitSet();
    /** The breakdowns that cannot add up, in the order of the keys. */
    private List<Breakdown> inconsistent;

    /** The groups that have parts of a total, but no row of the total itself; null if the groups were not read. */
    private BitSet withoutTotal;

    private int size;
    private int own;
    private int firstRoot;
    private boolean spoiledRoots;
    private boolean multiResponse;

    /** @param all true to include breakdowns without a row of the file */
    public BreakdownScanner(RowTable rows, CodeHierarchy tree, boolean all) {
        this.rows = rows;
        this.merged = rows.merged();
        this.tree = tree;
        this.all = all;
        this.axis = Axis.of(rows.space(), tree.dimension().position());
        this.area = rows.space().structure().area().position();
        this.groups = RowGroups.along(axis, rows, all);
        this.tainted = new TaintedGroups(rows.space(), axis, merged.taints().sorted());
        this.rowAt = new int[tree.size()];
        this.firstPart = new int[tree.size()];
        this.nextPart = new int[tree.size()];
        this.spoiled = new boolean[tree.size()];
        this.places = new int[tree.size()];
        Arrays.fill(rowAt, ABSENT);
    }

    public CodeHierarchy tree() {
        return tree;
    }

    /** Calls the visitor with every breakdown, in the order of the keys. */
    public void forEach(Consumer<Breakdown> visitor) {
        Breakdown breakdown = new Breakdown(rows, tree);
        for (int group = 0; group < groups.groups(); group++) {
            visit(group, breakdown, found -> {
                if (found.hasWhole()) {
                    visitor.accept(found);
                }
            });
        }
    }

    /**
     * Calls the visitor with every breakdown of the given pairs of area and period, even if it has no row of the file.
     */
    void forEachOf(BitSet periods, Consumer<Breakdown> visitor) {
        Breakdown breakdown = new Breakdown(rows, tree);
        for (int group = 0; group < groups.groups(); group++) {
            int start = groups.starts()[group];
            if (start < groups.rows().length && periods.get(merged.period(rows.key(groups.rows()[start])))) {
                visitUntouched(group, breakdown, found -> {
                    if (found.hasWhole()) {
                        visitor.accept(found);
                    }
                });
            }
        }
    }

    /** Calls the visitor with every breakdown that cannot add up. Visitors may keep these breakdowns. */
    void forEachInconsistency(Consumer<Breakdown> visitor) {
        scanned().inconsistent.forEach(visitor);
    }

    /** Calls the visitor with the parts of every total that has no row with a value. */
    public void forEachWithoutTotal(Consumer<Breakdown> visitor) {
        Breakdown breakdown = new Breakdown(rows, tree);
        IntStream some = withoutTotal == null ? IntStream.range(0, groups.groups()) : withoutTotal.stream();
        some.forEach(group -> visit(group, breakdown, found -> {
            if (!found.hasWhole()) {
                visitor.accept(found);
            }
        }));
    }

    /** Returns this scanner after it has read all groups. It keeps the results, because several rules need them. */
    BreakdownScanner scanned() {
        if (inconsistent == null) {
            scan();
        }
        return this;
    }

    private void scan() {
        inconsistent = new ArrayList<>();
        withoutTotal = new BitSet();
        Breakdown breakdown = new Breakdown(rows, tree);
        for (int group = 0; group < groups.groups(); group++) {
            int current = group;
            visit(group, breakdown, found -> {
                if (!found.hasWhole()) {
                    withoutTotal.set(current);
                } else if (!found.isConsistent()) {
                    inconsistent.add(found.copy());
                }
            });
        }
    }

    private void visit(int group, Breakdown breakdown, Consumer<Breakdown> visitor) {
        visitUntouched(group, breakdown, found -> {
            if (all || found.isFromFile()) {
                visitor.accept(found);
            }
        });
    }

    private void visitUntouched(int group, Breakdown breakdown, Consumer<Breakdown> visitor) {
        int start = groups.starts()[group];
        int end = groups.starts()[group + 1];
        long key = end == start ? 0 : rows.key(groups.rows()[start]);
        boolean comparable = end - start > 1 || end > start && axis.position(key) != tree.total();
        if (comparable && !tainted.collect(axis.base(key), erroneous)) {
            own = tree.own(rows.space().position(key, area));
            placeRows(start, end);
            link();
            show(breakdown, visitor);
            clear();
        }
    }

    private void placeRows(int start, int end) {
        size = 0;
        multiResponse = false;
        for (int i = start; i < end; i++) {
            int row = groups.rows()[i];
            multiResponse |= rows.isMultiResponse(row);
            put(axis.position(rows.key(row)), merged.isFaulty(row) ? ERRONEOUS : row);
        }
        for (int position = erroneous.nextSetBit(0); position >= 0; position = erroneous.nextSetBit(position + 1)) {
            if (rowAt[position] == ABSENT) {
                put(position, ERRONEOUS);
            }
            rowAt[position] = ERRONEOUS;
        }
    }

    private void put(int position, int row) {
        rowAt[position] = row;
        firstPart[position] = ABSENT;
        spoiled[position] = false;
        places[size++] = position;
    }

    /** Links every row to the nearest broader code that has a row. Rows without such a broader code are roots. */
    private void link() {
        firstRoot = ABSENT;
        spoiledRoots = false;
        for (int i = size - 1; i >= 0; i--) {
            int position = places[i];
            int above = above(position);
            if (above >= 0) {
                nextPart[position] = firstPart[above];
                firstPart[above] = position;
            } else {
                nextPart[position] = firstRoot;
                firstRoot = position;
            }
            if (rowAt[position] == ERRONEOUS) {
                exclude(above);
            }
        }
    }

    private int above(int position) {
        int above = tree.parent(position, own);
        while (above >= 0 && rowAt[above] == ABSENT) {
            above = tree.parent(above, own);
        }
        return above;
    }

    /**
     * Excludes the breakdown of a code. If the code stands for foreigners, also excludes the breakdown of its broader
     * code, because the parts of the foreigners belong to both breakdowns.
     */
    private void exclude(int position) {
        if (position < 0) {
            spoiledRoots = true;
            return;
        }
        spoiled[position] = true;
        if (position == tree.citizens().foreigners()) {
            exclude(above(position));
        }
    }

    private void show(Breakdown breakdown, Consumer<Breakdown> visitor) {
        for (int i = 0; i < size; i++) {
            int position = places[i];
            boolean whole = rowAt[position] >= 0 && firstPart[position] >= 0;
            if (whole && !spoiled[position] && !tree.isNeverWhole(position)) {
                show(rowAt[position], firstPart[position], breakdown, visitor);
            }
        }
        if (tree.total() >= 0 && rowAt[tree.total()] == ABSENT && !spoiledRoots) {
            show(RowTable.NONE, firstRoot, breakdown, visitor);
        }
    }

    private void show(int whole, int first, Breakdown breakdown, Consumer<Breakdown> visitor) {
        breakdown.start(whole, multiResponse);
        int foreigners = ABSENT;
        for (int part = first; part >= 0; part = nextPart[part]) {
            breakdown.addPart(rowAt[part]);
            foreigners = part == tree.citizens().foreigners() ? part : foreigners;
        }
        int foreigner = foreigners < 0 ? ABSENT : firstPart[foreigners];
        for (; foreigner >= 0; foreigner = nextPart[foreigner]) {
            breakdown.addForeigner(rowAt[foreigner], rowAt[foreigners]);
        }
        visitor.accept(breakdown);
    }

    private void clear() {
        for (int i = 0; i < size; i++) {
            rowAt[places[i]] = ABSENT;
        }
    }
}
