package org.tipstats.site.area;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Finds areas, dataflows and codes by their names in any language, by other names, and by codes of several kinds. */
@Singleton
final class SearchIndex {

    /** What can be found. */
    enum Kind {
        AREA,
        DATAFLOW,
        CODE
    }

    /**
     * Something that can be found.
     *
     * @param list the code list that it is of; null for a dataflow
     * @param codes what else it is called by machines, such as a number
     * @param names each as words
     */
    record Entry(Kind kind, String id, LocalText name, String list, List<String> codes, List<List<String>> names) {

        /**
         * How good a find it is: 0 is the code itself, 1 a whole name, 2 its beginning, 3 words of it, 4 words of several
         * names or codes, 5 nothing.
         */
        int rank(List<String> wanted) {
            if (wanted.size() == 1 && codes.contains(wanted.get(0))) {
                return 0;
            }
            int best = NOTHING;
            for (List<String> own : names) {
                if (own.equals(wanted)) {
                    return 1;
                }
                if (SearchWords.match(wanted, own)) {
                    best = Math.min(best, own.get(0).startsWith(wanted.get(0)) ? 2 : 3);
                }
            }
            return best == NOTHING && wanted.size() > 1 && SearchWords.match(wanted, all()) ? NOTHING - 1 : best;
        }

        private List<String> all() {
            return Stream.concat(codes.stream(), names.stream().flatMap(List::stream))
                    .toList();
        }

        /** Those of the words that one of its names has, or that are its code; the most that any has, none for none. */
        Set<String> words(List<String> wanted) {
            return Stream.concat(Stream.of(codes), names.stream())
                    .map(own -> wanted.stream()
                            .filter(word -> SearchWords.match(List.of(word), own))
                            .collect(Collectors.toSet()))
                    .max(Comparator.comparingInt(Set::size))
                    .orElse(Set.of());
        }
    }

    private static final int NOTHING = 5;

    private final List<Entry> entries = new ArrayList<>();
    private final Optional<String> leading;

    SearchIndex(SchemaRegistry schemas) {
        leading = Topic.VICTIMS.dataflow(schemas).map(Dataflow::id);
        CodeList areas = schemas.areas();
        areas.codes().forEach(code -> entries.add(entry(Kind.AREA, code, areas.id())));
        // What is derived from others comes after them where words fit both.
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

    /** What of a kind a query finds, the best first. @param query with at least one letter or digit, else nothing is found */
    List<Entry> find(Kind kind, String query) {
        List<String> wanted = SearchWords.of(query);
        if (wanted.isEmpty()) {
            return List.of();
        }
        return entries(kind).stream()
                .filter(entry -> entry.rank(wanted) < NOTHING)
                .sorted(Comparator.comparingInt(entry -> entry.rank(wanted)))
                .toList();
    }

    /** All entries of a kind, in the order of the schemas. */
    List<Entry> entries(Kind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).toList();
    }

    /** The dataset that is meant where words name none. */
    Optional<Entry> leading() {
        return entries(Kind.DATAFLOW).stream()
                .filter(entry -> leading.filter(entry.id()::equals).isPresent())
                .findFirst();
    }

    /** The ids of the areas and groups that a query finds. */
    Set<String> areas(String query) {
        return find(Kind.AREA, query).stream().map(Entry::id).collect(Collectors.toSet());
    }
}
