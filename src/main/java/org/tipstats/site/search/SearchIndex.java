package org.tipstats.site.search;

import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.site.chapter.Topic;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Finds areas, dataflows and codes by their names in any language, by aliases, and by their codes. */
@Singleton
public final class SearchIndex {

    /** Splits texts into words for comparison. Ignores case, accents, punctuation, and Arabic hamzas and articles. */
    static final class SearchWords {

        private static final Pattern MARKS = Pattern.compile("[\\p{M}\u0640]");
        private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}_<>+]+");
        private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
        private static final String ARTICLE = "\u0627\u0644";
        private static final int SHORTEST_WITH_ARTICLE = 5;

        /**
         * Letters that people replace by other letters when they type, for example ł by l. Unicode does not decompose
         * these letters.
         */
        private static final Map<Character, String> LETTERS =
                Map.of('ł', "l", 'ø', "o", 'ß', "ss", 'æ', "ae", 'œ', "oe", 'đ', "d", 'ı', "i", 'ة', "ه", 'ى', "ي");

        private SearchWords() {}

        /** Returns the words of a text. */
        static List<String> of(String text) {
            return Stream.of(BETWEEN.split(folded(text)))
                    .filter(word -> !word.isEmpty())
                    .map(SearchWords::withoutArticle)
                    .toList();
        }

        /**
         * Checks that each wanted word is the beginning of a word of the text. Chinese has no spaces, so a Chinese word
         * may stand anywhere in a word of the text.
         */
        static boolean match(List<String> wanted, List<String> text) {
            return wanted.stream().allMatch(word -> text.stream().anyMatch(own -> matches(word, own)));
        }

        private static boolean matches(String wanted, String own) {
            return HAN.matcher(wanted).find() ? own.contains(wanted) : own.startsWith(wanted);
        }

        private static String folded(String text) {
            String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                    .replaceAll("")
                    .toLowerCase(Locale.ROOT);
            StringBuilder folded = new StringBuilder(plain.length());
            for (char c : plain.toCharArray()) {
                String other = LETTERS.get(c);
                folded.append(other == null ? String.valueOf(c) : other);
            }
            return folded.toString();
        }

        private static String withoutArticle(String word) {
            return word.startsWith(ARTICLE) && word.length() >= SHORTEST_WITH_ARTICLE
                    ? word.substring(ARTICLE.length())
                    : word;
        }
    }

    /** The kinds of entries that a search finds. */
    enum Kind {
        AREA,
        DATAFLOW,
        CODE
    }

    /**
     * An entry that a search finds.
     *
     * @param list the id of the code list that contains the code; null for a dataflow
     * @param codes the id and other codes of the entry, for example M49 numbers, normalized for comparison
     * @param names the names and aliases of a code, or names and descriptions of a dataflow, each as a list of words
     */
    record Entry(Kind kind, String id, LocalText name, String list, List<String> codes, List<List<String>> names) {

        /**
         * Returns how well the entry matches the wanted words; 0 is best. The rank is 0 for a code, 1 for a whole name,
         * 2 for the beginning of a name, 3 for words of one name, 4 for words of several names or codes, and 5 for no
         * match.
         */
        int rank(List<String> wanted) {
            if (wanted.size() == 1 && codes.contains(wanted.get(0))) {
                return 0;
            }
            int best = NO_MATCH;
            for (List<String> own : names) {
                if (own.equals(wanted)) {
                    return 1;
                }
                if (SearchWords.match(wanted, own)) {
                    best = Math.min(best, own.get(0).startsWith(wanted.get(0)) ? 2 : 3);
                }
            }
            return best == NO_MATCH && wanted.size() > 1 && SearchWords.match(wanted, all()) ? NO_MATCH - 1 : best;
        }

        private List<String> all() {
            return Stream.concat(codes.stream(), names.stream().flatMap(List::stream))
                    .toList();
        }

        /**
         * Returns the wanted words that match one name of the entry, or its codes. Chooses the name, or the codes, that
         * match the most wanted words. Empty if no word matches.
         */
        Set<String> words(List<String> wanted) {
            return Stream.concat(Stream.of(codes), names.stream())
                    .map(own -> wanted.stream()
                            .filter(word -> SearchWords.match(List.of(word), own))
                            .collect(Collectors.toSet()))
                    .max(Comparator.comparingInt(Set::size))
                    .orElse(Set.of());
        }
    }

    private static final int NO_MATCH = 5;

    private final List<Entry> entries = new ArrayList<>();
    private final Optional<String> leading;

    SearchIndex(SchemaRegistry schemas) {
        leading = Topic.VICTIMS.dataflow(schemas).map(Dataflow::id);
        CodeList areas = schemas.areas();
        areas.codes().forEach(code -> entries.add(entry(Kind.AREA, code, areas.id())));
        // Derived dataflows come last, so that a reported dataflow comes first if words match both.
        for (Dataflow flow : schemas.dataflows().stream()
                .sorted(Comparator.comparing(Dataflow::isDerived))
                .toList()) {
            List<List<String>> names = Stream.of(flow.name(), flow.description())
                    .flatMap(text -> text.texts().values().stream())
                    .map(SearchWords::of)
                    .filter(words -> !words.isEmpty())
                    .toList();
            entries.add(new Entry(Kind.DATAFLOW, flow.id(), flow.name(), null, SearchWords.of(flow.id()), names));
        }
        for (CodeList list : schemas.codeLists()) {
            list.codes().stream()
                    .filter(code -> areas.find(code.id()).isEmpty())
                    .forEach(code -> entries.add(entry(Kind.CODE, code, list.id())));
        }
    }

    private static Entry entry(Kind kind, Code code, String list) {
        List<String> codes = Stream.of("ISO_ALPHA_2", "M49")
                .flatMap(type -> code.annotation(type).stream())
                .collect(Collectors.toCollection(ArrayList::new));
        codes.add(code.id());
        Stream<String> others =
                code.annotation("ALIASES").map(text -> text.split(";")).stream().flatMap(Stream::of);
        List<List<String>> names = Stream.concat(code.name().texts().values().stream(), others)
                .map(SearchWords::of)
                .filter(words -> !words.isEmpty())
                .distinct()
                .toList();
        List<String> folded =
                codes.stream().flatMap(text -> SearchWords.of(text).stream()).toList();
        return new Entry(kind, code.id(), code.name(), list, folded, names);
    }

    /**
     * Returns the matching entries of a kind. The best match comes first.
     *
     * @param query the query as typed; a query without letters and digits has no matches
     */
    List<Entry> find(Kind kind, String query) {
        List<String> wanted = SearchWords.of(query);
        if (wanted.isEmpty()) {
            return List.of();
        }
        return entries(kind).stream()
                .filter(entry -> entry.rank(wanted) < NO_MATCH)
                .sorted(Comparator.comparingInt(entry -> entry.rank(wanted)))
                .toList();
    }

    /** Returns all entries of a kind, in the order of the schemas. */
    List<Entry> entries(Kind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).toList();
    }

    /** Returns the dataflow to assume if a query names no dataflow. */
    Optional<Entry> leading() {
        return entries(Kind.DATAFLOW).stream()
                .filter(entry -> leading.filter(entry.id()::equals).isPresent())
                .findFirst();
    }

    /** Returns the ids of the areas and groups that match a query. */
    public Set<String> areas(String query) {
        return find(Kind.AREA, query).stream().map(Entry::id).collect(Collectors.toSet());
    }
}
