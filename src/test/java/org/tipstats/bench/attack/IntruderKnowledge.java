package org.tipstats.bench.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * The cells of all releases as an intruder sees them: numbers, or unknowns of a puzzle. A cell that was not revised is
 * the same in every release, so a value that one release shows is known in all of them.
 */
final class IntruderKnowledge {

    /**
     * A count: a number or an unknown.
     *
     * @param unknown the number of the unknown, or -1 if the value is known
     */
    record Count(long value, int unknown) {

        boolean isKnown() {
            return unknown < 0;
        }
    }

    /** A cell of a release. */
    record Place(DownloadedTable table, String key) {

        String name() {
            return table.name(key);
        }
    }

    private final SumPuzzle puzzle = new SumPuzzle();
    private final Map<String, Count> counts = new LinkedHashMap<>();
    private final List<List<Place>> places = new ArrayList<>();
    private final TreeSet<Integer> shownElsewhere = new TreeSet<>();
    private final List<Place> formerlyPublic = new ArrayList<>();

    SumPuzzle puzzle() {
        return puzzle;
    }

    /** Returns the cells in which an unknown stands. */
    List<Place> places(int unknown) {
        return places.get(unknown);
    }

    /** Returns the unknowns that another release shows. */
    TreeSet<Integer> shownElsewhere() {
        return shownElsewhere;
    }

    /** Returns the cells that are hidden now although an earlier release showed them. They are no longer secret. */
    List<Place> formerlyPublic() {
        return formerlyPublic;
    }

    /** Returns the count in a cell, or null if there is no cell or no count behind it. */
    Count count(DownloadedTable table, String key) {
        return counts.get(table.name(key));
    }

    /**
     * Adds the counts of a table.
     *
     * @param before the table of the release before, or null
     * @param unrevised tests whether a cell is known to be the same in the tables before and now
     */
    void learn(DownloadedTable table, DownloadedTable before, BiPredicate<DownloadedTable, String> unrevised) {
        PublishedStructure structure = table.structure();
        for (DownloadedCell cell : table.cells().values()) {
            boolean isCount =
                    structure.code(cell.key(), PublishedStructure.UNIT).equals(PublishedStructure.COUNT);
            boolean groupOfMasked = structure.isGroup(cell.key()) && cell.isMasked();
            if (isCount && cell.isReported() && !groupOfMasked) {
                Count earlier = before == null ? null : count(before, cell.key());
                boolean touched = !cell.isPublic() || (earlier != null && !earlier.isKnown());
                boolean same = earlier != null && touched && unrevised.test(before, cell.key());
                counts.put(table.name(cell.key()), count(new Place(table, cell.key()), cell, same ? earlier : null));
            }
        }
    }

    private Count count(Place place, DownloadedCell cell, Count earlier) {
        if (cell.isPublic()) {
            long value = cell.value().longValueExact();
            if (earlier != null && !earlier.isKnown()) {
                puzzle.narrow(earlier.unknown(), value, value);
                shownElsewhere.add(earlier.unknown());
            }
            return new Count(value, -1);
        }
        if (earlier != null && earlier.isKnown()) {
            formerlyPublic.add(place);
            return earlier;
        }
        if (earlier != null) {
            places.get(earlier.unknown()).add(place);
            return earlier;
        }
        places.add(new ArrayList<>(List.of(place)));
        return new Count(0, unknown(place, cell));
    }

    /**
     * Adds an unknown for a cell. Zeros are always published, so a withheld count is at least 1. A withheld sum that
     * has masked parts may be 0.
     */
    private int unknown(Place place, DownloadedCell cell) {
        if (cell.isMasked()) {
            return puzzle.unknown(
                    place.name(), 0, Math.max(0, place.table().structure().threshold() - 1));
        }
        return puzzle.unknown(place.name(), cell.number("N_MASKED") > 0 ? 0 : 1, Relation.NO_LIMIT);
    }

    /**
     * Adds the relation that the parts make the total, or at most the total.
     *
     * @param exact whether the parts make the whole total
     */
    void sum(Count total, List<Count> parts, boolean exact, boolean assumed, String source) {
        List<Integer> unknowns = new ArrayList<>();
        List<Integer> signs = new ArrayList<>();
        long known = 0;
        for (Count part : parts) {
            known += part.value();
            if (!part.isKnown()) {
                unknowns.add(part.unknown());
                signs.add(1);
            }
        }
        if (!total.isKnown()) {
            unknowns.add(total.unknown());
            signs.add(-1);
        }
        long rest = total.value() - known;
        add(unknowns, signs, exact ? rest : -Relation.NO_LIMIT, rest, assumed, source);
    }

    /** Adds the relation that a sum lies between two numbers. */
    void between(List<Count> parts, long least, long most, String source) {
        long known = parts.stream().mapToLong(Count::value).sum();
        List<Integer> unknowns = parts.stream()
                .filter(part -> !part.isKnown())
                .map(Count::unknown)
                .toList();
        add(unknowns, unknowns.stream().map(u -> 1).toList(), least - known, most - known, false, source);
    }

    private void add(
            List<Integer> unknowns, List<Integer> signs, long least, long most, boolean assumed, String source) {
        puzzle.add(new Relation(ints(unknowns), ints(signs), least, most, assumed, source));
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(i -> i).toArray();
    }

    long least(Count count) {
        return count.isKnown() ? count.value() : puzzle.least(count.unknown());
    }

    long most(Count count) {
        return count.isKnown() ? count.value() : puzzle.most(count.unknown());
    }

    /** Returns the value of a cell, if it is known. */
    OptionalLong value(DownloadedTable table, String key) {
        Count count = count(table, key);
        return count != null && count.isKnown() ? OptionalLong.of(count.value()) : OptionalLong.empty();
    }
}
