package org.tipstats.profile;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tipstats.page.PageTexts;
import org.tipstats.problem.ProblemException;
import org.tipstats.schema.Code;
import org.tipstats.schema.CodeList;
import org.tipstats.schema.SchemaRegistry;

/** Answers searches. */
@Singleton
final class SearchPages {

    /** The longest text that is looked for. */
    static final int LONGEST = 100;

    private static final int MOST_SHOWN = 20;

    private final SearchIndex index;
    private final SchemaRegistry schemas;

    SearchPages(SearchIndex index, SchemaRegistry schemas) {
        this.index = index;
        this.schemas = schemas;
    }

    /** The text that is looked for; 400 for one that is too long. @param query may be null */
    static String query(String query) {
        String text = query == null ? "" : query.strip();
        if (text.length() > LONGEST) {
            throw ProblemException.parameter(
                    "q", text, "At most " + LONGEST + " characters are looked for.", List.of());
        }
        return text;
    }

    /** @param explorer whether there is a page where data is chosen */
    SearchPage page(String query, boolean explorer, PageTexts texts) {
        List<SearchPage.Group> groups = Arrays.stream(SearchIndex.Kind.values())
                .map(kind -> group(kind, query, explorer, texts))
                .filter(group -> !group.hits().isEmpty())
                .toList();
        int all = Arrays.stream(SearchIndex.Kind.values())
                .mapToInt(kind -> index.find(kind, query).size())
                .sum();
        return new SearchPage(query, query.isEmpty() ? null : texts.say("search.found", "n", all), groups);
    }

    private SearchPage.Group group(SearchIndex.Kind kind, String query, boolean explorer, PageTexts texts) {
        List<SearchIndex.Entry> found = index.find(kind, query);
        String id = kind.name().toLowerCase(Locale.ROOT);
        int left = Math.max(0, found.size() - MOST_SHOWN);
        return new SearchPage.Group(
                id,
                texts.say("search." + id),
                found.stream()
                        .limit(MOST_SHOWN)
                        .map(entry -> hit(entry, explorer, texts))
                        .toList(),
                left == 0 ? null : texts.say("search.left", "n", left));
    }

    private SearchPage.Hit hit(SearchIndex.Entry entry, boolean explorer, PageTexts texts) {
        String language = texts.language();
        String address = switch (entry.kind()) {
            case AREA -> "/" + language + "/areas/" + entry.id();
            case DATAFLOW -> explorer ? "/" + language + "/data/" + entry.id() : "/api/v1/dataflows/" + entry.id();
            case CODE -> "/" + language + "/methods/codelists/" + entry.list();
        };
        return new SearchPage.Hit(entry.id(), entry.name().in(language), address, about(entry, language));
    }

    private String about(SearchIndex.Entry entry, String language) {
        return switch (entry.kind()) {
            case AREA ->
                schemas.areas()
                        .find(entry.id())
                        .map(Code::parent)
                        .flatMap(schemas.areas()::find)
                        .map(parent -> parent.name().in(language))
                        .orElse(null);
            case DATAFLOW -> null;
            case CODE ->
                schemas.codeList(entry.list())
                        .map(CodeList::name)
                        .map(name -> name.in(language))
                        .orElse(null);
        };
    }
}
