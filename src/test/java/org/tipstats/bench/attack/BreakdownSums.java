package org.tipstats.bench.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.tipstats.bench.attack.IntruderKnowledge.Count;

/**
 * The sums within a table: in each dimension, a total of an area is the sum of the codes below it. Leaves out sums that
 * the figures contradict.
 */
final class BreakdownSums {

    /** The sums that an intruder gives up if one sum does not hold. */
    enum Trust {
        /** Gives up only that sum. */
        KEEP_OTHER_SUMS,
        /**
         * Gives up all sums of that dimension for the area and year, because the provider's breakdown may have another
         * source.
         */
        KEEP_WHOLE_BREAKDOWNS
    }

    private record Line(String breakdown, String total, List<String> parts, boolean complete) {}

    private final IntruderKnowledge knowledge;
    private final Trust trust;

    BreakdownSums(IntruderKnowledge knowledge, Trust trust) {
        this.knowledge = knowledge;
        this.trust = trust;
    }

    void use(DownloadedTable table) {
        List<Line> lines = new ArrayList<>();
        for (String key : table.cells().keySet()) {
            if (knowledge.count(table, key) != null && !table.structure().isGroup(key)) {
                lines.addAll(lines(table, key));
            }
        }
        TreeSet<String> broken = new TreeSet<>();
        lines.stream().filter(line -> isWrong(table, line)).forEach(line -> broken.add(line.breakdown()));
        for (Line line : lines) {
            boolean believed = trust == Trust.KEEP_OTHER_SUMS || !broken.contains(line.breakdown());
            use(table, line, believed);
        }
    }

    private List<Line> lines(DownloadedTable table, String key) {
        PublishedStructure structure = table.structure();
        List<Line> lines = new ArrayList<>();
        for (String dimension : structure.brokenDown()) {
            List<String> parts = parts(table, key, dimension);
            if (!parts.isEmpty()) {
                lines.add(line(table, key, dimension, parts));
            }
        }
        return lines;
    }

    private Line line(DownloadedTable table, String key, String dimension, List<String> parts) {
        PublishedStructure structure = table.structure();
        String breakdown =
                structure.code(key, PublishedStructure.AREA) + structure.code(key, PublishedStructure.TIME) + dimension;
        boolean complete = parts.stream().allMatch(part -> knowledge.count(table, part) != null);
        return new Line(
                breakdown,
                key,
                parts.stream()
                        .filter(part -> knowledge.count(table, part) != null)
                        .toList(),
                complete);
    }

    /**
     * Returns the cells directly below in one dimension. If a code has no cell, the cells below it stand for it: its
     * finer codes, or else its cells in another dimension, for example unknown sex that is reported only for unknown
     * age.
     */
    private static List<String> parts(DownloadedTable table, String key, String dimension) {
        PublishedStructure structure = table.structure();
        List<String> parts = new ArrayList<>();
        for (String code : structure.dimensions().get(dimension).below(structure.code(key, dimension))) {
            String part = structure.with(key, dimension, code);
            DownloadedCell cell = table.cell(part);
            if (cell == null) {
                List<String> finer = parts(table, part, dimension);
                parts.addAll(finer.isEmpty() ? crossed(table, part, dimension) : finer);
            } else if (!"M".equals(cell.status())) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** Returns the cells directly below a cell that is not published, in the first other dimension that has any. */
    private static List<String> crossed(DownloadedTable table, String part, String dimension) {
        PublishedStructure structure = table.structure();
        for (String other : structure.brokenDown()) {
            List<String> below = structure.dimensions().get(other).below(structure.code(part, other)).stream()
                    .map(code -> structure.with(part, other, code))
                    .filter(key -> table.cell(key) != null && table.cell(key).isReported())
                    .toList();
            if (!other.equals(dimension) && !below.isEmpty()) {
                return below;
            }
        }
        return List.of();
    }

    private boolean isWrong(DownloadedTable table, Line line) {
        Count total = knowledge.count(table, line.total());
        return least(table, line) > knowledge.most(total)
                || (line.complete() && most(table, line) < knowledge.least(total));
    }

    private long least(DownloadedTable table, Line line) {
        return line.parts().stream()
                .mapToLong(part -> knowledge.least(knowledge.count(table, part)))
                .sum();
    }

    private long most(DownloadedTable table, Line line) {
        return line.parts().stream()
                .mapToLong(part -> knowledge.most(knowledge.count(table, part)))
                .sum();
    }

    private void use(DownloadedTable table, Line line, boolean believed) {
        Count total = knowledge.count(table, line.total());
        List<Count> parts =
                line.parts().stream().map(part -> knowledge.count(table, part)).toList();
        boolean tooLarge = least(table, line) > knowledge.most(total);
        boolean tooSmall = most(table, line) < knowledge.least(total);
        String source = "breakdown " + table.name(line.total()) + " by " + line.breakdown();
        if (believed && line.complete() && !tooLarge && !tooSmall) {
            knowledge.sum(total, parts, true, true, source);
        } else if (!tooLarge) {
            knowledge.sum(total, parts, false, true, source + " at most");
        }
    }
}
