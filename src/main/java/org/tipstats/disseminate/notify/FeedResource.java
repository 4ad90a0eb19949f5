package org.tipstats.disseminate.notify;

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
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.platform.http.CachedReply;
import org.tipstats.platform.http.Languages;
import org.tipstats.publish.citation.TermsService.CatalogueConfig;
import org.tipstats.publish.release.ReleaseView;
import org.tipstats.vocabulary.schema.LocalText;

/** Serves the feed of releases and their changes. */
@Path("/api/v1/feed.atom")
@PermitAll
class FeedResource {

    private final FeedService feed;
    private final CatalogueConfig config;

    FeedResource(FeedService feed, CatalogueConfig config) {
        this.feed = feed;
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
        List<ReleaseView> newest = feed.newest();
        String base = config.base(uri.getBaseUri());
        Instant changed = newest.isEmpty() ? null : newest.get(0).publishedAt();
        String content = config.publisher() + "|" + base + "|" + language + "|"
                + newest.stream()
                        .map(release -> release.id() + ":" + release.contentHash())
                        .toList();
        return CachedReply.of(
                headers,
                CachedReply.CacheInfo.now(content, changed),
                () -> Response.ok(new AtomFeed(config.publisher(), base, language).write(feed.withChanges(newest))));
    }
}
