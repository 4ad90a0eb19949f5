package org.tipstats.disseminate.notify;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.read.PublishedReleases.ReleasedDataset;
import org.tipstats.publish.release.ReleaseChange;
import org.tipstats.publish.release.ReleaseReader;
import org.tipstats.publish.release.ReleaseView;

/**
 * Reads the newest releases and their changes. Each release is compared with the previous release only once, because
 * published releases never change.
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

    /** Returns the newest public releases, sorted from new to old. */
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

    /** A published release as the feed shows it. */
    record FeedEntry(ReleaseView release, ChangeCounts changes) {

        /**
         * Returns an id that never changes. No other release has the same id, not even a release of another service.
         */
        String id() {
            String name = release.id() + "|" + release.contentHash() + "|" + release.publishedAt();
            return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * Numbers of published figures that differ from the previous release, by kind of change.
     *
     * @param isFirst whether there is no previous release to compare with
     */
    record ChangeCounts(boolean isFirst, Map<ReleaseChange.Kind, Long> counts) {

        static ChangeCounts of(List<ReleaseChange> changes) {
            Map<ReleaseChange.Kind, Long> counts = new EnumMap<>(ReleaseChange.Kind.class);
            changes.forEach(change -> counts.merge(change.change(), 1L, Long::sum));
            return new ChangeCounts(false, counts);
        }

        /**
         * Makes the counts of the first release.
         *
         * @param figures number of figures in the release
         */
        static ChangeCounts first(long figures) {
            return new ChangeCounts(true, Map.of(ReleaseChange.Kind.NEW, figures));
        }

        long count(ReleaseChange.Kind kind) {
            return counts.getOrDefault(kind, 0L);
        }
    }
}
