package org.tipstats.disseminate.catalogue;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.platform.http.CachedReply;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.publish.citation.CatalogueConfig;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.release.ReleaseReader;
import org.tipstats.publish.release.ReleaseView;
import org.tipstats.publish.release.ReleasedRowsReply;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Serves the catalogue of published releases for machines. */
@Path("/api/v1/catalogue.jsonld")
@PermitAll
class CatalogueResource {

    private static final String JSON_LD = "application/ld+json";

    private final SchemaRegistry schemas;
    private final ReleaseReader releases;
    private final PublishedReleases published;
    private final CatalogueConfig config;
    private final String texts;

    CatalogueResource(
            SchemaRegistry schemas, ReleaseReader releases, PublishedReleases published, CatalogueConfig config) {
        this.schemas = schemas;
        this.releases = releases;
        this.published = published;
        this.config = config;
        this.texts = CatalogueDocument.schemaTag(schemas);
    }

    @GET
    @Produces(JSON_LD)
    public Response get(
            @RestQuery String limit, @RestQuery String cursor, @Context UriInfo uri, @Context HttpHeaders headers) {
        PageRequest request = PageRequest.of(limit, cursor);
        List<ReleaseView> all = releases.published();
        Page<ReleaseView> page = Page.slice(all, request);
        String base = config.base(uri.getBaseUri());
        Instant changed = all.isEmpty() ? null : all.get(0).publishedAt();
        String content = texts + "|" + config.publisher() + "|" + base + "|"
                + uri.getRequestUri().getRawQuery() + "|"
                + all.stream()
                        .map(release -> release.id() + ":" + release.contentHash())
                        .toList();
        return CachedReply.of(
                headers, CachedReply.CacheInfo.now(content, changed), () -> whole(all, page, request, base, uri));
    }

    private Response.ResponseBuilder whole(
            List<ReleaseView> all, Page<ReleaseView> page, PageRequest request, String base, UriInfo uri) {
        int after = request.offset() + page.items().size();
        ReleaseView before = after < all.size() ? all.get(after) : null;
        Object document = new CatalogueDocument(schemas, config.publisher(), base)
                .of(page.items(), before, published.datasets(), published.dataflowsWithOtherSources());
        Response.ResponseBuilder whole = Response.ok(document);
        if (page.next() == null) {
            return whole;
        }
        URI next = uri.getRequestUriBuilder()
                .replaceQueryParam("cursor", page.next())
                .build();
        return ReleasedRowsReply.linked(whole, next.getRawPath() + "?" + next.getRawQuery());
    }
}
