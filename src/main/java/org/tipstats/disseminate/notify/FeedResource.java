package org.tipstats.disseminate.notify;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tipstats.disseminate.notify.AtomFeed.ChangeCounts;
import org.tipstats.disseminate.notify.AtomFeed.FeedEntry;
import org.tipstats.platform.http.CachedReply;
import org.tipstats.platform.http.LanguageParameters;
import org.tipstats.publish.citation.CatalogueConfig;
import org.tipstats.publish.notice.ErratumService;
import org.tipstats.publish.notice.ReleaseNotice;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.read.PublishedReleases.ReleasedDataset;
import org.tipstats.publish.release.ReleaseReader;
import org.tipstats.publish.release.ReleaseView;

/** Serves the feed of releases with their changes, errata and withdrawals. */
@Path("/api/v1/feed.atom")
@PermitAll
class FeedResource {

    private static final int MAX_ENTRIES = 20;
    private static final int MAX_CACHED_COUNTS = 1_000;

    private final ReleaseReader reader;
    private final PublishedReleases published;
    private final ErratumService notices;
    private final CatalogueConfig config;

    /** Numbers of changes from one release to the next. These numbers never change, so the entries do not expire. */
    private final Cache<String, ChangeCounts> compared =
            Caffeine.newBuilder().maximumSize(MAX_CACHED_COUNTS).build();

    FeedResource(ReleaseReader reader, PublishedReleases published, ErratumService notices, CatalogueConfig config) {
        this.reader = reader;
        this.published = published;
        this.notices = notices;
        this.config = config;
    }

    @GET
    @Produces("application/atom+xml")
    public Response get(@BeanParam LanguageParameters lang, @Context UriInfo uri, @Context HttpHeaders headers) {
        List<ReleaseView> newest =
                reader.published().stream().limit(MAX_ENTRIES).toList();
        String base = config.base(uri.getBaseUri());
        List<ReleaseNotice> said = notices.newest(MAX_ENTRIES);
        Instant changed = Stream.concat(
                        newest.stream().map(ReleaseView::publishedAt),
                        said.stream().map(ReleaseNotice::publishedAt))
                .max(Comparator.naturalOrder())
                .orElse(null);
        // The tag depends on the text, so it also changes if a new version of the program writes another text.
        String feed = new AtomFeed(config.publisher(), base, lang.chosen()).write(withChanges(newest), said);
        return CachedReply.of(headers, CachedReply.CacheInfo.now(feed, changed), () -> Response.ok(feed));
    }

    private List<FeedEntry> withChanges(List<ReleaseView> releases) {
        return releases.stream()
                .map(release -> new FeedEntry(release, changes(release)))
                .toList();
    }

    private ChangeCounts changes(ReleaseView release) {
        Optional<ReleaseReference> before = published.find(release.id(), false).flatMap(published::before);
        String earlier = before.map(ReleaseReference::contentHash).orElse("");
        return compared.get(
                release.id() + "|" + release.contentHash() + "|" + earlier, key -> compare(release.id(), before));
    }

    private ChangeCounts compare(String id, Optional<ReleaseReference> before) {
        return before.isPresent()
                ? ChangeCounts.of(reader.changes(id, null, Optional.empty()))
                : ChangeCounts.first(published.datasets().stream()
                        .filter(dataset -> dataset.release().equals(id))
                        .mapToLong(ReleasedDataset::observations)
                        .sum());
    }
}
