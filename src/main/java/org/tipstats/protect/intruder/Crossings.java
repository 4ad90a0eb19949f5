package org.tipstats.protect.intruder;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/**
 * The finest crossings of a block, published or not. A crossing combines one finest code of each dimension, for example
 * women, 18 to 29 years, forced labour. Every figure is the sum of the crossings that it includes, and no crossing is
 * negative. These sums cover two cases: tables of different dimensions that limit each other (Fréchet bounds), and
 * totals whose intermediate levels are not published.
 */
final class Crossings {

    /**
     * The largest number of crossings of a block. Larger blocks add no equations. The tables of one area do not reach
     * this size.
     */
    private static final int MAX_CROSSINGS = 50_000;

    private final AreaBlock block;
    private final CubeShape shape;
    private final List<List<Integer>> leaves = new ArrayList<>();
    private final List<Map<Integer, BitSet>> leafSets = new ArrayList<>();
    private final AuditedFigure[] crossings;

    Crossings(AreaBlock block) {
        this.block = block;
        this.shape = block.shape();
        long product = 1;
        for (int d = 0; d < shape.depth(); d++) {
            leaves.add(leaves(d));
            leafSets.add(leafSets(d));
            product = Math.min(product * leaves.get(d).size(), MAX_CROSSINGS + 1L);
        }
        this.crossings = product > MAX_CROSSINGS ? null : new AuditedFigure[(int) product];
    }

    /** Returns true if the crossings may reveal more than the sums of totals and parts; see {@link TableCycles}. */
    static boolean revealMore(AreaBlock block) {
        CubeShape shape = block.shape();
        Set<Integer> types = new HashSet<>();
        boolean closed = true;
        for (long key : block.figures().keySet()) {
            int type = 0;
            for (int d = 0; d < shape.depth(); d++) {
                if (shape.code(key, d) != shape.total(d)) {
                    type |= 1 << d;
                    closed &= block.figures().containsKey(shape.withCode(key, d, shape.total(d)));
                }
            }
            types.add(type);
        }
        return !closed || TableCycles.isCyclic(types) || sharesUnreported(block);
    }

    /** Returns true if two sums lack the same part, because the area does not report this part. */
    private static boolean sharesUnreported(AreaBlock block) {
        CubeShape shape = block.shape();
        Map<Long, Integer> times = new HashMap<>();
        for (long key : block.figures().keySet()) {
            for (int d = 0; d < shape.depth(); d++) {
                for (int code : block.codes(d)) {
                    long part = shape.withCode(key, d, code);
                    if (block.nextAbove(d, code) == shape.code(key, d)
                            && !block.figures().containsKey(part)) {
                        times.merge(part, 1, Integer::sum);
                    }
                }
            }
        }
        return times.values().stream().anyMatch(often -> often > 1);
    }

    /**
     * Returns two kinds of codes: codes that have no finer code in the block, and codes whose parts do not add up to
     * the figure of the code. A code of the second kind represents the missing difference.
     */
    private List<Integer> leaves(int d) {
        List<Integer> found = new ArrayList<>();
        Set<Integer> codes = block.codes(d);
        for (int code : codes) {
            boolean finest = codes.stream().noneMatch(other -> other != code && shape.isWithin(d, other, code));
            if (finest || block.isIncomplete(d, code)) {
                found.add(code);
            }
        }
        return found;
    }

    private Map<Integer, BitSet> leafSets(int d) {
        Map<Integer, BitSet> sets = new HashMap<>();
        for (int code : block.codes(d)) {
            BitSet set = new BitSet();
            for (int i = 0; i < leaves.get(d).size(); i++) {
                set.set(i, shape.isWithin(d, leaves.get(d).get(i), code));
            }
            sets.put(code, set);
        }
        return sets;
    }

    void addTo(Knowledge knowledge) {
        if (crossings == null) {
            knowledge.drop(Source.CROSSING);
            return;
        }
        block.figures().forEach((key, figure) -> {
            if (figure.isKnown() && figure.value() == 0) {
                forEach(key, number -> crossings[number] = figure);
            }
        });
        block.figures().forEach((key, figure) -> {
            if (isFinest(key)) {
                forEach(key, number -> crossings[number] = figure);
            }
        });
        block.figures().forEach((key, figure) -> {
            if (!isFinest(key)) {
                EquationSum sum = new EquationSum().plus(figure);
                forEach(key, number -> sum.minus(crossing(knowledge, number)));
                knowledge.add(sum.within(Source.CROSSING, 0, 0));
            }
        });
    }

    private AuditedFigure crossing(Knowledge knowledge, int number) {
        if (crossings[number] == null) {
            crossings[number] = knowledge.unknown(0, Equation.FREE);
        }
        return crossings[number];
    }

    /**
     * Returns true if a figure is exactly one crossing. A figure of a code whose parts do not add up is never one
     * crossing.
     */
    private boolean isFinest(long key) {
        for (int d = 0; d < shape.depth(); d++) {
            int code = shape.code(key, d);
            if (leafSets.get(d).get(code).cardinality() != 1 || block.isIncomplete(d, code)) {
                return false;
            }
        }
        return true;
    }

    private void forEach(long key, IntConsumer visitor) {
        visit(key, 0, 0, visitor);
    }

    private void visit(long key, int d, int number, IntConsumer visitor) {
        if (d == shape.depth()) {
            visitor.accept(number);
            return;
        }
        BitSet set = leafSets.get(d).get(shape.code(key, d));
        for (int leaf = set.nextSetBit(0); leaf >= 0; leaf = set.nextSetBit(leaf + 1)) {
            visit(key, d + 1, number * leaves.get(d).size() + leaf, visitor);
        }
    }

    /**
     * Finds out whether the tables of an area form a cycle. The type of a table is the set of dimensions that it breaks
     * down, with one bit for each dimension. Tables without a cycle (A x B, B x C) can be joined one after the other:
     * whenever their common margins agree, a joint table exists. So they reveal nothing about each other beyond the
     * margins. Tables that form a cycle (A x B, B x C, A x C) reveal more. The test is the reduction of Graham, Yu and
     * Ozsoyoglu for acyclic hypergraphs.
     */
    private static final class TableCycles {

        private TableCycles() {}

        /** Returns true if the tables form a cycle. */
        static boolean isCyclic(Set<Integer> types) {
            Set<Integer> left = new TreeSet<>(types);
            boolean changed = true;
            while (changed) {
                changed = dropContained(left) | dropLonely(left);
            }
            return left.size() > 1;
        }

        private static boolean dropContained(Set<Integer> types) {
            for (int type : types) {
                if (types.stream().anyMatch(other -> other != type && (type & ~other) == 0)) {
                    types.remove(type);
                    return true;
                }
            }
            return false;
        }

        /** Removes the dimensions that only one table has. */
        private static boolean dropLonely(Set<Integer> types) {
            int once = 0;
            int often = 0;
            for (int type : types) {
                often |= once & type;
                once |= type;
            }
            int lonely = once & ~often;
            for (int type : types) {
                if ((type & lonely) != 0) {
                    types.remove(type);
                    types.add(type & ~lonely);
                    return true;
                }
            }
            return false;
        }
    }
}
