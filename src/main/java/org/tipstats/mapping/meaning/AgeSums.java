package org.tipstats.mapping.meaning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tipstats.mapping.grid.Cell;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;

/**
 * Finds the age groups of a table that add up to an age group of the code list: together they cover all ages of this
 * group, without a gap and without an overlap.
 */
final class AgeSums {

    static final String AGE = "AGE";

    private final CodeList list;
    /** The index of the age in the keys. */
    private final int place;
    /** The codes of the list that are ranges of ages. */
    private final List<String> ages;

    private final List<Group> groups = new ArrayList<>();
    /** The figures that no age group of the list uses. */
    private final List<PlacedFigure> gaps = new ArrayList<>();
    /** The cells of each age group of the list that the table itself has, and of the finer groups within it. */
    private final List<Cell> finer = new ArrayList<>();
    /** The words of the figures that sums use. */
    private final Set<String> summedWords = new HashSet<>();

    private final Map<String, Optional<AgeRange>> ranges = new HashMap<>();

    /** The figures that make the observation of a key. */
    record Group(MappedKey key, List<PlacedFigure> figures) {}

    AgeSums(CodeList list, List<PlacedFigure> figures) {
        this.list = list;
        this.place = figures.isEmpty() ? -1 : figures.get(0).key().place(AGE);
        this.ages = list.codes().stream()
                .map(Code::id)
                .filter(code -> AgeRange.parse(code).isPresent())
                .toList();
        Map<MappedKey.Rest, List<List<PlacedFigure>>> byOtherKey = new LinkedHashMap<>();
        for (PlacedFigure figure : figures) {
            List<List<PlacedFigure>> byAge = byOtherKey.computeIfAbsent(
                    new MappedKey.Rest(figure.key(), place), none -> new ArrayList<>(ages.size()));
            group(byAge, age(figure)).add(figure);
        }
        byOtherKey.values().forEach(this::addAges);
    }

    private String age(PlacedFigure figure) {
        return figure.key().at(place);
    }

    /** Returns the list for an age, and adds it if there is none. There are few ages, so a search is fast. */
    private List<PlacedFigure> group(List<List<PlacedFigure>> byAge, String age) {
        for (List<PlacedFigure> group : byAge) {
            if (age(group.get(0)).equals(age)) {
                return group;
            }
        }
        List<PlacedFigure> added = new ArrayList<>(1);
        byAge.add(added);
        return added;
    }

    /** Returns the figures that make each observation. */
    List<Group> groups() {
        return groups;
    }

    List<Cell> finer() {
        return finer;
    }

    /** Returns the cells of age groups that are part of no sum anywhere in the table. */
    List<Cell> gaps() {
        return cellsOfGaps(false);
    }

    /** Returns the cells that are part of no sum, although other cells with the same words are part of a sum. */
    List<List<Cell>> brokenSums() {
        List<Cell> cells = cellsOfGaps(true);
        return cells.isEmpty() ? List.of() : List.of(cells);
    }

    private List<Cell> cellsOfGaps(boolean summedElsewhere) {
        return gaps.stream()
                .filter(figure -> summedWords.contains(word(figure)) == summedElsewhere)
                .map(PlacedFigure::cell)
                .distinct()
                .toList();
    }

    private String word(PlacedFigure figure) {
        String word = figure.draft().word(place);
        return word == null ? age(figure) : word;
    }

    private void addAges(List<List<PlacedFigure>> byAge) {
        List<PlacedFigure> parts = new ArrayList<>(byAge.size());
        List<String> whole = new ArrayList<>(byAge.size());
        boolean allEqual = true;
        for (List<PlacedFigure> group : byAge) {
            boolean allExact = true;
            for (PlacedFigure figure : group) {
                Optional<AgeRange> own = range(figure);
                if (own.isPresent()) {
                    parts.add(figure);
                    boolean equal = parse(age(figure)).equals(own);
                    allEqual &= equal;
                    allExact &= equal || isExact(figure, own);
                }
            }
            List<PlacedFigure> exact = allExact ? group : exact(group);
            if (!exact.isEmpty()) {
                whole.add(age(exact.get(0)));
                groups.add(new Group(exact.get(0).key(), exact));
            }
        }
        // If the table has each age group of the list, no group is the sum of other groups.
        boolean complete = allEqual && whole.containsAll(ages);
        if (!parts.isEmpty() && !complete) {
            addAgeSums(parts, whole);
        }
    }

