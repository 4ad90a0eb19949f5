package org.tipstats.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.tipstats.schema.Code;
import org.tipstats.schema.CodeList;

/**
 * Which codes a text may stand for: another spelling of a code, a former or other code, a name in any language, or one
 * of these with a slip of the pen. Immutable; equal texts always get equal answers.
 */
public final class Suggestions {

    /** The most suggestions for one text. */
    public static final int MOST = 5;

    /** What can be suggested. @param others other codes for the same @param names in any language */
    record Candidate(String id, List<String> others, Collection<String> names) {}

    private static final int SHORTEST_NAME = 4;

    private record Name(String text, Set<String> words, int candidate) {}

    private record Match(int rank, int candidate) {}

    private final List<Candidate> candidates;
    private final Map<String, Set<Integer>> codes = new HashMap<>();
    private final Map<String, Set<Integer>> byName = new HashMap<>();
    private final List<Name> names = new ArrayList<>();

    private Suggestions(List<Candidate> candidates) {
        this.candidates = candidates;
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            index(codes, candidate.id(), i);
            for (String other : candidate.others()) {
                index(codes, other, i);
            }
            for (String name : new TreeSet<>(candidate.names())) {
                String text = CellText.fold(name);
                index(byName, name, i);
                names.add(new Name(text, new HashSet<>(Arrays.asList(text.split(" "))), i));
            }
        }
    }

    /** Suggests any code of a list. */
    public static Suggestions of(CodeList list) {
        return of(list, code -> true);
    }

    /** Suggests only codes that can be used. */
    public static Suggestions of(CodeList list, Predicate<Code> usable) {
        return of(list.codes().stream()
                .filter(usable)
                .map(code -> new Candidate(
                        code.id(), others(code), code.name().texts().values()))
                .toList());
    }

    static Suggestions of(List<Candidate> candidates) {
        return new Suggestions(List.copyOf(candidates));
    }

    private static List<String> others(Code code) {
        List<String> others = new ArrayList<>();
        code.annotation("ISO_ALPHA_2").ifPresent(others::add);
        code.annotation("M49").ifPresent(others::add);
        code.annotation("ALIASES").ifPresent(aliases -> others.addAll(List.of(aliases.split(";"))));
        return others;
    }

    private static void index(Map<String, Set<Integer>> index, String text, int candidate) {
        String folded = withoutZeros(CellText.fold(text));
        if (!folded.isEmpty()) {
            index.computeIfAbsent(folded, key -> new LinkedHashSet<>()).add(candidate);
        }
    }

    /** Numbers are compared by value: 40 is 040. */
    private static String withoutZeros(String folded) {
        int start = 0;
        while (start < folded.length() - 1 && folded.charAt(start) == '0') {
            start++;
        }
        boolean number = folded.chars().allMatch(c -> c >= '0' && c <= '9');
        return number && !folded.isEmpty() ? folded.substring(start) : folded;
    }

    /** The codes that the text may stand for, the likeliest first, at most {@link #MOST}. */
    public List<String> forText(String text) {
        List<String> exact = exact(text);
        String folded = CellText.fold(text);
        if (folded.isEmpty() || (!exact.isEmpty() && !byName.containsKey(folded))) {
            return exact;
        }
        Set<String> found = new LinkedHashSet<>(exact);
        matches(folded, exact.isEmpty())
                .forEach(match -> found.add(candidates.get(match.candidate()).id()));
        return found.stream().limit(MOST).toList();
    }

    /** Only spellings, other codes and names that are the same but for case, accents and punctuation. */
    List<String> exact(String text) {
        String folded = withoutZeros(CellText.fold(text));
        Set<Integer> found = new LinkedHashSet<>(codes.getOrDefault(folded, Set.of()));
        found.addAll(byName.getOrDefault(folded, Set.of()));
        return found.stream().limit(MOST).map(i -> candidates.get(i).id()).toList();
    }

    private List<Match> matches(String folded, boolean withSlips) {
        List<Match> matches = new ArrayList<>();
        int limit = limit(folded);
        Set<String> words = new HashSet<>(Arrays.asList(folded.split(" ")));
        for (Name name : names) {
            int rank = wordRank(folded, words, name, withSlips);
            if (withSlips && limit > 0) {
                rank = Math.min(rank, slipRank(folded, name.text(), limit));
            }
            if (rank < Integer.MAX_VALUE) {
                matches.add(new Match(rank, name.candidate()));
            }
        }
        for (int i = 0; withSlips && limit > 0 && i < candidates.size(); i++) {
            int rank = slipRank(folded, CellText.fold(candidates.get(i).id()), limit);
            if (rank < Integer.MAX_VALUE) {
                matches.add(new Match(rank, i));
            }
        }
        matches.sort(Comparator.comparingInt(Match::rank).thenComparingInt(Match::candidate));
        return matches;
    }

    private static int limit(String folded) {
        if (folded.length() < 3) {
            return 0;
        }
        return folded.length() <= 5 ? 1 : 2;
    }

    private static int slipRank(String a, String b, int limit) {
        int distance = EditDistance.within(a, b, limit);
        return distance <= limit ? distance : Integer.MAX_VALUE;
    }

    /** Names that the text shortens come before those that it lengthens; both after slips. */
    private static int wordRank(String folded, Set<String> words, Name name, boolean alsoBeginnings) {
        int longer = Math.abs(name.text().length() - folded.length());
        if (folded.length() >= SHORTEST_NAME && name.words().containsAll(words)) {
            return 10 + longer;
        }
        if (alsoBeginnings && folded.length() >= SHORTEST_NAME && begins(words, name.words())) {
            return 1_000 + longer;
        }
        boolean lengthened = name.text().length() >= SHORTEST_NAME && words.containsAll(name.words());
        return lengthened ? 2_000 + longer : Integer.MAX_VALUE;
    }

    private static boolean begins(Set<String> words, Set<String> nameWords) {
        return words.stream().allMatch(word -> nameWords.stream().anyMatch(name -> name.startsWith(word)));
    }
}
