package org.tipstats.comparison;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.access.CurrentActor;
import org.tipstats.comparison.MirrorReplies.FlowList;
import org.tipstats.comparison.MirrorReplies.FlowView;
import org.tipstats.comparison.MirrorReplies.PairList;
import org.tipstats.comparison.MirrorReplies.PairView;
import org.tipstats.release.PublishedReleases;
import org.tipstats.release.ReleaseReader;
import org.tipstats.release.ReleaseReference;
import org.tipstats.web.CachedReplyResource;
import org.tipstats.web.Page;
import org.tipstats.web.PageRequest;

/** The mirror statistics of a release. */
@Path("/api/v1/mirror")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class MirrorResource {

    private final MirrorService mirror;
    private final MirrorFilters filters;
    private final PublishedReleases published;
    private final CurrentActor actor;

    MirrorResource(MirrorService mirror, MirrorFilters filters, PublishedReleases published, CurrentActor actor) {
        this.mirror = mirror;
        this.filters = filters;
        this.published = published;
        this.actor = actor;
    }

    @GET
    @Path("/pairs")
    @APIResponseSchema(PairList.class)
    public Response pairs(
            @RestQuery String release,
            @RestQuery("REF_AREA") String area,
            @RestQuery("CITIZENSHIP") String citizenship,
            @RestQuery("TIME_PERIOD") String year,
            @RestQuery String limit,
            @RestQuery String cursor,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        MirrorFilters.Wanted wanted = filters.parse(area, citizenship, year);
        ReleaseReference asked = asked(release);
        List<PairView> rows = mirror.pairs(asked).stream()
                .filter(pair -> wanted.has(pair.area(), pair.citizenship(), pair.year()))
                .map(PairView::from)
                .toList();
        return answer(
                asked,
                rows,
                PageRequest.of(limit, cursor),
                uri,
                headers,
                (items, next) -> new PairList(asked.id(), items, next));
    }

    @GET
    @Path("/flows")
    @APIResponseSchema(FlowList.class)
    public Response flows(
            @RestQuery String release,
            @RestQuery("REF_AREA") String area,
            @RestQuery("TIME_PERIOD") String year,
            @RestQuery String limit,
            @RestQuery String cursor,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        MirrorFilters.Wanted wanted = filters.parse(area, null, year);
        ReleaseReference asked = asked(release);
        List<FlowView> rows = mirror.flows(asked).stream()
                .filter(flow -> wanted.has(flow.area(), null, flow.year()))
                .map(FlowView::from)
                .toList();
        return answer(
                asked,
                rows,
                PageRequest.of(limit, cursor),
                uri,
                headers,
                (items, next) -> new FlowList(asked.id(), items, next));
    }

    private ReleaseReference asked(String release) {
        return published.asked(release, ReleaseReader.seesDrafts(actor.get()));
    }

    private static <T> Response answer(
            ReleaseReference release,
            List<T> rows,
            PageRequest request,
            UriInfo uri,
            HttpHeaders headers,
            BiFunction<List<T>, String, Object> list) {
        URI address = uri.getRequestUri();
        String content =
                String.join("|", release.id(), release.contentHash(), address.getPath(), "" + address.getRawQuery());
        return CachedReplyResource.of(headers, content, release.publishedAt(), () -> {
            Page<T> page = Page.slice(rows, request);
            String next = page.next() == null ? null : next(uri, release, page.next());
            Response.ResponseBuilder reply = Response.ok(list.apply(page.items(), next));
            return next == null ? reply : reply.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        });
    }

    /** The next page of this very release: what follows page one must not change when another is published. */
    private static String next(UriInfo uri, ReleaseReference release, String cursor) {
        URI next = uri.getRequestUriBuilder()
                .replaceQueryParam("release", release.id())
                .replaceQueryParam("cursor", cursor)
                .build();
        return next.getRawPath() + "?" + next.getRawQuery();
    }
}
