package org.tipstats.export;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.access.CurrentActor;
import org.tipstats.release.PublishedReleases;
import org.tipstats.release.ReleaseReader;
import org.tipstats.release.ReleaseReference;
import org.tipstats.schema.StructureMap;
import org.tipstats.web.CachedReplyResource;
import org.tipstats.web.Page;
import org.tipstats.web.PageRequest;
import org.tipstats.web.TableForm;

/** Published figures in the structures of other organisations. */
@Path("/api/v1/exports/{export}")
@PermitAll
class ExportResource {

    private static final String CSV = "text/csv;charset=utf-8;header=present";

    private final ExportService exports;
    private final PublishedReleases published;
    private final CurrentActor actor;

    ExportResource(ExportService exports, PublishedReleases published, CurrentActor actor) {
        this.exports = exports;
        this.published = published;
        this.actor = actor;
    }

    @GET
    public Response get(
            @RestPath String export,
            @RestQuery String release,
            @RestQuery String format,
            @RestQuery String limit,
            @RestQuery String cursor,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        StructureMap map = exports.map(export);
        TableForm form = TableForm.choose(format, accept);
        PageRequest request = PageRequest.of(limit, cursor);
        ReleaseReference asked = published.asked(release, ReleaseReader.seesDrafts(actor.get()));
        String content = String.join(
                "|",
                asked.id(),
                asked.contentHash(),
                form.name(),
                "" + uri.getRequestUri().getRawQuery());
        boolean whole = form == TableForm.CSV && limit == null && cursor == null;
        return CachedReplyResource.of(headers, content, asked.publishedAt(), () -> {
            List<MappedFigure> all = exports.figures(map, asked);
            Page<MappedFigure> page = whole ? new Page<>(all, null) : Page.slice(all, request);
            String next = page.next() == null ? null : next(uri, asked, page.next());
            ExportWriter writer = new ExportWriter(map);
            Response.ResponseBuilder reply = form == TableForm.CSV
                    ? csv(writer.csv(page.items()), export + "_" + asked.id())
                    : Response.ok(writer.json(page.items(), asked, all.size(), next))
                            .type(MediaType.APPLICATION_JSON_TYPE);
            return next == null ? reply : reply.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        });
    }

    private static Response.ResponseBuilder csv(String text, String name) {
        return Response.ok(text)
                .type(MediaType.valueOf(CSV))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"");
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
