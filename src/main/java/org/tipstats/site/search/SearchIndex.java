package org.tipstats.site.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.search.SearchDocument.Kind;

/**
 * The index of the latest public release. The first search after a release has become public builds the index, from
 * what is public then. So no index contains a draft or a release under embargo.
 */
@Singleton
public final class SearchIndex {

    /** The largest number of indexes in memory: one of what is public now, and one of what was public before. */
    private static final int MAX_INDEXES = 2;

    private final List<SearchSource> sources;
    private final PublishedReleases published;
    private final Cache<String, ReleaseIndex> indexes =
            Caffeine.newBuilder().maximumSize(MAX_INDEXES).build();

    SearchIndex(@All List<SearchSource> sources, PublishedReleases published) {
        // Each instance of the service may find the sources in a different order.
        this.sources = sources.stream()
                .sorted(Comparator.comparing(source -> source.getClass().getName()))
                .toList();
        this.published = published;
    }

    ReleaseIndex latest() {
        Optional<ReleaseReference> latest = published.latest();
        String key = latest.map(release -> release.id() + " " + release.contentHash() + " " + published.withdrawals())
                .orElse("");
        return indexes.get(key, none -> new ReleaseIndex(documents(latest)));
    }

    private List<SearchDocument> documents(Optional<ReleaseReference> release) {
        List<SearchDocument> documents = new ArrayList<>();
        sources.forEach(source -> documents.addAll(source.documents(release)));
        documents.sort(Comparator.comparing(SearchDocument::kind));
        return documents;
    }

    /**
     * Returns the ids of the areas and groups that have, for each word of a text, this word or a word that begins with
     * it.
     */
    public Set<String> areas(String text) {
        return latest().find(Kind.AREA, text).stream().map(SearchDocument::id).collect(Collectors.toSet());
    }
}
