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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.disseminate.data.DataHttpReply;
import org.tipstats.disseminate.data.DataHttpReply.TaggedReply;
import org.tipstats.disseminate.query.DataRequests;
import org.tipstats.disseminate.series.SeriesService.SeriesMessage;
import org.tipstats.platform.http.ParameterFilter.FreeParameters;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;

/** Serves published figures as series, with the breaks that charts show. */
@Path("/api/v1/series/{dataflow}")
@PermitAll
class SeriesResource {

    private final SeriesService series;
    private final DataRequests requests;
    private final DataHttpReply answers;

    SeriesResource(SeriesService series, DataRequests requests, DataHttpReply answers) {
        this.series = series;
        this.requests = requests;
        this.answers = answers;
    }

    @GET
    @FreeParameters
    @Uncompressed
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(SeriesMessage.class)
    public Response series(@RestPath String dataflow, @Context UriInfo uri, @Context HttpHeaders headers) {
        Map<String, List<String>> parameters = uri.getQueryParameters();
        ReleaseReference release = requests.release(parameters, Optional.empty());
        Map<String, List<String>> query = new LinkedHashMap<>(parameters);
        query.remove("asOf");
        query.put("release", List.of(release.id()));
        SeriesMessage message = series.answer(dataflow, query);
        return answers.read(TaggedReply.of(message, release, requests.cachePolicy(release, parameters)), headers);
    }
}
