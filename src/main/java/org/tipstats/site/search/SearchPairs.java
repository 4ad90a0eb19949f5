package org.tipstats.site.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.tipstats.site.search.SearchIndex.Entry;
import org.tipstats.site.search.SearchIndex.Kind;
import org.tipstats.site.search.SearchIndex.SearchWords;

/**
 * Finds figures for queries that name an area, a dataset and perhaps a year in any order, for example "victims austria
 * 2015". The search by name cannot find such figures, because no single name contains all these words.
 */
final class SearchPairs {

    /**
     * A dataset for an area, perhaps in one year.
     *
     * @param year null for all years
     */
    record Pair(Entry area, Entry dataflow, String year) {}

    private record Part(Entry entry, Set<String> words) {}

    private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");
    private static final int MAX_PAIRS = 10;

    private final SearchIndex index;

    SearchPairs(SearchIndex index) {
        this.index = index;
    }

    /**
     * Returns the pairs that match. The best pair comes first. Returns no pairs for a query of a single word.
     *
     * @param isThere checks if there are figures of a pair
     */
    List<Pair> find(String query, Predicate<Pair> isThere) {
        List<String> wanted = new ArrayList<>(SearchWords.of(query));
        String year = wanted.stream()
                .filter(word -> YEAR.matcher(word).matches())
                .findFirst()
                .orElse(null);
        wanted.remove(year);
        if (wanted.isEmpty() || wanted.size() == 1 && year == null) {
            return List.of();
        }
        List<Part> areas = parts(Kind.AREA, wanted);
        List<Part> flows = parts(Kind.DATAFLOW, wanted);
        Optional<Entry> leading = index.leading();
        List<Pair> pairs = new ArrayList<>();
        for (Part area : areas) {
            if (year != null && area.words().containsAll(wanted)) {
                leading.ifPresent(flow -> pairs.add(new Pair(area.entry(), flow, year)));
            }
            for (Part flow : flows) {
                if (coverTogether(wanted, area.words(), flow.words())) {
                    pairs.add(new Pair(area.entry(), flow.entry(), year));
                }
            }
        }
        return pairs.stream().filter(isThere).limit(MAX_PAIRS).toList();
    }

    /** Returns the entries that match some of the words. The entry with the best rank comes first. */
    private List<Part> parts(Kind kind, List<String> wanted) {
        return index.entries(kind).stream()
                .map(entry -> new Part(entry, entry.words(wanted)))
                .filter(part -> !part.words().isEmpty())
                .sorted(Comparator.comparingInt((Part part) -> part.entry().rank(List.copyOf(part.words()))))
                .toList();
    }

    /** Checks that the area and the dataflow together match all words, and that neither matches all words alone. */
    private static boolean coverTogether(List<String> wanted, Set<String> area, Set<String> flow) {
        Set<String> both = new HashSet<>(area);
        both.addAll(flow);
        return both.containsAll(wanted) && !area.containsAll(wanted) && !flow.containsAll(wanted);
    }
}
