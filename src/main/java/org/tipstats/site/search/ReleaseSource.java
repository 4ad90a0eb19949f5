package org.tipstats.site.search;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.release.ReleaseReader;
import org.tipstats.publish.release.ReleaseView;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.Section;
import org.tipstats.site.search.SearchDocument.Kind;
import org.tipstats.site.search.SearchDocument.Words;
import org.tipstats.vocabulary.schema.LocalText;

/** The releases that were public when the indexed release became public, the newest first. */
@Singleton
record ReleaseSource(ReleaseReader releases) implements SearchSource {

    @Override
    public List<SearchDocument> documents(Optional<ReleaseReference> release) {
        return release.stream()
                .flatMap(latest -> releases.published().stream()
                        .filter(each -> !each.publishedAt().isAfter(latest.publishedAt())))
                .map(ReleaseSource::document)
                .toList();
    }

    private static SearchDocument document(ReleaseView release) {
        LocalText title = release.titles();
        return new SearchDocument(
                Kind.RELEASE,
                release.id(),
                Section.RELEASES.path() + "/" + Addresses.encoded(release.id()),
                List.of(title),
                texts -> texts.say("search.about.release", "day", texts.days().day(release.publishedAt())),
                Words.named(title)
                        .alsoNamed(List.of(release.id()))
                        .coded(List.of(release.id()))
                        .and(List.copyOf(release.notesIn().values())),
                null);
    }
}
