package org.tipstats.site.search;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.site.chapter.FlowFigures;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Makes the page of search results. */
@Singleton
public final class SearchPages {

    /**
     * The results of a search.
     *
     * @param query the query as typed; empty if the reader has not searched yet
     * @param found the number of results, in a sentence; null if the reader has not searched yet
     */
    record SearchPage(String query, String found, List<Group> groups) {}

    /**
     * The results of one kind.
     *
     * @param left the number of results not shown, in a sentence; null if all are shown
     */
    record Group(String id, String heading, List<Hit> hits, String left) {}

    /**
     * A result.
     *
     * @param about the context of the result, for example a region or code list; null if it has no context
     */
    record Hit(String id, String name, String address, String about) {}

    /** Largest number of characters in a query. */
    static final int MAX_CHARACTERS = 100;

    private static final int MAX_SHOWN = 20;

    private final SearchIndex index;
    private final SchemaRegistry schemas;
    private final PublishedReleases published;

    SearchPages(SearchIndex index, SchemaRegistry schemas, PublishedReleases published) {
        this.index = index;
        this.schemas = schemas;
        this.published = published;
    }

    /**
     * Returns the trimmed query.
     *
     * @param query the query as typed; may be null
     * @throws ProblemException 400 if the query is too long
     */
    public static String query(String query) {
        String text = query == null ? "" : query.strip();
        if (text.length() > MAX_CHARACTERS) {
            throw ProblemException.parameter(
                    "q", text, "At most " + MAX_CHARACTERS + " characters can be searched for.", List.of());
        }
        return text;
    }

    SearchPage page(String query, PageTexts texts) {
        List<SearchPairs.Pair> pairs = new SearchPairs(index).find(query, this::hasFigures);
        List<Group> groups = new ArrayList<>();
        if (!pairs.isEmpty()) {
            groups.add(new Group(
                    "pair",
                    texts.say("search.pair"),
                    pairs.stream().map(pair -> hit(pair, texts)).toList(),
                    null));
        }
        int all = pairs.size();
        for (SearchIndex.Kind kind : SearchIndex.Kind.values()) {
            List<SearchIndex.Entry> found = index.find(kind, query);
            if (!found.isEmpty()) {
                groups.add(group(kind, found, texts));
            }
            all += found.size();
        }
        return new SearchPage(query, query.isEmpty() ? null : texts.say("search.found", "n", all), groups);
    }

    /** Checks if the latest release has figures for a pair of an area and a dataset. */
    private boolean hasFigures(SearchPairs.Pair pair) {
        Dataflow flow = schemas.dataflow(pair.dataflow().id()).orElseThrow();
        Code area = schemas.areas().find(pair.area().id()).orElseThrow();
        return published
                .latest()
                .filter(latest -> new FlowFigures(flow, area, published.vintage(latest, flow)).has(pair.year()))
                .isPresent();
    }

    private Hit hit(SearchPairs.Pair pair, PageTexts texts) {
        String year = pair.year() == null ? "" : " \u00b7 " + pair.year();
        return new Hit(
                pair.dataflow().id(),
                texts.of(pair.area().name()) + " \u00b7 "
                        + texts.of(pair.dataflow().name()) + year,
                "/" + texts.language() + address(pair),
                null);
    }

    /**
     * Returns the URL of the page with the counts of a pair, without breakdowns. The page can draw a chart of the
     * counts at once.
     */
    private String address(SearchPairs.Pair pair) {
        Dataflow flow = schemas.dataflow(pair.dataflow().id()).orElseThrow();
        StringJoiner query = new StringJoiner("&", Section.DATA.path() + "/" + flow.id() + "?", "");
        for (Dimension dimension : flow.structure().dimensions()) {
            Optional<String> code = dimension.isTime()
                    ? Optional.ofNullable(pair.year())
                    : dimension == flow.structure().area()
                            ? Optional.of(pair.area().id())
                            : usual(flow, dimension);
            code.ifPresent(chosen -> query.add(dimension.id() + "=" + chosen));
        }
        return query.toString();
    }

    private static Optional<String> usual(Dataflow flow, Dimension dimension) {
        if (dimension.size() == 1) {
            return Optional.empty();
        }
        Optional<Code> code = dimension.role() == Role.UNIT
                ? flow.unit("COUNT")
                : dimension.codes().total();
        return code.map(Code::id);
    }

    private Group group(SearchIndex.Kind kind, List<SearchIndex.Entry> found, PageTexts texts) {
        String id = kind.name().toLowerCase(Locale.ROOT);
        int left = Math.max(0, found.size() - MAX_SHOWN);
        return new Group(
                id,
                texts.say("search." + id),
                found.stream().limit(MAX_SHOWN).map(entry -> hit(entry, texts)).toList(),
                left == 0 ? null : texts.say("search.left", "n", left));
    }

    private Hit hit(SearchIndex.Entry entry, PageTexts texts) {
        String address = switch (entry.kind()) {
            case AREA -> "/" + texts.language() + "/areas/" + entry.id();
            case DATAFLOW -> "/" + texts.language() + "/data/" + entry.id();
            case CODE -> "/" + texts.language() + "/methods/codelists/" + entry.list();
        };
        return new Hit(entry.id(), texts.of(entry.name()), address, about(entry, texts));
    }

    private String about(SearchIndex.Entry entry, PageTexts texts) {
        return switch (entry.kind()) {
            case AREA ->
                schemas.areas()
                        .find(entry.id())
                        .map(Code::parent)
                        .flatMap(schemas.areas()::find)
                        .map(parent -> texts.of(parent.name()))
                        .orElse(null);
            case DATAFLOW -> null;
            case CODE ->
                schemas.codeList(entry.list())
                        .map(CodeList::name)
                        .map(texts::of)
                        .orElse(null);
        };
    }
}
