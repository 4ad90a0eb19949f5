package org.tipstats.disseminate.catalogue;

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
import org.tipstats.publish.read.ReleaseReference;
import org.tipstats.publish.release.ReleasedRowsReply;
import org.tipstats.publish.release.ReleasedRowsReply.RowsParameters;
import org.tipstats.publish.release.ReleasedRowsReply.RowsRequest;
import org.tipstats.vocabulary.schema.StructureMap;

/** Serves published figures in the structures of other organisations. */
@Path("/api/v1/exports/{export}")
@PermitAll
class ExportResource {

    private final ExportService exports;
    private final ReleasedRowsReply rows;

    ExportResource(ExportService exports, ReleasedRowsReply rows) {
        this.exports = exports;
        this.rows = rows;
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
        RowsRequest asked = rows.asked(new RowsParameters(release, format, limit, cursor, accept), uri, headers);
        ReleaseReference of = asked.release();
        ExportWriter writer = new ExportWriter(map);
        return asked.of(
                () -> exports.figures(map, of),
                export + "_" + of.id(),
                writer::csv,
                figures -> writer.json(figures.items(), of, figures.total(), figures.next()));
    }
}
