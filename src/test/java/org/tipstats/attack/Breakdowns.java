package org.tipstats.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.tipstats.attack.Knowledge.Count;

/**
 * The sums within a table: each total of an area is the sum of the codes below it, in each dimension. What the figures
 * contradict is not believed.
 */
final class Breakdowns {

    /** How much an intruder gives up where one sum doesn't hold. */
    enum Trust {
        /** That sum only. */
        EVERY_OTHER_SUM,
        /** All sums of that dimension for the area and year: its provider's breakdown comes from elsewhere. */
        WHOLE_BREAKDOWNS
    }

    private record Line(String breakdown, String total, List<String> parts, boolean complete) {}

    private final Knowledge knowledge;
    private final Trust trust;

    Breakdowns(Knowledge knowledge, Trust trust) {
        this.knowledge = knowledge;
        this.trust = trust;
    }

    void use(PublishedTable table) {
        List<Line> lines = new ArrayList<>();
        for (String key : table.cells().keySet()) {
            if (knowledge.count(table, key) != null && !table.structure().isGroup(key)) {
                lines.addAll(lines(table, key));
            }
        }
        TreeSet<String> broken = new TreeSet<>();
        lines.stream().filter(line -> isWrong(table, line)).forEach(line -> broken.add(line.breakdown()));
        for (Line line : lines) {
            boolean believed = trust == Trust.EVERY_OTHER_SUM || !broken.contains(line.breakdown());
            use(table, line, believed);
        }
    }

    private List<Line> lines(PublishedTable table, String key) {
        Structure structure = table.structure();
        List<String> dimensions = structure.broken();
        List<Line> lines = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (String dimension : dimensions) {
            List<String> parts = parts(table, key, dimension);
            if (!parts.isEmpty()) {
                lines.add(line(table, key, dimension, parts));
            } else if (!structure
                    .dimensions()
                    .get(dimension)
                    .below(structure.code(key, dimension))
                    .isEmpty()) {
                without.add(dimension);
            }
        }
        for (int i = 0; i < without.size(); i++) {
            for (int j = i + 1; j < without.size(); j++) {
                List<String> parts = crossed(table, key, without.get(i), without.get(j));
                if (!parts.isEmpty()) {
                    lines.add(line(table, key, without.get(i) + "x" + without.get(j), parts));
                }
            }
        }
        return lines;
    }

    private Line line(PublishedTable table, String key, String dimension, List<String> parts) {
        Structure structure = table.structure();
        String breakdown = structure.code(key, Structure.AREA) + structure.code(key, Structure.TIME) + dimension;
        boolean complete = parts.stream().allMatch(part -> knowledge.count(table, part) != null);
        return new Line(
                breakdown,
                key,
                parts.stream()
                        .filter(part -> knowledge.count(table, part) != null)
                        .toList(),
                complete);
    }

    /** The cells directly below in one dimension; where there is none for a code, what is below that. */
    private static List<String> parts(PublishedTable table, String key, String dimension) {
        Structure structure = table.structure();
        List<String> parts = new ArrayList<>();
        for (String code : structure.dimensions().get(dimension).below(structure.code(key, dimension))) {
            String part = structure.with(key, dimension, code);
            PublishedCell cell = table.cell(part);
            if (cell == null) {
                parts.addAll(parts(table, part, dimension));
            } else if (!"M".equals(cell.status())) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** The cells below in two dimensions at once, where neither is told without the other. */
    private static List<String> crossed(PublishedTable table, String key, String one, String other) {
        Structure structure = table.structure();
        List<String> parts = new ArrayList<>();
        for (String code : structure.dimensions().get(one).below(structure.code(key, one))) {
            parts.addAll(parts(table, structure.with(key, one, code), other));
        }
        return parts;
    }

    private boolean isWrong(PublishedTable table, Line line) {
        Count total = knowledge.count(table, line.total());
        return least(table, line) > knowledge.most(total)
                || (line.complete() && most(table, line) < knowledge.least(total));
    }

    private long least(PublishedTable table, Line line) {
        return line.parts().stream()
                .mapToLong(part -> knowledge.least(knowledge.count(table, part)))
                .sum();
    }

    private long most(PublishedTable table, Line line) {
        return line.parts().stream()
                .mapToLong(part -> knowledge.most(knowledge.count(table, part)))
                .sum();
    }

    private void use(PublishedTable table, Line line, boolean believed) {
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
