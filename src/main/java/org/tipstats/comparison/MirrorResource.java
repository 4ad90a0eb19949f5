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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.access.CurrentActor;
import org.tipstats.comparison.MirrorReplies.FlowList;
import org.tipstats.comparison.MirrorReplies.FlowView;
import org.tipstats.comparison.MirrorReplies.PairList;
import org.tipstats.comparison.MirrorReplies.PairView;
import org.tipstats.release.PublishedReleases;
import org.tipstats.release.ReleaseReader;
import org.tipstats.release.ReleaseReference;
import org.tipstats.web.ReleasedRowsResource;
import org.tipstats.web.TableForm;

/** The mirror statistics of a release. */
@Path("/api/v1/mirror")
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
        MirrorFilters.Wanted wanted = filters.parse(area, citizenship, year);
        TableForm form = TableForm.choose(format, accept);
        ReleaseReference asked = asked(release);
        return reply(asked, form, limit, cursor, uri, headers)
                .of(
                        () -> mirror.pairs(asked).stream()
                                .filter(pair -> wanted.has(pair.area(), pair.citizenship(), pair.year()))
                                .map(PairView::from)
                                .toList(),
                        "mirror-pairs_" + asked.id(),
                        rows -> MirrorTables.text(MirrorTables.PAIRS, rows),
                        rows -> new PairList(asked.id(), rows.items(), rows.next()));
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
        MirrorFilters.Wanted wanted = filters.parse(area, null, year);
        TableForm form = TableForm.choose(format, accept);
        ReleaseReference asked = asked(release);
        return reply(asked, form, limit, cursor, uri, headers)
                .of(
                        () -> mirror.flows(asked).stream()
                                .filter(flow -> wanted.has(flow.area(), null, flow.year()))
                                .map(FlowView::from)
                                .toList(),
                        "mirror-flows_" + asked.id(),
                        rows -> MirrorTables.text(MirrorTables.FLOWS, rows),
                        rows -> new FlowList(asked.id(), rows.items(), rows.next()));
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
