package org.tipstats.protect.published;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tipstats.protect.equations.FinestCrossings;
import org.tipstats.protect.equations.Knowledge;
import org.tipstats.protect.equations.Source;
import org.tipstats.vocabulary.cube.CubeShape;

/**
 * The finest crossings of a block, published or not, for example women, 18 to 29 years, forced labour. Every figure is the
 * sum of the crossings that it includes. These sums cover two cases: tables of different dimensions that limit each other
 * (Fréchet bounds), and totals whose intermediate levels are not published.
 */
final class Crossings {

    /**
     * The largest number of crossings of a block. A larger block adds no equations about crossings; usual blocks are
     * smaller.
     */
    private static final int MAX_CROSSINGS = 50_000;

    private final AreaBlock block;
    private final CubeShape shape;
    private final List<Map<Integer, BitSet>> leafSets = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();

    Crossings(AreaBlock block) {
        this.block = block;
        this.shape = block.shape();
        for (int d = 0; d < shape.breakdownCount(); d++) {
            List<Integer> leaves = leaves(d);
            leafSets.add(leafSets(d, leaves));
            sizes.add(leaves.size());
        }
    }

    /** Returns true if the crossings may reveal more than the sums of totals and parts; see {@link #isCyclic}. */
    static boolean revealMore(AreaBlock block) {
        CubeShape shape = block.shape();
        Set<Integer> types = new HashSet<>();
        boolean closed = true;
        for (long key : block.figures().keySet()) {
            int type = 0;
            for (int d = 0; d < shape.breakdownCount(); d++) {
                if (shape.code(key, d) != shape.total(d)) {
                    type |= 1 << d;
                    closed &= block.figures().containsKey(shape.withCode(key, d, shape.total(d)));
                }
            }
            types.add(type);
        }
        return !closed || isCyclic(types) || sharesUnreported(block);
    }

    /** Returns true if two sums lack the same part, because the area does not report this part. */
    private static boolean sharesUnreported(AreaBlock block) {
        Map<Long, Integer> times = new HashMap<>();
        for (long key : block.figures().keySet()) {
            for (int d = 0; d < block.shape().breakdownCount(); d++) {
                block.parts(key, d).stream()
                        .filter(part -> !block.figures().containsKey(part))
                        .forEach(part -> times.merge(part, 1, Integer::sum));
            }
        }
        return times.values().stream().anyMatch(often -> often > 1);
    }

    /**
     * Returns two kinds of codes: codes that have no finer code in the block, and codes whose parts do not add up to
     * the figure of the code. A code of the second kind represents the missing difference.
     */
    private List<Integer> leaves(int d) {
        Set<Integer> codes = block.codes().get(d);
        return codes.stream()
                .filter(code -> block.isIncomplete(d, code)
                        || codes.stream().noneMatch(other -> !other.equals(code) && shape.isWithin(d, other, code)))
                .toList();
    }

    private Map<Integer, BitSet> leafSets(int d, List<Integer> leaves) {
        return block.codes().get(d).stream()
                .collect(Collectors.toMap(
                        code -> code,
                        code -> IntStream.range(0, leaves.size())
                                .filter(i -> shape.isWithin(d, leaves.get(i), code))
                                .collect(BitSet::new, BitSet::set, BitSet::or)));
    }

    void addTo(Knowledge knowledge) {
        if (FinestCrossings.exceed(MAX_CROSSINGS, sizes)) {
            knowledge.drop(Source.CROSSING);
            return;
        }
        FinestCrossings crossings = new FinestCrossings(knowledge, sizes);
        block.figures().forEach((key, figure) -> {
            if (figure.isKnown() && figure.value() == 0) {
                crossings.set(place(key), figure);
            }
        });
        block.figures().forEach((key, figure) -> {
            if (isFinest(key)) {
                crossings.set(place(key), figure);
            }
        });
        block.figures().forEach((key, figure) -> {
            if (!isFinest(key)) {
                crossings.addSum(place(key), figure);
            }
        });
    }

    /** Returns true if a figure is exactly one crossing; false if the parts of one of its codes do not add up. */
    private boolean isFinest(long key) {
        return FinestCrossings.isFinest(place(key))
                && IntStream.range(0, shape.breakdownCount()).noneMatch(d -> block.isIncomplete(d, shape.code(key, d)));
    }

    private List<BitSet> place(long key) {
        return IntStream.range(0, shape.breakdownCount())
                .mapToObj(d -> leafSets.get(d).get(shape.code(key, d)))
                .toList();
    }

    /**
     * Returns true if the tables of an area form a cycle. The type of a table is the set of dimensions that it breaks
     * down, with one bit for each dimension. Tables without a cycle (A x B, B x C) can be joined one after the other:
     * whenever their common margins agree, a joint table exists. So they reveal nothing about each other beyond the
     * margins. Tables that form a cycle (A x B, B x C, A x C) reveal more. The test is the reduction of Graham, Yu and
     * Ozsoyoglu for acyclic hypergraphs: in turn, it removes the dimensions that only one table has, and the tables
     * that another table contains.
     */
    private static boolean isCyclic(Set<Integer> types) {
        Set<Integer> left = reduced(types);
        return left.equals(types) ? left.size() > 1 : isCyclic(left);
    }

    private static Set<Integer> reduced(Set<Integer> types) {
        Set<Integer> shared = types.stream()
                .map(type -> type
                        & types.stream().filter(other -> !other.equals(type)).reduce(0, (a, b) -> a | b))
                .collect(Collectors.toSet());
        return shared.stream()
                .filter(type -> shared.stream().noneMatch(other -> !other.equals(type) && (type & ~other) == 0))
                .collect(Collectors.toSet());
    }
}
