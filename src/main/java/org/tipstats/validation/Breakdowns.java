package org.tipstats.validation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Consumer;

/**
 * All breakdowns along one dimension that the file touches and that hold no erroneous row, nor may hold one.
 *
 * <p>An erroneous row of which only the place is known stands there like a row, so that it hides the codes below it and
 * spoils the breakdowns that it is part of, and no others.
 */
final class Breakdowns {

    private static final int ABSENT = -1;
    private static final int ERRONEOUS = -2;

    private final RowTable rows;
    private final MergedRows merged;
    private final CodeTree tree;
    private final Axis axis;
    private final RowGroups groups;
    private final TaintedGroups tainted;
    private final int[] rowAt;
    private final int[] firstPart;
    private final int[] nextPart;
    private final boolean[] spoiled;
    private final int[] places;
    private final BitSet erroneous = new BitSet();
    private BitSet inconsistent;
    private int size;
    private boolean multiResponse;

    Breakdowns(RowTable rows, CodeTree tree) {
        this.rows = rows;
        this.merged = rows.merged();
        this.tree = tree;
        this.axis = Axis.of(rows.space(), tree.dimension().position());
        this.groups = RowGroups.along(axis, rows);
        this.tainted = new TaintedGroups(rows.space(), axis, merged.taints().sorted());
        this.rowAt = new int[tree.size()];
        this.firstPart = new int[tree.size()];
        this.nextPart = new int[tree.size()];
        this.spoiled = new boolean[tree.size()];
        this.places = new int[tree.size()];
        Arrays.fill(rowAt, ABSENT);
    }

    /** Shows every breakdown, in the order of the keys. */
    void forEach(Consumer<Breakdown> visitor) {
        Breakdown breakdown = new Breakdown(rows, tree);
        for (int group = 0; group < groups.groups(); group++) {
            visit(group, breakdown, visitor);
        }
    }

    /** Shows every breakdown that cannot add up; all groups are read once, later those that have one. */
    void forEachInconsistency(Consumer<Breakdown> visitor) {
        if (inconsistent == null) {
            inconsistent = new BitSet();
            Breakdown breakdown = new Breakdown(rows, tree);
            for (int group = 0; group < groups.groups(); group++) {
                int current = group;
                visit(group, breakdown, found -> {
                    if (!found.isConsistent()) {
                        inconsistent.set(current);
                    }
                });
            }
        }
        Breakdown breakdown = new Breakdown(rows, tree);
        for (int group = inconsistent.nextSetBit(0); group >= 0; group = inconsistent.nextSetBit(group + 1)) {
            visit(group, breakdown, found -> {
                if (!found.isConsistent()) {
                    visitor.accept(found);
                }
            });
        }
    }

    private void visit(int group, Breakdown breakdown, Consumer<Breakdown> visitor) {
        int start = groups.starts()[group];
        int end = groups.starts()[group + 1];
        if (end - start > 1 && !tainted.collect(axis.base(rows.key(groups.rows()[start])), erroneous)) {
            place(start, end);
            link();
            show(breakdown, visitor);
            clear();
        }
    }

    private void place(int start, int end) {
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

    /** Hangs every row under the nearest broader code that has one. */
    private void link() {
        for (int i = size - 1; i >= 0; i--) {
            int position = places[i];
            int above = tree.parent(position);
            while (above >= 0 && rowAt[above] == ABSENT) {
                above = tree.parent(above);
            }
            if (above >= 0) {
                nextPart[position] = firstPart[above];
                firstPart[above] = position;
                spoiled[above] |= rowAt[position] == ERRONEOUS;
            }
        }
    }

    private void show(Breakdown breakdown, Consumer<Breakdown> visitor) {
        for (int i = 0; i < size; i++) {
            int position = places[i];
            if (rowAt[position] >= 0 && !spoiled[position] && firstPart[position] >= 0) {
                breakdown.start(rowAt[position], multiResponse);
                for (int part = firstPart[position]; part >= 0; part = nextPart[part]) {
                    breakdown.addPart(rowAt[part]);
                }
                if (breakdown.isFromFile()) {
                    visitor.accept(breakdown);
                }
            }
        }
    }

    private void clear() {
        for (int i = 0; i < size; i++) {
            rowAt[places[i]] = ABSENT;
        }
    }
}
