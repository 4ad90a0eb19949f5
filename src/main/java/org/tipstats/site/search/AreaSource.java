package org.tipstats.site.search;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.search.SearchDocument.Kind;
import org.tipstats.site.search.SearchDocument.Words;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** The pages of countries, areas, regions and other groups. */
@Singleton
final class AreaSource implements SearchSource {

    private final CodeList areas;

    AreaSource(SchemaRegistry schemas) {
        this.areas = schemas.areas();
    }

    @Override
    public List<SearchDocument> documents(Optional<ReleaseReference> release) {
        return areas.codes().stream()
                .map(area -> new SearchDocument(
                        Kind.AREA,
                        area.id(),
                        Section.AREAS.path() + "/" + area.id(),
                        List.of(area.name()),
                        texts -> about(area, texts),
                        words(area),
                        null))
                .toList();
    }

    /** Returns the words for a code of any kind: its name, its aliases, its id, and its ISO and M49 codes. */
    static Words words(Code code) {
        List<String> codes = Stream.of("ISO_ALPHA_2", "M49")
                .flatMap(type -> code.annotation(type).stream())
                .toList();
        return Words.named(code.name())
                .coded(List.of(code.id()))
                .coded(codes)
                .alsoNamed(code.annotation("ALIASES").stream()
                        .flatMap(aliases -> Arrays.stream(aliases.split(";")))
                        .toList());
    }

    private String about(Code area, PageTexts texts) {
        String kind = texts.say(area.isAreaGroup() ? "search.about.group" : "search.about.area");
        return Optional.ofNullable(area.parent())
                .flatMap(areas::find)
                .map(group -> kind + " \u00b7 " + texts.of(group.name()))
                .orElse(kind);
    }
}
