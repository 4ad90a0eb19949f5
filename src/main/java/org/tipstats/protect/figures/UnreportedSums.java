package org.tipstats.protect.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.tipstats.protect.figures.DataflowCounts.KeySum;

/**
 * Finds the sums of one area in one year that include unreported figures. Reported parts in another dimension replace
 * an unreported figure. For example, if a form of exploitation is reported only by sex, the sum of women and men
 * replaces the total of the form. A part without any reported figure is one unknown, which is the same in all sums with
 * this part. Sums that cannot hold are left out.
 */
final class UnreportedSums {

    private static final int MAX_WAYS = 4;
    private static final int MAX_WAYS_PER_SUM = 8;

    private final List<BreakdownDimension> breakdowns;
    private final AreaTables tables;
    private final Set<Long> hasParts = new TreeSet<>();
    private final Map<Long, List<Set<Long>>> ways = new HashMap<>();
    private final Map<Long, List<Set<Long>>> waysWithUnknown = new HashMap<>();
    private final Set<KeySum> lines = new LinkedHashSet<>();
    private final List<KeySum> unexplained = new ArrayList<>();

    UnreportedSums(AreaTables tables) {
        this.tables = tables;
        this.breakdowns = tables.layout().breakdowns();
        for (long key : tables.keys()) {
            markAbove(key, 0);
        }
        for (long key : tables.keys()) {
            for (int d = 0; d < breakdowns.size(); d++) {
                sums(key, d);
            }
        }
        hasParts.stream().filter(key -> !tables.has(key)).forEach(this::sameTotal);
        shareUnknown();
    }

    /** Returns the sums. A key without a figure in the tables stands for an unreported figure. */
    List<KeySum> lines() {
        return List.copyOf(lines);
    }

    private void markAbove(long key, int d) {
        if (d == breakdowns.size()) {
            hasParts.add(key);
            return;
        }
        for (long above = key; above >= 0; above = breakdowns.get(d).above(above)) {
            markAbove(above, d + 1);
        }
    }

    private void sums(long whole, int d) {
        List<Long> children = tables.parts(whole, d);
        if (children.isEmpty() || children.stream().noneMatch(hasParts::contains)) {
            return;
        }
        Set<Long> plain = new TreeSet<>();
        addReported(whole, d, plain);
        boolean holds = !plain.isEmpty() && canHold(whole, plain);
        if (children.stream().anyMatch(child -> !tables.has(child) && hasParts.contains(child))) {
            for (Set<Long> parts : together(children, false)) {
                if (!parts.equals(plain) && canHold(whole, parts)) {
                    holds = true;
                    lines.add(line(whole, parts));
                }
            }
        }
        // The reported parts do not explain the total. So the difference can only be in the unreported parts.
        if (!holds && (plain.isEmpty() || low(plain) < tables.high(whole))) {
            together(children, true).stream()
                    .filter(parts -> canHold(whole, parts))
                    .forEach(parts -> unexplained.add(line(whole, parts)));
        }
    }

    private void addReported(long whole, int d, Set<Long> parts) {
        for (long child : tables.parts(whole, d)) {
            if (tables.has(child)) {
                parts.add(child);
            } else {
                addReported(child, d, parts);
            }
        }
    }

    /** Returns sets of figures that add up to the sum of the children, at most {@link #MAX_WAYS_PER_SUM} sets. */
    private List<Set<Long>> together(List<Long> children, boolean withUnknown) {
        List<Set<Long>> sums = List.of(Set.of());
        for (long child : children) {
            List<Set<Long>> own = ways(child, withUnknown);
            sums = sums.stream()
                    .flatMap(sum -> own.stream().map(way -> union(sum, way)))
                    .limit(MAX_WAYS_PER_SUM)
                    .toList();
        }
        return sums;
    }

    private static Set<Long> union(Set<Long> one, Set<Long> other) {
        Set<Long> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    /**
     * Returns sets of figures that add up to a figure. A figure without any reported part counts as an unknown if
     * {@code withUnknown} is true, otherwise as zero.
     */
    private List<Set<Long>> ways(long key, boolean withUnknown) {
        if (tables.has(key)) {
            return List.of(Set.of(key));
        }
        if (!hasParts.contains(key)) {
            return List.of(withUnknown ? Set.of(key) : Set.of());
        }
        Map<Long, List<Set<Long>>> known = withUnknown ? waysWithUnknown : ways;
        List<Set<Long>> found = known.get(key);
        if (found == null) {
            found = IntStream.range(0, breakdowns.size())
                    .mapToObj(d -> tables.parts(key, d))
                    .filter(children -> children.stream().anyMatch(hasParts::contains))
                    .flatMap(children -> together(children, withUnknown).stream())
                    .distinct()
                    .limit(MAX_WAYS)
                    .toList();
            known.put(key, found);
        }
        return found;
    }

    /**
     * Adds a line for each way to add up an unreported figure, if another way may give the same total. Together, the
     * lines state that all ways give the same total.
     */
    private void sameTotal(long key) {
        List<Set<Long>> found = ways(key, false);
        found.stream()
                .filter(one -> found.stream()
                        .anyMatch(other -> one != other && low(one) <= high(other) && low(other) <= high(one)))
                .forEach(way -> lines.add(line(key, way)));
    }

    private void shareUnknown() {
        Map<Long, Integer> times = new HashMap<>();
        unexplained.stream()
                .flatMapToLong(line -> Arrays.stream(line.parts()))
                .filter(part -> !tables.has(part))
                .forEach(part -> times.merge(part, 1, Integer::sum));
        times.values().removeIf(often -> often < 2);
        unexplained.forEach(line -> share(line, times.keySet()));
    }

    /**
     * Adds a line if one of its unknowns also occurs in another line. One unknown represents all other unreported parts
     * of the line together.
     */
    private void share(KeySum line, Set<Long> shared) {
        Set<Long> parts = new TreeSet<>();
        long rest = -1;
        for (long part : line.parts()) {
            if (tables.has(part) || shared.contains(part)) {
                parts.add(part);
            } else {
                rest = part;
            }
        }
        if (parts.stream().anyMatch(shared::contains)) {
            if (rest >= 0) {
                parts.add(rest);
            }
            lines.add(line(line.whole(), parts));
        }
    }

    private static KeySum line(long whole, Set<Long> parts) {
        return new KeySum(whole, parts.stream().mapToLong(Long::longValue).toArray());
    }

    private boolean canHold(long whole, Set<Long> parts) {
        return tables.canHold(line(whole, parts));
    }

    private long low(Set<Long> parts) {
        return parts.stream().mapToLong(tables::low).sum();
    }

    private long high(Set<Long> parts) {
        return parts.stream().mapToLong(tables::high).sum();
    }
}
