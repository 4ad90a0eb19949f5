package org.tipstats.comparison;

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
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.access.CurrentActor;
import org.tipstats.comparison.SourceReplies.SourceCellView;
import org.tipstats.comparison.SourceReplies.SourceList;
import org.tipstats.comparison.SourceService.SourceCell;
import org.tipstats.observation.KeySpace;
import org.tipstats.problem.ProblemException;
import org.tipstats.release.PublishedReleases;
import org.tipstats.release.ReleaseReader;
import org.tipstats.release.ReleaseReference;
import org.tipstats.schema.Dataflow;
import org.tipstats.schema.SchemaRegistry;
import org.tipstats.web.CachedReplyResource;
import org.tipstats.web.FreeParameters;
import org.tipstats.web.Page;
import org.tipstats.web.PageRequest;
import org.tipstats.web.TableForm;

/** The figures of other sources beside the official ones. */
@Path("/api/v1/data/{dataflow}/sources")
@PermitAll
class SourceResource {

    private static final String CSV = "text/csv;charset=utf-8;header=present";

    private final SourceService sources;
    private final PublishedReleases published;
    private final SchemaRegistry schemas;
    private final CurrentActor actor;

    SourceResource(SourceService sources, PublishedReleases published, SchemaRegistry schemas, CurrentActor actor) {
        this.sources = sources;
        this.published = published;
        this.schemas = schemas;
        this.actor = actor;
    }

    @GET
    @FreeParameters
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SourceList.class)))
    public Response sources(
            @RestPath String dataflow,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Map<String, List<String>> parameters = uri.getQueryParameters();
        Dataflow flow = schemas.dataflow(dataflow).orElseThrow(() -> ProblemException.notFound("dataflow"));
        SourceQuery query = SourceQuery.parse(schemas, flow, parameters);
        TableForm form = TableForm.choose(first(parameters, "format"), accept);
        PageRequest page = PageRequest.of(first(parameters, "limit"), first(parameters, "cursor"));
        page.offset();
        ReleaseReference release = published.asked(first(parameters, "release"), ReleaseReader.seesDrafts(actor.get()));
        boolean whole = !parameters.containsKey("limit") && !parameters.containsKey("cursor");
        URI address = uri.getRequestUri();
        String content = String.join(
                "|", release.id(), release.contentHash(), form.name(), address.getPath(), "" + address.getRawQuery());
        return CachedReplyResource.of(headers, content, release.publishedAt(), () -> {
            List<SourceCell> cells = sources.cells(release, flow, query);
            return form == TableForm.CSV
                    ? csv(release, flow, whole ? cells : Page.slice(cells, page).items())
                    : json(release, flow, cells, page, uri);
        });
    }

    private static Response.ResponseBuilder csv(ReleaseReference release, Dataflow flow, List<SourceCell> cells) {
        String name = flow.id() + "-sources-" + release.id() + ".csv";
        return Response.ok(new SourceTable(new KeySpace(flow.structure())).text(cells))
                .type(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }

    private static Response.ResponseBuilder json(
            ReleaseReference release, Dataflow flow, List<SourceCell> cells, PageRequest request, UriInfo uri) {
        KeySpace space = new KeySpace(flow.structure());
        Page<SourceCellView> page = Page.slice(cells, request).map(cell -> SourceCellView.from(space, cell));
        String next = page.next() == null ? null : next(uri, release, page.next());
        Response.ResponseBuilder reply = Response.ok(new SourceList(
                        release.id(), release.publishedAt(), flow.id(), cells.size(), page.items(), next))
                .type(MediaType.APPLICATION_JSON);
        return next == null ? reply : reply.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
    }

    /** The next page of this very release: what follows page one must not change when another is published. */
    private static String next(UriInfo uri, ReleaseReference release, String cursor) {
        URI next = uri.getRequestUriBuilder()
                .replaceQueryParam("release", release.id())
                .replaceQueryParam("cursor", cursor)
                .build();
        return next.getRawPath() + "?" + next.getRawQuery();
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.get(name);
        return values == null ? null : values.get(0);
    }
}
