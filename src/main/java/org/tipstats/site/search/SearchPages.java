package org.tipstats.site.search;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Site;
import org.tipstats.site.search.ReleaseIndex.Group;
import org.tipstats.site.search.ReleaseIndex.Results;
import org.tipstats.site.search.SearchDocument.Figures;
import org.tipstats.site.search.SearchDocument.Kind;
import org.tipstats.site.search.SearchQuery.Mode;

/** Makes the page of search results. */
@Singleton
public final class SearchPages {

    /**
     * The results of a search.
     *
     * @param query the query as typed; empty if the reader has not searched yet
     * @param found a sentence with the number of results, or one that says that they have only some of the words; null
     *     if the reader has not searched yet
     */
    record SearchPage(String query, String found, List<HitGroup> groups) {}

    /**
     * The results of one kind.
     *
     * @param left the number of results not shown, in a sentence; null if all are shown, or if the results have only
     *     some of the words
     */
    record HitGroup(String id, String heading, List<Hit> hits, String left) {}

    /**
     * A result.
     *
     * @param id a code or id; null if readers do not need one
     * @param language the language of the name; null for that of the page
     * @param about what the page is, in a line
     */
    record Hit(String id, String name, String language, String address, String about) {}

    /** Largest number of characters in a query. */
    static final int MAX_CHARACTERS = 100;

    private static final int MAX_AREAS_OF_FIGURES = 5;

    private final SearchIndex index;

    SearchPages(SearchIndex index) {
        this.index = index;
    }

    /**
     * Returns the trimmed query.
     *
     * @param query the query as typed; may be null
     * @throws ProblemException 400 if the query is too long
     */
    public static String query(String query) {
        String text = Site.typed(query);
        if (text.length() > MAX_CHARACTERS) {
            throw ProblemException.parameter(
                    "q", text, "At most " + MAX_CHARACTERS + " characters can be searched for.", List.of());
        }
        return text;
    }

    SearchPage page(String query, PageTexts texts) {
        return query.isEmpty() ? new SearchPage(query, null, List.of()) : page(query, index.latest(), texts);
    }

    static SearchPage page(String query, ReleaseIndex index, PageTexts texts) {
        Results results = index.find(query);
        List<Group> groups = withAreas(results.groups(), index);
        int total = groups.stream().mapToInt(Group::total).sum();
        String found =
                results.mode() == Mode.SOME ? texts.say("search.found.some") : texts.say("search.found", "n", total);
        return new SearchPage(
                query,
                found,
                groups.stream().map(group -> group(group, results, texts)).toList());
    }

    /**
     * If a search finds figures but no areas, adds the pages of the areas that the first of these figures are about.
     */
    private static List<Group> withAreas(List<Group> groups, ReleaseIndex index) {
        if (groups.isEmpty()
                || groups.get(0).kind() != Kind.FIGURE
                || groups.stream().anyMatch(group -> group.kind() == Kind.AREA)) {
            return groups;
        }
        Set<String> areas = groups.get(0).shown().stream()
                .map(SearchDocument::figures)
                .filter(figures -> !figures.withoutArea())
                .map(Figures::area)
                .limit(MAX_AREAS_OF_FIGURES)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<SearchDocument> pages = index.documents().stream()
                .filter(document -> document.kind() == Kind.AREA && areas.contains(document.id()))
                .toList();
        List<Group> all = new ArrayList<>(groups);
        if (!pages.isEmpty()) {
            all.add(1, new Group(Kind.AREA, pages, pages.size()));
        }
        return all;
    }

    private static HitGroup group(Group group, Results results, PageTexts texts) {
        String id = group.kind().name().toLowerCase(Locale.ROOT);
        int left =
                results.mode() == Mode.SOME ? 0 : group.total() - group.shown().size();
        return new HitGroup(
                id,
                texts.say("search." + id),
                group.shown().stream()
                        .map(document -> hit(document, results.years(), texts))
                        .toList(),
                left == 0 ? null : texts.say("search.left", "n", left));
    }

    private static Hit hit(SearchDocument document, List<String> asked, PageTexts texts) {
        String name = document.title().stream().map(texts::of).collect(Collectors.joining(" \u00b7 "));
        String address = "/" + texts.language() + document.path();
        Figures figures = document.figures();
        if (figures != null && figures.yearParameter() != null) {
            List<String> years =
                    asked.stream().filter(figures.years()::contains).toList();
            name = years.isEmpty() ? name : name + " \u00b7 " + String.join(", ", years);
            address += years.isEmpty() ? "" : "&" + figures.yearParameter() + "=" + String.join(",", years);
        }
        String language = document.title().get(0).languageFor(texts.language());
        return new Hit(
                document.id(),
                name,
                document.kind() == Kind.RELEASE && !language.equals(texts.language()) ? language : null,
                address,
                document.about().apply(texts));
    }
}
