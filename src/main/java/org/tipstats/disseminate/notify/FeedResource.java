package org.tipstats.disseminate.notify;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.disseminate.notify.AtomFeed.ChangeCounts;
import org.tipstats.disseminate.notify.AtomFeed.FeedEntry;
import org.tipstats.platform.http.CachedReply;
import org.tipstats.platform.http.Languages;
import org.tipstats.publish.citation.CatalogueConfig;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.read.PublishedReleases.ReleasedDataset;
import org.tipstats.publish.release.ReleaseReader;
import org.tipstats.publish.release.ReleaseView;
import org.tipstats.vocabulary.schema.LocalText;

/** Serves the feed of releases and their changes. */
@Path("/api/v1/feed.atom")
@PermitAll
class FeedResource {

    private static final int MAX_ENTRIES = 20;
    private static final int MAX_CACHED_COUNTS = 1_000;

    private final ReleaseReader reader;
    private final PublishedReleases published;
    private final CatalogueConfig config;

    /** Numbers of changes by release. A published release never changes, so its numbers can be cached. */
    private final Cache<String, ChangeCounts> compared =
            Caffeine.newBuilder().maximumSize(MAX_CACHED_COUNTS).build();

    FeedResource(ReleaseReader reader, PublishedReleases published, CatalogueConfig config) {
        this.reader = reader;
        this.published = published;
        this.config = config;
    }

    @GET
    @Produces("application/atom+xml")
    public Response get(
            @RestQuery String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        String language = Languages.choose(lang, languages, LocalText.LANGUAGES);
        List<ReleaseView> newest = newest();
        String base = config.base(uri.getBaseUri());
        Instant changed = newest.isEmpty() ? null : newest.get(0).publishedAt();
        String content = config.publisher() + "|" + base + "|" + language + "|"
                + newest.stream()
                        .map(release -> release.id() + ":" + release.contentHash())
                        .toList();
        return CachedReply.of(
                headers,
                CachedReply.CacheInfo.now(content, changed),
                () -> Response.ok(new AtomFeed(config.publisher(), base, language).write(withChanges(newest))));
    }

    /** Returns the newest public releases, sorted from new to old. */
    private List<ReleaseView> newest() {
        return reader.list(Optional.empty()).stream()
                .sorted(Comparator.comparing(ReleaseView::publishedAt)
                        .thenComparing(ReleaseView::id)
                        .reversed())
                .limit(MAX_ENTRIES)
                .toList();
    }

    private List<FeedEntry> withChanges(List<ReleaseView> releases) {
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
