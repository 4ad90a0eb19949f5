package org.tipstats.protect.published;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tipstats.protect.equations.AuditedFigure;
import org.tipstats.protect.equations.EquationSum;
import org.tipstats.protect.equations.Knowledge;
import org.tipstats.protect.equations.Source;

/**
 * Adds equations for totals with unreported parts. An unreported part is replaced by its own reported parts in another
 * dimension. For example, unreported women are replaced by women of each age group. If the area does not report such
 * parts either, the unreported part counts as zero.
 */
record UnreportedParts(AreaBlock block, CubeShape shape, Map<Long, AuditedFigure> figures) {

    UnreportedParts(AreaBlock block) {
        this(block, block.shape(), block.figures());
    }

    void addTo(Knowledge knowledge) {
        for (long whole : figures.keySet()) {
            for (int d = 0; d < shape.depth(); d++) {
                List<Long> parts = block.parts(whole, d);
                if (!figures.keySet().containsAll(parts)) {
                    addTo(knowledge, whole, parts, d);
                }
            }
        }
    }

    private void addTo(Knowledge knowledge, long whole, List<Long> parts, int d) {
        Set<Set<Long>> reported = new LinkedHashSet<>();
        for (int first = 0; first < shape.depth(); first++) {
            Set<Long> found = new TreeSet<>();
            for (long part : parts) {
                found.addAll(replacements(part, first));
            }
            boolean crosses = found.stream().anyMatch(key -> shape.withCode(key, d, shape.code(whole, d)) != whole);
            if (crosses && reported.add(found)) {
                EquationSum sum = new EquationSum().plus(figures.get(whole));
                found.forEach(part -> sum.minus(figures.get(part)));
                knowledge.addIfPossible(sum.within(Source.BREAKDOWN, 0, 0));
            }
        }
    }

    /**
     * Returns the key itself if it has a figure. Otherwise returns the keys of reported parts, in the first dimension
     * that has reported parts. The search begins with the dimension {@code first}.
     */
    private Set<Long> replacements(long key, int first) {
        if (figures.containsKey(key)) {
            return Set.of(key);
        }
        for (int i = 0; i < shape.depth(); i++) {
            Set<Long> found = new TreeSet<>();
            for (long part : block.parts(key, (first + i) % shape.depth())) {
                found.addAll(replacements(part, first));
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return Set.of();
    }
}
