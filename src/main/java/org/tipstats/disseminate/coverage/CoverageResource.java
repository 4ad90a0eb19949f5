package org.tipstats.disseminate.coverage;

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
import org.tipstats.publish.read.ReleaseReference;
import org.tipstats.publish.release.ReleasedRowsReply;
import org.tipstats.publish.release.ReleasedRowsReply.RowsParameters;
import org.tipstats.publish.release.ReleasedRowsReply.RowsRequest;

/** Serves the coverage board of a release: areas by year and dataflow, regions, and figures reported twice. */
@Path("/api/v1/coverage")
@PermitAll
class CoverageResource {

    private final CoverageService coverage;
    private final ReleasedRowsReply rows;

    CoverageResource(CoverageService coverage, ReleasedRowsReply rows) {
        this.coverage = coverage;
        this.rows = rows;
    }

    @GET
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CoverageReplies.AreaBoard.class)))
    public Response areas(
            @RestQuery String release,
            @RestQuery String dataflow,
            @RestQuery("REF_AREA") String area,
            @RestQuery("TIME_PERIOD") String year,
            @RestQuery String format,
            @RestQuery String limit,
            @RestQuery String cursor,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        CoverageQuery query = coverage.parse(dataflow, area, year);
        RowsRequest asked = rows.asked(new RowsParameters(release, format, limit, cursor, accept), uri, headers);
        ReleaseReference of = asked.release();
        return asked.of(
                () -> coverage.areas(of, query),
                "coverage_" + of.id(),
                some -> CoverageCsv.text(CoverageCsv.AREAS, some),
                page -> new CoverageReplies.AreaBoard(of.id(), page.items(), page.next()));
    }

    @GET
    @Path("/regions")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CoverageReplies.RegionBoard.class)))
    public Response regions(
            @RestQuery String release,
            @RestQuery String dataflow,
            @RestQuery("REF_AREA") String area,
            @RestQuery("TIME_PERIOD") String year,
            @RestQuery String format,
            @RestQuery String limit,
            @RestQuery String cursor,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        CoverageQuery query = coverage.parse(dataflow, area, year);
        RowsRequest asked = rows.asked(new RowsParameters(release, format, limit, cursor, accept), uri, headers);
        ReleaseReference of = asked.release();
        return asked.of(
                () -> coverage.regions(of, query),
                "coverage-regions_" + of.id(),
                some -> CoverageCsv.text(CoverageCsv.REGIONS, some),
                page -> new CoverageReplies.RegionBoard(of.id(), page.items(), page.next()));
    }

    @GET
    @Path("/overlaps")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CoverageReplies.OverlapList.class)))
    public Response overlaps(
            @RestQuery String release,
            @RestQuery String dataflow,
            @RestQuery("REF_AREA") String area,
            @RestQuery("TIME_PERIOD") String year,
            @RestQuery String format,
            @RestQuery String limit,
            @RestQuery String cursor,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        CoverageQuery query = coverage.parse(dataflow, area, year);
        RowsRequest asked = rows.asked(new RowsParameters(release, format, limit, cursor, accept), uri, headers);
        ReleaseReference of = asked.release();
        return asked.of(
                () -> coverage.overlaps(of, query),
                "coverage-overlaps_" + of.id(),
                some -> CoverageCsv.text(CoverageCsv.OVERLAPS, some),
                page -> new CoverageReplies.OverlapList(of.id(), page.items(), page.next()));
    }
}
