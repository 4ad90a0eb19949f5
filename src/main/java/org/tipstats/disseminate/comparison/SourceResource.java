package org.tipstats.disseminate.comparison;

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
import org.tipstats.disseminate.comparison.SourceReplies.SourceCellView;
import org.tipstats.disseminate.comparison.SourceReplies.SourceList;
import org.tipstats.disseminate.comparison.SourceService.SourceCell;
import org.tipstats.platform.http.FreeParameters;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.read.ReleaseReference;
import org.tipstats.publish.release.ReleasedRowsReply;
import org.tipstats.publish.release.ReleasedRowsReply.RowsParameters;
import org.tipstats.publish.release.ReleasedRowsReply.RowsRequest;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Serves the figures of other sources next to the official ones. */
@Path("/api/v1/data/{dataflow}/sources")
@PermitAll
class SourceResource {

    private final SourceService sources;
    private final SchemaRegistry schemas;
    private final ReleasedRowsReply rows;

    SourceResource(SourceService sources, SchemaRegistry schemas, ReleasedRowsReply rows) {
        this.sources = sources;
        this.schemas = schemas;
        this.rows = rows;
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
        RowsParameters wish = new RowsParameters(
                first(parameters, "release"),
                first(parameters, "format"),
                first(parameters, "limit"),
                first(parameters, "cursor"),
                accept);
        RowsRequest asked = rows.asked(wish, uri, headers);
        ReleaseReference of = asked.release();
        KeySpace space = new KeySpace(flow.structure());
        return asked.of(
                () -> sources.cells(of, flow, query),
                flow.id() + "-sources-" + of.id(),
                cells -> new SourceCsv(space).text(cells),
                cells -> list(of, flow, cells));
    }

    private static SourceList list(ReleaseReference release, Dataflow flow, ReleasedRowsReply.Rows<SourceCell> cells) {
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
