package org.tipstats.disseminate.series;

import io.quarkus.vertx.http.Uncompressed;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.disseminate.data.DataHttpReply;
import org.tipstats.disseminate.series.SeriesService.SeriesMessage;
import org.tipstats.platform.http.ParameterFilter.FreeParameters;

/** Serves published figures as series, with the years between which they are not comparable. */
@Path("/api/v1/series/{dataflow}")
@PermitAll
class SeriesResource {

    private final SeriesService series;
    private final DataHttpReply answers;

    SeriesResource(SeriesService series, DataHttpReply answers) {
        this.series = series;
        this.answers = answers;
    }

    @GET
    @FreeParameters
    @Uncompressed
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(SeriesMessage.class)
    public Response series(@RestPath String dataflow, @Context UriInfo uri, @Context HttpHeaders headers) {
        return answers.read(series.answer(dataflow, uri.getQueryParameters()), headers);
    }
}
