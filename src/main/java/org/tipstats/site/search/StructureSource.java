package org.tipstats.site.search;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.frame.Section;
import org.tipstats.site.search.SearchDocument.Kind;
import org.tipstats.site.search.SearchDocument.Words;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Datasets, and the code lists with their codes, except countries and areas, which have their own pages. */
@Singleton
record StructureSource(SchemaRegistry schemas) implements SearchSource {

    private static final String LISTS = Section.METHODS.path() + "/codelists/";

    @Override
    public List<SearchDocument> documents(Optional<ReleaseReference> release) {
        // Derived datasets come last, so that a reported dataset comes first if words match both.
        Stream<SearchDocument> datasets = schemas.dataflows().stream()
                .sorted(Comparator.comparing(Dataflow::isDerived))
                .map(StructureSource::dataset);
        Stream<SearchDocument> lists = schemas.codeLists().stream().map(StructureSource::list);
        Stream<SearchDocument> codes = schemas.codeLists().stream().flatMap(this::codes);
        return Stream.of(datasets, lists, codes).flatMap(part -> part).toList();
    }

    private static SearchDocument dataset(Dataflow flow) {
        Words words = Words.named(flow.name())
                .coded(List.of(flow.id()))
                .and(List.copyOf(flow.description().texts().values()))
                .and(EverydayWords.of(flow.id()));
        return new SearchDocument(
                Kind.TOPIC,
                flow.id(),
                Section.DATA.path() + "/" + flow.id(),
                List.of(flow.name()),
                texts -> texts.say("search.about.dataset"),
                words,
                null);
    }

    private static SearchDocument list(CodeList list) {
        return new SearchDocument(
                Kind.CODE,
                list.id(),
                LISTS + list.id(),
                List.of(list.name()),
                texts -> texts.say("search.about.list"),
                Words.named(list.name()).coded(List.of(list.id())),
                null);
    }

    private Stream<SearchDocument> codes(CodeList list) {
        Optional<Role> role = schemas.dataflows().stream()
                .flatMap(flow -> flow.structure().dimensions().stream())
                .filter(dimension -> list.equals(dimension.codes()))
                .map(Dimension::role)
                .findFirst();
        return list.codes().stream()
                .filter(code -> schemas.areas().find(code.id()).isEmpty())
                .map(code -> code(
                        list,
                        code,
                        AreaSource.words(code)
                                .alsoNamed(EverydayWords.of(role.map(Role::name).orElse("") + "=" + code.id()))));
    }

    private static SearchDocument code(CodeList list, Code code, Words words) {
        return new SearchDocument(
                Kind.CODE,
                code.id(),
                LISTS + list.id() + "#" + code.id(),
                List.of(code.name()),
                texts -> texts.say("search.about.code", "list", texts.of(list.name())),
                words,
                null);
    }
}
