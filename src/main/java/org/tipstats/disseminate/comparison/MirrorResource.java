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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.disseminate.comparison.MirrorReplies.FlowList;
import org.tipstats.disseminate.comparison.MirrorReplies.FlowView;
import org.tipstats.disseminate.comparison.MirrorReplies.PairList;
import org.tipstats.disseminate.comparison.MirrorReplies.PairView;
import org.tipstats.publish.read.ReleaseReference;
import org.tipstats.publish.release.ReleasedRowsReply;
import org.tipstats.publish.release.ReleasedRowsReply.RowsParameters;
import org.tipstats.publish.release.ReleasedRowsReply.RowsRequest;

/** Serves the mirror statistics of a release. */
@Path("/api/v1/mirror")
@PermitAll
class MirrorResource {

    private final MirrorService mirror;
    private final MirrorQueryParser filters;
    private final ReleasedRowsReply rows;

    MirrorResource(MirrorService mirror, MirrorQueryParser filters, ReleasedRowsReply rows) {
        this.mirror = mirror;
        this.filters = filters;
        this.rows = rows;
    }

    @GET
    @Path("/pairs")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PairList.class)))
    public Response pairs(
            @RestQuery String release,
            @RestQuery("REF_AREA") String area,
            @RestQuery("CITIZENSHIP") String citizenship,
            @RestQuery("TIME_PERIOD") String year,
            @RestQuery String format,
            @RestQuery String limit,
            @RestQuery String cursor,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        MirrorQueryParser.MirrorQuery wanted = filters.parse(area, citizenship, year);
        RowsRequest asked = rows.asked(new RowsParameters(release, format, limit, cursor, accept), uri, headers);
        ReleaseReference of = asked.release();
        return asked.of(
                () -> mirror.pairs(of).stream()
                        .filter(pair -> wanted.has(pair.area(), pair.citizenship(), pair.year()))
                        .map(PairView::from)
                        .toList(),
                "mirror-pairs_" + of.id(),
                some -> MirrorCsv.text(MirrorCsv.PAIRS, some),
                page -> new PairList(of.id(), page.items(), page.next()));
    }

    @GET
    @Path("/flows")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FlowList.class)))
    public Response flows(
            @RestQuery String release,
            @RestQuery("REF_AREA") String area,
            @RestQuery("TIME_PERIOD") String year,
            @RestQuery String format,
            @RestQuery String limit,
            @RestQuery String cursor,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        MirrorQueryParser.MirrorQuery wanted = filters.parse(area, null, year);
        RowsRequest asked = rows.asked(new RowsParameters(release, format, limit, cursor, accept), uri, headers);
        ReleaseReference of = asked.release();
        return asked.of(
                () -> mirror.flows(of).stream()
                        .filter(flow -> wanted.has(flow.area(), null, flow.year()))
                        .map(FlowView::from)
                        .toList(),
                "mirror-flows_" + of.id(),
                some -> MirrorCsv.text(MirrorCsv.FLOWS, some),
                page -> new FlowList(of.id(), page.items(), page.next()));
    }
}
