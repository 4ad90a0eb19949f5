package org.tipstats.protect.round;

import static org.tipstats.protect.round.RoundedWorld.CITIZENS;
import static org.tipstats.protect.round.RoundedWorld.VICTIMS;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * An intruder who has all releases of an area that revises nothing, knows the rounding method, and takes each count
 * above the base as exact. It bounds every cell by its printed value and then by the lines of totals and parts,
 * repeatedly.
 */
final class Intruder {

    private static final long MANY = 1_000_000;

    private record Sum(String total, List<String> terms) {}

    private final Map<String, Dataflow> dataflows;
    private final int base;
    private final Map<String, long[]> bounds = new TreeMap<>();
    private final List<Sum> sums = new ArrayList<>();

    Intruder(Map<String, Dataflow> dataflows) {
        this.dataflows = dataflows;
        this.base = dataflows.get(VICTIMS).disclosure().roundingBase();
    }

    /** Returns the same name for the same figure of both dataflows. */
    static String name(String dataflow, String cell) {
        String[] codes = cell.split("\\.");
        return dataflow.equals(CITIZENS) && codes[1].equals("_T")
                ? VICTIMS + ":" + codes[0] + "." + codes[2] + "._T._T"
                : dataflow + ":" + cell;
    }

    /** Reads a release: cells by dataflow. */
    void read(Map<String, Map<String, Long>> print) {
        Set<String> totals = new HashSet<>();
        print.forEach((id, cells) -> cells.keySet().forEach(cell -> readLines(id, cell, cells, totals)));
        print.forEach((id, cells) -> cells.forEach((cell, count) -> {
            if (!totals.contains(name(id, cell))) {
                bound(name(id, cell), count);
            }
        }));
    }

    private void readLines(String id, String cell, Map<String, Long> cells, Set<String> totals) {
        for (int dimension = 1; dimension < cell.split("\\.").length; dimension++) {
            List<String> parts = RoundedWorld.parts(dataflows.get(id), cell, dimension, cells);
            long left = cells.get(cell) - parts.stream().mapToLong(cells::get).sum();
            if (!parts.isEmpty() && left >= 0) {
                List<String> terms = new ArrayList<>();
                parts.forEach(part -> terms.add(name(id, part)));
                terms.add("above the parts of " + name(id, cell) + ", sum " + sums.size());
                bound(terms.get(terms.size() - 1), left);
                sums.add(new Sum(name(id, cell), terms));
                totals.add(name(id, cell));
            }
        }
    }

    private void bound(String name, long printed) {
        if (printed == 0) {
            tighten(name, 0, base - 1);
        } else {
            tighten(name, printed == base ? 1 : printed, printed);
        }
    }

    private boolean tighten(String name, long least, long most) {
        long[] now = bounds.computeIfAbsent(name, any -> new long[] {0, MANY});
        boolean tighter = least > now[0] || most < now[1];
        now[0] = Math.max(least, now[0]);
        now[1] = Math.min(most, now[1]);
        return tighter;
    }

    /** Draws all conclusions. Returns false if the counts above the base cannot all be exact. */
    boolean conclude() {
        boolean learnt = true;
        while (learnt) {
            learnt = false;
            for (Sum sum : sums) {
                learnt |= conclude(sum);
            }
            if (bounds.values().stream().anyMatch(range -> range[0] > range[1])) {
                return false;
            }
        }
        return true;
    }

    private boolean conclude(Sum sum) {
        long least = sum.terms().stream().mapToLong(this::least).sum();
        long most = sum.terms().stream().mapToLong(this::most).sum();
        boolean learnt = tighten(sum.total(), least, most);
        for (String term : sum.terms()) {
            learnt |=
                    tighten(term, least(sum.total()) - (most - most(term)), most(sum.total()) - (least - least(term)));
            least = sum.terms().stream().mapToLong(this::least).sum();
            most = sum.terms().stream().mapToLong(this::most).sum();
        }
        return learnt;
    }

    long least(String name) {
        return bounds.computeIfAbsent(name, any -> new long[] {0, MANY})[0];
    }

    long most(String name) {
        return bounds.computeIfAbsent(name, any -> new long[] {0, MANY})[1];
    }
}
