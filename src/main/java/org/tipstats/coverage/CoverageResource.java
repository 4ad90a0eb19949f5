package org.tipstats.coverage;

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
import org.tipstats.access.CurrentActor;
import org.tipstats.release.PublishedReleases;
import org.tipstats.release.ReleaseReader;
import org.tipstats.release.ReleaseReference;
import org.tipstats.web.ReleasedRowsResource;
import org.tipstats.web.TableForm;

/** The coverage board of a release: area by year by dataflow, regions, and figures reported twice. */
@Path("/api/v1/coverage")
@PermitAll
class CoverageResource {

    private final CoverageService coverage;
    private final PublishedReleases published;
    private final CurrentActor actor;

    CoverageResource(CoverageService coverage, PublishedReleases published, CurrentActor actor) {
        this.coverage = coverage;
        this.published = published;
        this.actor = actor;
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
        TableForm form = TableForm.choose(format, accept);
        ReleaseReference asked = asked(release);
        return reply(asked, form, limit, cursor, uri, headers)
                .of(
                        () -> coverage.areas(asked, query),
                        "coverage_" + asked.id(),
                        rows -> CoverageTables.text(CoverageTables.AREAS, rows),
                        rows -> new CoverageReplies.AreaBoard(asked.id(), rows.items(), rows.next()));
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
        TableForm form = TableForm.choose(format, accept);
        ReleaseReference asked = asked(release);
        return reply(asked, form, limit, cursor, uri, headers)
                .of(
                        () -> coverage.regions(asked, query),
                        "coverage-regions_" + asked.id(),
                        rows -> CoverageTables.text(CoverageTables.REGIONS, rows),
                        rows -> new CoverageReplies.RegionBoard(asked.id(), rows.items(), rows.next()));
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
        TableForm form = TableForm.choose(format, accept);
        ReleaseReference asked = asked(release);
        return reply(asked, form, limit, cursor, uri, headers)
                .of(
                        () -> coverage.overlaps(asked, query),
                        "coverage-overlaps_" + asked.id(),
                        rows -> CoverageTables.text(CoverageTables.OVERLAPS, rows),
                        rows -> new CoverageReplies.OverlapList(asked.id(), rows.items(), rows.next()));
    }

    private ReleaseReference asked(String release) {
        return published.asked(release, ReleaseReader.seesDrafts(actor.get()));
    }

    private static ReleasedRowsResource reply(
            ReleaseReference of, TableForm form, String limit, String cursor, UriInfo uri, HttpHeaders headers) {
        return new ReleasedRowsResource(
                new ReleasedRowsResource.Release(of.id(), of.contentHash(), of.publishedAt()),
                form,
                limit,
                cursor,
                uri,
                headers);
    }
}
