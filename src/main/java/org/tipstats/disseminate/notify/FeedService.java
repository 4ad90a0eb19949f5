package org.tipstats.disseminate.notify;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.read.PublishedReleases.ReleasedDataset;
import org.tipstats.publish.release.ReleaseReader;
import org.tipstats.publish.release.ReleaseView;

/**
 * Reads the newest releases and their changes. It compares each published release only once, because published releases
 * never change.
 */
@ApplicationScoped
class FeedService {

    /** Largest number of releases in the feed. */
    static final int MAX_ENTRIES = 20;

    private static final int KEPT = 1_000;

    private final ReleaseReader reader;
    private final PublishedReleases published;
    private final Cache<String, ChangeCounts> compared =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    FeedService(ReleaseReader reader, PublishedReleases published) {
        this.reader = reader;
        this.published = published;
    }

    /** Returns the newest public releases, the newest first. */
    List<ReleaseView> newest() {
        return reader.list(Optional.empty()).stream()
                .sorted(Comparator.comparing(ReleaseView::publishedAt)
                        .thenComparing(ReleaseView::id)
                        .reversed())
                .limit(MAX_ENTRIES)
                .toList();
    }

    List<FeedEntry> withChanges(List<ReleaseView> releases) {
        return releases.stream()
                .map(release -> new FeedEntry(release, changes(release)))
                .toList();
    }

    private ChangeCounts changes(ReleaseView release) {
        return compared.get(release.id() + "|" + release.contentHash(), key -> compare(release.id()));
    }

    private ChangeCounts compare(String id) {
        Optional<ReleaseReference> before = published.find(id, false).flatMap(published::before);
        return before.isPresent()
                ? ChangeCounts.of(reader.changes(id, null, Optional.empty()))
                : ChangeCounts.first(published.datasets().stream()
                        .filter(dataset -> dataset.release().equals(id))
                        .mapToLong(ReleasedDataset::observations)
                        .sum());
    }
}
