package org.tipstats.protect.published;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tipstats.protect.equations.AuditedFigure;
import org.tipstats.protect.equations.Equation;
import org.tipstats.protect.equations.Equation.EquationSum;
import org.tipstats.protect.equations.Knowledge;
import org.tipstats.protect.equations.Source;
import org.tipstats.vocabulary.cube.CubeShape;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;

/**
 * Figures of one area that differ in one dimension only, for example a count by sex. A figure with a broader code is
 * the sum of the figures directly below it.
 *
 * <p>An area may report single citizenships and also all foreigners. If the sum of these figures exceeds the total, the
 * single citizenships are parts of the foreigners and not of the total.
 *
 * @param used the codes of the dimension that occur in at least one figure of the area
 */
record BreakdownLine(CubeShape shape, int dimension, Map<Integer, AuditedFigure> line, Set<Integer> used) {

    /**
     * Adds the sums to the knowledge. Adds to {@code incomplete} the codes whose parts do not add up to them although
     * all parts are reported, and {@link CubeShape#NONE} if parts overlap.
     */
    void addTo(Knowledge knowledge, Set<Integer> incomplete) {
        if (line.size() < 2) {
            return;
        }
        Map<Integer, Set<Integer>> parts = new LinkedHashMap<>();
        for (int code : line.keySet()) {
            int whole = AreaBlock.nextAbove(shape, dimension, code, line::containsKey);
            if (whole != CubeShape.NONE) {
                parts.computeIfAbsent(whole, none -> new TreeSet<>()).add(code);
            }
        }
        parts.forEach((whole, below) -> {
            if (shape.breakdowns().get(dimension).overlapping()) {
                below.forEach(
                        part -> knowledge.add(sum(whole, Set.of(part)).within(Source.BREAKDOWN, 0, Equation.FREE)));
                incomplete.add(CubeShape.NONE);
            } else if (!addTo(knowledge, whole, below, incomplete) && reportsAll(whole)) {
                incomplete.add(whole);
            }
        });
    }

    private boolean addTo(Knowledge knowledge, int whole, Set<Integer> parts, Set<Integer> incomplete) {
        Equation all = sum(whole, parts).within(Source.BREAKDOWN, 0, 0);
        int foreigners = foreigners();
        if (parts.contains(foreigners) && knowledge.isBelow(all)) {
            Set<Integer> single = new TreeSet<>(parts);
            single.removeIf(part -> !isSingle(part));
            Set<Integer> others = new TreeSet<>(parts);
            others.removeAll(single);
            incomplete.add(CubeShape.NONE);
            knowledge.add(sum(foreigners, single).within(Source.BREAKDOWN, 0, Equation.FREE));
            return knowledge.add(sum(whole, others).within(Source.BREAKDOWN, 0, 0));
        }
        return knowledge.add(all);
    }

    /**
     * Returns true if the line has a figure for every part of the code that the area uses anywhere. Otherwise a missing
     * part may explain why the sum does not match.
     */
    private boolean reportsAll(int whole) {
        return used.stream()
                .filter(code -> code != whole && shape.isWithin(dimension, code, whole))
                .allMatch(line::containsKey);
    }

    private EquationSum sum(int whole, Set<Integer> parts) {
        EquationSum sum = new EquationSum().plus(line.get(whole));
        parts.forEach(part -> sum.minus(line.get(part)));
        return sum;
    }

    private CodeList codes() {
        return shape.breakdowns().get(dimension).codes();
    }

    private int foreigners() {
        return codes().first(code -> code.means("FOREIGNERS"))
                .map(Code::position)
                .orElse(CubeShape.NONE);
    }

    /** Returns true if a code is one country: it has no special meaning and does not mean "unknown". */
    private boolean isSingle(int position) {
        Code code = codes().at(position);
        return code.annotation("MEANING").isEmpty() && !code.isUnknown();
    }
}
