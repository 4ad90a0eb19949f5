package org.tipstats.site.search;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.chapter.Topic;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.search.SearchDocument.Kind;
import org.tipstats.site.search.SearchDocument.Words;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.run.RuleCatalogue;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Single pages, for example on flows, coverage and methods, and the rules for files. */
@Singleton
record PageSource(SchemaRegistry schemas) implements SearchSource {

    @Override
    public List<SearchDocument> documents(Optional<ReleaseReference> release) {
        List<SearchDocument> documents = new ArrayList<>();
        page(documents, Kind.TOPIC, "/flows", "flows.heading", "flows.lead");
        page(documents, Kind.TOPIC, "/mirror", "mirror.heading", "mirror.lead");
        Topic.VICTIMS.dataflow(schemas).ifPresent(flow -> documents.add(map(flow)));
        page(documents, Kind.TOPIC, Section.COVERAGE.path(), "coverage.heading", "coverage.lead");
        page(documents, Kind.TOPIC, Section.AREAS.path(), "areas.heading", "areas.lead");
        page(documents, Kind.TOPIC, "/reports", "patterns.list.heading", "patterns.list.lead");
        page(documents, Kind.METHOD, Section.METHODS.path(), "methods.heading", "methods.lead");
        Stream.of("counted", "regions", "protection", "signs", "releases", "rules", "codelists")
                .map(PageSource::section)
                .forEach(documents::add);
        page(documents, Kind.METHOD, Section.DATA.path(), "data.heading", "data.intro");
        page(documents, Kind.METHOD, Section.RELEASES.path(), "releases.heading", "releases.lead");
        page(documents, Kind.METHOD, Section.DEVELOPERS.path(), "developers.heading", "developers.lead");
        page(documents, Kind.METHOD, Section.CHECK.path(), "check.heading", "check.intro");
        page(documents, Kind.METHOD, "/table", "table.heading", "table.lead");
        page(documents, Kind.METHOD, Section.TABULATE.path(), "tabulate.heading", "tabulate.intro");
        page(documents, Kind.METHOD, Section.ABOUT.path(), "about.heading", "about.lead", "about.licence.text");
        page(documents, Kind.METHOD, "/accessibility", "accessibility.heading", "accessibility.lead");
        page(documents, Kind.METHOD, "/problems", "problem-type.all", "problem-type.lead");
        RuleCatalogue.entries().forEach(rule -> documents.add(rule(rule.id())));
        return documents;
    }

    /** Adds a page. The first of the other texts says what the page is. */
    private static void page(List<SearchDocument> documents, Kind kind, String path, String title, String... others) {
        documents.add(document(kind, path, path, title, texts -> texts.say(others[0]), others));
    }

    private static SearchDocument section(String name) {
        String key = "methods." + name;
        String path = Section.METHODS.path() + "#" + name;
        return document(
                Kind.METHOD,
                path,
                path,
                key + ".heading",
                texts -> texts.say("search.about.section", "page", texts.say("methods.heading")),
                key + ".text");
    }

    private static SearchDocument map(Dataflow flow) {
        String path = Section.DATA.path() + "/" + flow.id() + "?view=map";
        return document(
                Kind.TOPIC, "map", path, "explorer.view.map", texts -> texts.say("map.none.heading"), "map.none.text");
    }

    private static SearchDocument document(
            Kind kind, String subject, String path, String title, Function<PageTexts, String> about, String... others) {
        Words words = Words.named(PageTexts.inAll(title))
                .alsoNamed(EverydayWords.of(subject))
                .and(Arrays.stream(others)
                        .flatMap(key -> PageTexts.inAll(key).texts().values().stream())
                        .toList());
        return new SearchDocument(kind, null, path, List.of(PageTexts.inAll(title)), about, words, null);
    }

    private static SearchDocument rule(String id) {
        LocalText title = PageTexts.inAll(language -> RuleTexts.in(language).title(id));
        LocalText reason = PageTexts.inAll(language -> RuleTexts.in(language).reason(id));
        return new SearchDocument(
                Kind.RULE,
                id,
                Section.METHODS.path() + "/rules/" + id,
                List.of(title),
                texts -> texts.say("search.about.rule"),
                Words.named(title)
                        .coded(List.of(id))
                        .and(List.copyOf(reason.texts().values())),
                null);
    }
}
