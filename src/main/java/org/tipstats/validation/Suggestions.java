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
import org.tipstats.csv.CellText;
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
    /** Longer texts are no codes or names; comparing them with all names would only take time. */
    private static final int LONGEST_TEXT = 100;
    /** A name that is longer by more than this is not what a text means that is itself a name. */
    private static final int MOST_LONGER = 30;

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
                names.add(new Name(text, words(text), i));
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
        if (folded.isEmpty() || folded.length() > LONGEST_TEXT || (!exact.isEmpty() && !byName.containsKey(folded))) {
            return exact;
        }
        Set<String> found = new LinkedHashSet<>(exact);
        List<Match> matches = shortened(folded, exact.isEmpty() ? Integer.MAX_VALUE : MOST_LONGER);
        if (found.isEmpty() && matches.isEmpty()) {
            matches = slips(folded);
        }
        if (found.isEmpty() && matches.isEmpty()) {
            matches = beginningsAndLengthened(folded);
        }
        matches.stream()
                .sorted(Comparator.comparingInt(Match::rank).thenComparingInt(Match::candidate))
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

    private static Set<String> words(String folded) {
        return new HashSet<>(Arrays.asList(folded.split(" ")));
    }

    /** Names that have all words of the text, and more. */
    private List<Match> shortened(String folded, int mostLonger) {
        Set<String> words = words(folded);
        List<Match> matches = new ArrayList<>();
        for (Name name : names) {
            int longer = name.text().length() - folded.length();
            boolean fits = folded.length() >= SHORTEST_NAME && longer <= mostLonger;
            if (fits && name.words().containsAll(words)) {
                matches.add(new Match(longer, name.candidate()));
            }
        }
        return matches;
    }

    /** Codes and names from which the text differs by as few letters as any does. */
    private List<Match> slips(String folded) {
        int limit = limit(folded.length());
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < candidates.size() && limit > 0; i++) {
            addSlip(folded, CellText.fold(candidates.get(i).id()), i, limit, matches);
        }
        for (Name name : limit > 0 ? names : List.<Name>of()) {
            addSlip(folded, name.text(), name.candidate(), limit, matches);
        }
        int least = matches.stream().mapToInt(Match::rank).min().orElse(0);
        matches.removeIf(match -> match.rank() > least);
        return matches;
    }

    private static int limit(int length) {
        if (length < 3) {
            return 0;
        }
        return length <= 5 ? 1 : 2;
    }

    private static void addSlip(String text, String other, int candidate, int limit, List<Match> matches) {
        int distance = EditDistance.within(text, other, limit);
        if (distance <= limit) {
            matches.add(new Match(distance, candidate));
        }
    }

    /** Names whose words begin with those of the text; after them names to which the text adds words. */
    private List<Match> beginningsAndLengthened(String folded) {
        Set<String> words = words(folded);
        List<Match> matches = new ArrayList<>();
        for (Name name : names) {
            int difference = Math.abs(name.text().length() - folded.length());
            if (folded.length() >= SHORTEST_NAME && begins(words, name.words())) {
                matches.add(new Match(difference, name.candidate()));
            } else if (name.text().length() >= SHORTEST_NAME && words.containsAll(name.words())) {
                matches.add(new Match(1_000 + difference, name.candidate()));
            }
        }
        return matches;
    }

    private static boolean begins(Set<String> words, Set<String> nameWords) {
        return words.stream().allMatch(word -> nameWords.stream().anyMatch(name -> name.startsWith(word)));
    }
}
