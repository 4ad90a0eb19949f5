package org.tipstats.protect.published;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.tipstats.protect.equations.AuditedFigure;
import org.tipstats.protect.equations.Equation.EquationSum;
import org.tipstats.protect.equations.Knowledge;
import org.tipstats.protect.equations.Source;
import org.tipstats.vocabulary.cube.CubeShape;

/**
 * The counts of one area in one year, known or hidden. In each dimension a total is the sum of its parts, except for
 * the codes in {@code incomplete}. The parts of a total are the nearest codes below the total that have a figure. An
 * unreported part is replaced by its own parts in another dimension, or else counts as zero.
 *
 * @param codes for each dimension, the codes that occur, in the order of the keys
 * @param incomplete for each dimension, the codes whose parts are all reported but do not add up to them, and {@link
 *     CubeShape#NONE} if parts overlap; filled by {@link #addTo}
 * @param below for each dimension, the codes directly below a code; found when they are needed
 */
record AreaBlock(
        CubeShape shape,
        Map<Long, AuditedFigure> figures,
        List<Set<Integer>> codes,
        List<Set<Integer>> incomplete,
        List<Map<Integer, List<Integer>>> below) {

    AreaBlock(CubeShape shape) {
        this(shape, new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int d = 0; d < shape.breakdownCount(); d++) {
            codes.add(new LinkedHashSet<>());
            incomplete.add(new HashSet<>());
            below.add(new HashMap<>());
        }
    }

    void add(long key, AuditedFigure figure) {
        figures.put(key, figure);
        for (int d = 0; d < shape.breakdownCount(); d++) {
            codes.get(d).add(shape.code(key, d));
        }
    }

    /** Returns the nearest broader code that occurs, or {@link CubeShape#NONE}. */
    static int nextAbove(CubeShape shape, int d, int code, IntPredicate occurs) {
        int above = shape.parent(d, code);
        while (above != CubeShape.NONE && !occurs.test(above)) {
            above = shape.parent(d, above);
        }
        return above;
    }

    /** Returns the keys directly below a key in a dimension, for the codes that the complete block uses. */
    List<Long> parts(long key, int d) {
        List<Long> parts = new ArrayList<>();
        for (int code : below.get(d).computeIfAbsent(shape.code(key, d), whole -> below(d, whole))) {
            parts.add(shape.withCode(key, d, code));
        }
        return parts;
    }

    private List<Integer> below(int d, int whole) {
        IntPredicate occurs = code -> code == shape.total(d) || codes.get(d).contains(code);
        return codes.get(d).stream()
                .filter(code -> nextAbove(shape, d, code, occurs) == whole)
                .toList();
    }

    /** Returns true if the published figures of the parts do not add up to the figure of the code. */
    boolean isIncomplete(int d, int code) {
        return incomplete.get(d).contains(code);
    }

    /** Adds the equations that follow from this block alone. A block without hidden figures adds nothing. */
    void addTo(Knowledge knowledge) {
        if (figures.values().stream().allMatch(AuditedFigure::isKnown)) {
            return;
        }
        for (int d = 0; d < shape.breakdownCount(); d++) {
            for (Map<Integer, AuditedFigure> line : lines(d).values()) {
                new BreakdownLine(shape, d, line, codes.get(d)).addTo(knowledge, incomplete.get(d));
            }
        }
        boolean overlaps = incomplete.stream().anyMatch(own -> own.contains(CubeShape.NONE));
        if (!overlaps) {
            addUnreportedParts(knowledge);
            if (knowledge.uses(Source.CROSSING) && Crossings.revealMore(this)) {
                new Crossings(this).addTo(knowledge);
            }
        }
    }

    /**
     * Returns the lines of a dimension. A line has figures that differ only in this dimension, by their codes there.
     */
    private Map<Long, Map<Integer, AuditedFigure>> lines(int d) {
        Map<Long, Map<Integer, AuditedFigure>> lines = new LinkedHashMap<>();
        figures.forEach((key, figure) -> lines.computeIfAbsent(
                        shape.withCode(key, d, shape.total(d)), none -> new LinkedHashMap<>())
                .put(shape.code(key, d), figure));
        return lines;
    }

    /**
     * Adds equations for totals with unreported parts. An unreported part is replaced by its own reported parts in
     * another dimension. For example, unreported women are replaced by women of each age group. If the area does not
     * report such parts either, the unreported part counts as zero.
     */
    private void addUnreportedParts(Knowledge knowledge) {
        for (long whole : figures.keySet()) {
            for (int d = 0; d < shape.breakdownCount(); d++) {
                List<Long> parts = parts(whole, d);
                if (!figures.keySet().containsAll(parts)) {
                    addUnreportedParts(knowledge, whole, parts, d);
                }
            }
        }
    }

    private void addUnreportedParts(Knowledge knowledge, long whole, List<Long> parts, int d) {
        Set<Set<Long>> reported = new LinkedHashSet<>();
        for (int first = 0; first < shape.breakdownCount(); first++) {
            Set<Long> found = replacements(parts, first);
            boolean crosses = found.stream().anyMatch(key -> shape.withCode(key, d, shape.code(whole, d)) != whole);
            if (crosses && reported.add(found)) {
                EquationSum sum = new EquationSum().plus(figures.get(whole));
                found.forEach(part -> sum.minus(figures.get(part)));
                knowledge.addIfPossible(sum.within(Source.BREAKDOWN, 0, 0));
            }
        }
    }

    /**
     * Returns the keys themselves where they have a figure. Otherwise returns the keys of their reported parts, in the
     * first dimension that has reported parts. The search begins with the dimension {@code first}.
     */
    private Set<Long> replacements(List<Long> keys, int first) {
        Set<Long> found = new TreeSet<>();
        for (long key : keys) {
            if (figures.containsKey(key)) {
                found.add(key);
            } else {
                IntStream.range(0, shape.breakdownCount())
                        .mapToObj(i -> replacements(parts(key, (first + i) % shape.breakdownCount()), first))
                        .filter(parts -> !parts.isEmpty())
                        .findFirst()
                        .ifPresent(found::addAll);
            }
        }
        return found;
    }

    /** Splits the national figures of a cube into blocks, in the order of the keys. */
    static Iterable<AreaBlock> of(CubeFigures cube) {
        CubeShape shape = cube.shape();
        Map<Long, AreaBlock> blocks = new LinkedHashMap<>();
        cube.figures().forEach((key, figure) -> {
            if (!shape.isGroup(key)) {
                blocks.computeIfAbsent(shape.grandTotal(key), none -> new AreaBlock(shape))
                        .add(key, figure);
            }
        });
        return blocks.values();
    }
}