    private List<PlacedFigure> exact(List<PlacedFigure> group) {
        return group.stream().filter(figure -> isExact(figure, range(figure))).toList();
    }

    /** Returns whether the word of a figure names the ages of its code, or no ages at all. */
    private boolean isExact(PlacedFigure figure, Optional<AgeRange> own) {
        Optional<AgeRange> code = own.isEmpty() ? own : parse(age(figure));
        return code.isEmpty() || code.equals(own);
    }

    private Optional<AgeRange> range(PlacedFigure figure) {
        String code = age(figure);
        if (code.startsWith("_")) {
            return Optional.empty();
        }
        String word = figure.draft().word(place);
        Optional<AgeRange> ofWord = word == null ? Optional.empty() : parse(word);
        return ofWord.isPresent() ? ofWord : parse(code);
    }

    private Optional<AgeRange> parse(String text) {
        Optional<AgeRange> known = ranges.get(text);
        return known == null ? ranges.computeIfAbsent(text, AgeRange::parse) : known;
    }

    private void addAgeSums(List<PlacedFigure> parts, List<String> whole) {
        Set<Cell> summed = new HashSet<>();
        boolean[] used = new boolean[parts.size()];
        List<AgeRange> own =
                parts.stream().map(part -> range(part).orElseThrow()).toList();
        for (Code code : list.codes()) {
            AgeRange range = parse(code.id()).orElse(null);
            if (range == null) {
                continue;
            }
            BitSet inside = new BitSet();
            for (int i = 0; i < own.size(); i++) {
                inside.set(i, range.contains(own.get(i)));
                used[i] |= inside.get(i) && whole.contains(code.id());
            }
            if (!whole.contains(code.id())) {
                addAgeSum(code, range, widest(own, inside).mapToObj(parts::get).toList(), summed);
            }
        }
        for (int i = 0; i < parts.size(); i++) {
            if (used[i]) {
                finer.add(parts.get(i).cell());
            } else if (!summed.contains(parts.get(i).cell())) {
                gaps.add(parts.get(i));
            }
        }
    }

    private void addAgeSum(Code code, AgeRange range, List<PlacedFigure> parts, Set<Cell> summed) {
        if (covers(parts, range)) {
            groups.add(new Group(parts.get(0).key().with(place, code.id()), parts));
            parts.forEach(figure -> summed.add(figure.cell()));
            parts.forEach(figure -> summedWords.add(word(figure)));
        }
    }

    /** Returns the indexes of a set whose ranges are not within another range of the set. */
    private static IntStream widest(List<AgeRange> ranges, BitSet set) {
        Set<AgeRange> all = set.stream().mapToObj(ranges::get).collect(Collectors.toSet());
        return set.stream()
                .filter(i ->
                        all.stream().noneMatch(other -> other.contains(ranges.get(i)) && !other.equals(ranges.get(i))));
    }

    /** Returns whether age groups fill a range from its first to its last age, without a gap or an overlap. */
    private boolean covers(List<PlacedFigure> groups, AgeRange range) {
        TreeMap<Integer, Integer> ends = new TreeMap<>();
        groups.forEach(group -> {
            AgeRange own = range(group).orElseThrow();
            ends.merge(own.first(), own.last(), Math::max);
        });
        int next = range.first();
        for (Map.Entry<Integer, Integer> group : ends.entrySet()) {
            if (group.getKey() != next) {
                return false;
            }
            next = group.getValue() + 1;
        }
        // A table may have nobody older than its oldest group, so a range without an end needs no last group.
        return next > range.last() || (range.last() == AgeRange.OPEN && next > range.first());
    }
}
