package org.tipstats.mapping.meaning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;

/**
 * Finds the age groups of a table that add up to an age group of the code list: they follow each other from its first
 * age to its last age, without a gap and without an overlap.
 */
final class AgeSums {

    static final String AGE = "AGE";

    private final CodeList list;
    private final Map<SortedMap<String, String>, List<PlacedFigure>> groups = new LinkedHashMap<>();
    private final Set<String> gaps = new LinkedHashSet<>();

    /** @param byKey the figures by the key that their words give */
    AgeSums(CodeList list, Map<SortedMap<String, String>, List<PlacedFigure>> byKey) {
        this.list = list;
        Map<SortedMap<String, String>, List<List<PlacedFigure>>> byOtherKey = new LinkedHashMap<>();
        byKey.forEach((key, group) -> {
            SortedMap<String, String> others = new TreeMap<>(key);
            others.remove(AGE);
            byOtherKey.computeIfAbsent(others, none -> new ArrayList<>()).add(group);
        });
        byOtherKey.values().forEach(this::addAges);
    }

    /** Returns the figures that make each observation, by its key. */
    Map<SortedMap<String, String>, List<PlacedFigure>> groups() {
        return groups;
    }

    /** Returns the cells of age groups that are part of no age group of the list. */
    Set<String> gaps() {
        return gaps;
    }

    private void addAges(List<List<PlacedFigure>> byAge) {
        List<PlacedFigure> parts = new ArrayList<>();
        Set<String> whole = new TreeSet<>();
        for (List<PlacedFigure> group : byAge) {
            List<PlacedFigure> exact =
                    group.stream().filter(figure -> !isPart(figure)).toList();
            group.stream().filter(figure -> range(figure).isPresent()).forEach(parts::add);
            if (!exact.isEmpty()) {
                whole.add(exact.get(0).key().get(AGE));
                groups.put(exact.get(0).key(), exact);
            }
        }
        if (!parts.isEmpty()) {
            addAgeSums(parts, whole);
        }
    }

    private static boolean isPart(PlacedFigure figure) {
        Optional<AgeRange> code = AgeRange.parse(figure.key().get(AGE));
        return code.isPresent()
                && range(figure).filter(own -> !own.equals(code.get())).isPresent();
    }

    private static Optional<AgeRange> range(PlacedFigure figure) {
        String code = figure.key().get(AGE);
        if (code.startsWith("_")) {
            return Optional.empty();
        }
        String word = figure.words().get(AGE);
        Optional<AgeRange> ofWord = word == null ? Optional.empty() : AgeRange.parse(word);
        return ofWord.isPresent() ? ofWord : AgeRange.parse(code);
    }

    private void addAgeSums(List<PlacedFigure> parts, Set<String> whole) {
        Set<String> summed = new LinkedHashSet<>();
        boolean[] used = new boolean[parts.size()];
        for (Code code : list.codes()) {
            Optional<AgeRange> range = AgeRange.parse(code.id());
            if (range.isEmpty()) {
                continue;
            }
            List<PlacedFigure> inside = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                if (range.get().contains(range(parts.get(i)).orElseThrow())) {
                    inside.add(parts.get(i));
                    used[i] |= whole.contains(code.id());
                }
            }
            inside.removeIf(part -> isWithinAnother(part, inside));
            if (!whole.contains(code.id()) && covers(inside, range.get())) {
                SortedMap<String, String> key = new TreeMap<>(inside.get(0).key());
                key.put(AGE, code.id());
                groups.put(key, inside);
                inside.forEach(figure -> summed.add(figure.cell()));
            }
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!used[i] && !summed.contains(parts.get(i).cell())) {
                gaps.add(parts.get(i).cell());
            }
        }
    }

    private static boolean isWithinAnother(PlacedFigure part, List<PlacedFigure> all) {
        AgeRange own = range(part).orElseThrow();
        return all.stream()
                .map(other -> range(other).orElseThrow())
                .anyMatch(other -> other.contains(own) && !other.equals(own));
    }

    /** Returns whether age groups follow each other from the first age of a range, without a hole and an overlap. */
    private static boolean covers(List<PlacedFigure> groups, AgeRange range) {
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
        // Beside the oldest group of a table nobody may be older, so a range without an end needs no last group.
        return next > range.last() || (range.last() == AgeRange.OPEN && next > range.first());
    }
}
