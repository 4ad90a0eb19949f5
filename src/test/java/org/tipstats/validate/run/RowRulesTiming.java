package org.tipstats.validate.run;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.tipstats.validate.table.Action;
import org.tipstats.validate.table.Margins;
import org.tipstats.validate.table.OtherDataflows;
import org.tipstats.validate.table.RowFindings;
import org.tipstats.validate.table.RowRule;
import org.tipstats.validate.table.RowTable;
import org.tipstats.validate.table.RuleSettings;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Times the row rules on large files. Arguments: dataflow, number of rows, then any of {@code shuffled} (rows in random
 * order), {@code wrong} (random values, so that most groups have a fault), {@code baseline} (as many accepted values),
 * {@code tainted} (one row in a hundred has an unknown code), {@code published} (no value is masked).
 */
final class RowRulesTiming {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));

    /** Several threads share the work, so the time of all of them counts. */
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Dataflow dataflow;
    private final KeySpace space;
    private final int size;
    private final List<String> options;
    private final Random random = new Random(1);

    private RowRulesTiming(Dataflow dataflow, int size, List<String> options) {
        this.dataflow = dataflow;
        this.space = new KeySpace(dataflow.structure());
        this.size = size;
        this.options = options;
    }

    public static void main(String[] arguments) {
        Dataflow dataflow = SCHEMAS.dataflow(arguments[0]).orElseThrow();
        for (int run = 0; run < 4; run++) {
            new RowRulesTiming(dataflow, Integer.parseInt(arguments[1]), List.of(arguments)).time();
        }
    }

    private void time() {
        RowTable table = fill();
        long before = memory();
        long start = System.nanoTime();
        long startOfProcess = SYSTEM.getProcessCpuTime();
        StringBuilder report = new StringBuilder();
        table.merged();
        report.append("merging ").append(since(start));
        RuleSettings settings = new RuleSettings(
                dataflow, new OtherDataflows(SCHEMAS::dataflow, (other, areas) -> totals(other), Set.of()));
        for (RowRule rule : RuleCatalogue.ALL.rowRules()) {
            long ruleStart = System.nanoTime();
            int[] found = {0};
            if (rule.applies(table, settings)) {
                rule.check(table, new RowFindings(table, rule, settings, finding -> found[0]++));
            }
            report.append(", ").append(rule.id()).append(' ').append(since(ruleStart));
            report.append(" (").append(found[0]).append(')');
        }
        long time = since(start);
        long cpu = SYSTEM.getProcessCpuTime() - startOfProcess;
        System.out.printf(
                "%s %d rows: %d ms (%d ms on the processor), %d MB kept beside the rows (%d MB before)%n  %s%n",
                options, table.size(), time, cpu / 1_000_000, (memory() - before) >> 20, before >> 20, report);
    }

    private static long since(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private RowTable fill() {
        RowTable table = new RowTable(space, dataflow.threshold() - 1L, null);
        long[] keys = new long[size];
        long[] values = new long[size];
        generate(keys, values);
        int[] order = IntStream.range(0, size).toArray();
        for (int i = options.contains("shuffled") ? size - 1 : 0; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
        for (int i = 0; i < size; i++) {
            add(table, i, keys[order[i]], values[order[i]]);
        }
        if (options.contains("baseline")) {
            table.baseline(() -> baseline(keys, values), new Statuses(dataflow.structure()));
        }
        return table;
    }

    private void add(RowTable table, int row, long key, long value) {
        if (options.contains("tainted") && random.nextInt(100) == 0) {
            int[] positions = dataflow.structure().dimensions().stream()
                    .mapToInt(d -> d.role() == Role.SEX ? -1 : space.position(key, d.position()))
                    .toArray();
            table.taint(positions);
        }
        boolean masked = value < 5 && random.nextInt(2) == 0 && !options.contains("published");
        long shown = options.contains("wrong") ? random.nextInt(100) : value;
        String status = masked ? "Q" : "A";
        table.add(row + 2, row + 1, key, Action.MERGE, masked ? -1 : shown, status, masked, false, false);
    }

    /** Returns large totals of another dataflow for all areas and years. */
    private static List<Observation> totals(Dataflow other) {
        KeySpace space = new KeySpace(other.structure());
        Margins margins = new Margins(space);
        int area = other.structure().area().position();
        List<Observation> totals = new ArrayList<>();
        for (int a = 0; a < other.structure().area().size(); a++) {
            for (int year = 0; year < 25; year++) {
                long key = space.withPosition(
                        space.withPosition(0, area, a), other.structure().time().position(), year);
                totals.add(Observation.count(margins.total(key), 1_000_000_000, "A"));
            }
        }
        return totals;
    }

    private Iterator<Observation> baseline(long[] keys, long[] values) {
        return IntStream.range(0, size)
                .mapToObj(i -> Observation.count(keys[i], values[i], "A"))
                .iterator();
    }

    /** Generates full cubes, area by area and year by year, in which all parts add up. */
    private void generate(long[] keys, long[] values) {
        List<Dimension> inner = dataflow.structure().dimensions().stream()
                .filter(d -> d.role() != Role.AREA && !d.isTime() && d.role() != Role.UNIT)
                .toList();
        int area = dataflow.structure().area().position();
        int time = dataflow.structure().time().position();
        int[] positions = new int[dataflow.structure().dimensions().size()];
        int filled = 0;
        for (int a = 0; filled < size; a++) {
            positions[area] = a;
            for (int year = 0; year < 25 && filled < size; year++) {
                positions[time] = year;
                filled = cube(inner, space.pack(positions), keys, values, filled);
            }
        }
    }

    private int cube(List<Dimension> inner, long base, long[] keys, long[] values, int filled) {
        List<Long> cells = new ArrayList<>(List.of(base));
        for (Dimension dimension : inner) {
            cells = cells.stream()
                    .flatMap(cell -> IntStream.range(0, dimension.size())
                            .mapToObj(p -> space.withPosition(cell, dimension.position(), p)))
                    .toList();
        }
        int next = filled;
        for (long key : cells) {
            if (next < size) {
                keys[next] = key;
                values[next++] = value(inner, key);
            }
        }
        return next;
    }

    /** Returns the number of leaves below the cell, a value that adds up everywhere. */
    private long value(List<Dimension> inner, long key) {
        long value = 1;
        for (Dimension dimension : inner) {
            CodeList codes = dimension.codes();
            long leaves = codes.descendants(codes.at(space.position(key, dimension.position()))).stream()
                    .filter(codes::isLeaf)
                    .count();
            value *= Math.max(1, leaves);
        }
        return value;
    }

    private static long memory() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
