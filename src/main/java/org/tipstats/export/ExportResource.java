package org.tipstats.export;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.access.CurrentActor;
import org.tipstats.release.PublishedReleases;
import org.tipstats.release.ReleaseReader;
import org.tipstats.release.ReleaseReference;
import org.tipstats.schema.StructureMap;
import org.tipstats.web.ReleasedRowsResource;
import org.tipstats.web.TableForm;

/** Published figures in the structures of other organisations. */
@Path("/api/v1/exports/{export}")
@PermitAll
class ExportResource {

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
        ReleaseReference asked = published.asked(release, ReleaseReader.seesDrafts(actor.get()));
        ExportWriter writer = new ExportWriter(map);
        return new ReleasedRowsResource(
                        new ReleasedRowsResource.Release(asked.id(), asked.contentHash(), asked.publishedAt()),
                        form,
                        limit,
                        cursor,
                        uri,
                        headers)
                .of(
                        () -> exports.figures(map, asked),
                        export + "_" + asked.id(),
                        writer::csv,
                        figures -> writer.json(figures.items(), asked, figures.total(), figures.next()));
    }
}
