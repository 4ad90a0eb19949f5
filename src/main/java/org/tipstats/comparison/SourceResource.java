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
import org.tipstats.web.FreeParameters;
import org.tipstats.web.ReleasedRowsResource;
import org.tipstats.web.TableForm;

/** The figures of other sources beside the official ones. */
@Path("/api/v1/data/{dataflow}/sources")
@PermitAll
class SourceResource {

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
        ReleaseReference asked = published.asked(first(parameters, "release"), ReleaseReader.seesDrafts(actor.get()));
        KeySpace space = new KeySpace(flow.structure());
        return new ReleasedRowsResource(
                        new ReleasedRowsResource.Release(asked.id(), asked.contentHash(), asked.publishedAt()),
                        form,
                        first(parameters, "limit"),
                        first(parameters, "cursor"),
                        uri,
                        headers)
                .of(
                        () -> sources.cells(asked, flow, query),
                        flow.id() + "-sources-" + asked.id(),
                        cells -> new SourceTable(space).text(cells),
                        cells -> list(asked, flow, cells));
    }

    private static SourceList list(
            ReleaseReference release, Dataflow flow, ReleasedRowsResource.Rows<SourceCell> cells) {
        KeySpace space = new KeySpace(flow.structure());
        List<SourceCellView> items = cells.items().stream()
                .map(cell -> SourceCellView.from(space, cell))
                .toList();
        return new SourceList(release.id(), release.publishedAt(), flow.id(), cells.total(), items, cells.next());
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.get(name);
        return values == null ? null : values.get(0);
    }
}
