package org.tipstats.protect.published;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tipstats.protect.equations.AuditedFigure;
import org.tipstats.protect.equations.Knowledge;
import org.tipstats.protect.equations.Source;

/**
 * All published counts of one area in one year, with their breakdowns. In each dimension a total is the sum of its
 * parts. The parts of a total are the nearest codes below the total that have a figure. Unreported parts count as zero.
 */
final class AreaBlock {

    private final CubeShape shape;
    private final Map<Long, AuditedFigure> figures = new LinkedHashMap<>();
    private final List<Set<Integer>> codes = new ArrayList<>();
    private final List<Set<Integer>> incomplete = new ArrayList<>();
    private final List<Map<Integer, List<Integer>>> below = new ArrayList<>();
    private boolean hides;

    AreaBlock(CubeShape shape) {
        this.shape = shape;
        for (int d = 0; d < shape.depth(); d++) {
            codes.add(new LinkedHashSet<>());
            incomplete.add(new HashSet<>());
            below.add(new HashMap<>());
        }
    }

    void add(long key, AuditedFigure figure) {
        figures.put(key, figure);
        hides |= !figure.isKnown();
        for (int d = 0; d < shape.depth(); d++) {
            codes.get(d).add(shape.code(key, d));
        }
    }

    CubeShape shape() {
        return shape;
    }

    Map<Long, AuditedFigure> figures() {
        return figures;
    }

    /** Returns the codes that occur in a dimension, in the order of the keys. */
    Set<Integer> codes(int d) {
        return codes.get(d);
    }

    /** Returns the nearest broader code that occurs in the block or is the total, or {@link CubeShape#NONE}. */
    int nextAbove(int d, int code) {
        int above = shape.parent(d, code);
        while (above != CubeShape.NONE
                && above != shape.total(d)
                && !codes.get(d).contains(above)) {
            above = shape.parent(d, above);
        }
        return above;
    }

    /** Returns the keys directly below a key in a dimension, for the codes that the complete block uses. */
    List<Long> parts(long key, int d) {
        return below.get(d).computeIfAbsent(shape.code(key, d), whole -> below(d, whole)).stream()
                .map(code -> shape.withCode(key, d, code))
                .toList();
    }

    private List<Integer> below(int d, int whole) {
        return codes.get(d).stream().filter(code -> nextAbove(d, code) == whole).toList();
    }

    /** Returns true if the published figures of the parts do not add up to the figure of the code. */
    boolean isIncomplete(int d, int code) {
        return incomplete.get(d).contains(code);
    }

    /** Adds the equations that follow from this block alone. A block without hidden figures adds nothing. */
    void addTo(Knowledge knowledge) {
        if (!hides) {
            return;
        }
        for (int d = 0; d < shape.depth(); d++) {
            for (Map<Integer, AuditedFigure> line : lines(d).values()) {
                new BreakdownLine(shape, d, line, codes.get(d)).addTo(knowledge, incomplete.get(d));
            }
        }
        if (!overlaps()) {
            new UnreportedParts(this).addTo(knowledge);
        }
        if (knowledge.uses(Source.CROSSING) && !overlaps() && Crossings.revealMore(this)) {
            new Crossings(this).addTo(knowledge);
        }
    }

    private boolean overlaps() {
        return incomplete.stream().anyMatch(codes -> codes.contains(CubeShape.NONE));
    }

    /**
     * Groups the figures into lines. The figures of one line have different codes in the given dimension and the same
     * codes in all other dimensions. A line maps each code of the given dimension to its figure.
     */
    private Map<Long, Map<Integer, AuditedFigure>> lines(int d) {
        Map<Long, Map<Integer, AuditedFigure>> lines = new LinkedHashMap<>();
        figures.forEach((key, figure) -> lines.computeIfAbsent(
                        shape.withCode(key, d, shape.total(d)), none -> new LinkedHashMap<>())
                .put(shape.code(key, d), figure));
        return lines;
    }

    /** Splits the national figures of a cube into blocks, in the order of the keys. */
    static Iterable<AreaBlock> of(CubeFigures cube) {
        CubeShape shape = cube.shape();
        Map<Long, AreaBlock> blocks = new LinkedHashMap<>();
        cube.forEach(key -> {
            if (!shape.areaOf(key).isAreaGroup()) {
                blocks.computeIfAbsent(shape.blockOf(key), none -> new AreaBlock(shape))
                        .add(key, cube.find(key));
            }
        });
        return blocks.values();
    }
}
