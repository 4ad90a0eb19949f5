package org.tipstats.disseminate.data;

import io.quarkus.vertx.http.Uncompressed;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.disseminate.data.DataService.AvailableCodes;
import org.tipstats.disseminate.query.DataRequest;
import org.tipstats.disseminate.query.DataRequest.PageAddress;
import org.tipstats.disseminate.query.DataRequests;
import org.tipstats.disseminate.query.QueryBody;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.cache.AnswerCache;
import org.tipstats.platform.cache.CacheFillFilter.CacheableAnswer;
import org.tipstats.platform.http.ParameterFilter.FreeParameters;
import org.tipstats.publish.read.ProvenanceReader.Provenance;

/**
 * Serves published data: observations, their provenance, and the codes that have data. The class compresses its replies
 * itself, see {@link DataHttpReply}.
 */
@Path("/api/v1/data/{dataflow}")
@PermitAll
class DataResource {

    private final DataRequests requests;
    private final DataService data;
    private final ProvenanceService provenance;
    private final DataHttpReply answers;
    private final CurrentActor actor;

    DataResource(
            DataRequests requests,
            DataService data,
            ProvenanceService provenance,
            DataHttpReply answers,
            CurrentActor actor) {
        this.requests = requests;
        this.data = data;
        this.provenance = provenance;
        this.answers = answers;
        this.actor = actor;
    }

    @GET
    @CacheableAnswer
    @FreeParameters
    @Uncompressed
    public Response observations(
            @RestPath String dataflow,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context RoutingContext context) {
        if (uri.getQueryParameters().containsKey("asOf")) {
            AnswerCache.forbid(context); // The time of the request decides how long clients may store the reply.
        }
        DataRequest request = requests.read(dataflow, uri.getQueryParameters(), accept, languages, actor.get());
        PageAddress address = PageAddress.of(uri.getRequestUri());
        return DataHttpReply.read(request, headers, () -> data.answer(request, address));
    }

    /**
     * Answers a query in the request body. To read the next page, the client posts the same body to the URL in "next".
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @FreeParameters
    @Uncompressed
    public Response ask(
            @RestPath String dataflow,
            InputStream body,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            @Context UriInfo uri,
            @Context HttpHeaders headers)
            throws IOException {
        Map<String, List<String>> parameters =
                DataRequests.merged(uri.getQueryParameters(), QueryBody.parameters(body));
        DataRequest request = requests.read(dataflow, parameters, accept, languages, actor.get());
        PageAddress address = PageAddress.of(uri.getRequestUri());
        return DataHttpReply.uncached(data.answer(request, address), headers);
    }

    @GET
    @Path("/provenance")
    @FreeParameters
    @Uncompressed
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(Provenance.class)
    public Response provenance(
            @RestPath String dataflow,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return answers.read(provenance.explain(dataflow, uri.getQueryParameters(), languages, actor.get()), headers);
    }

    @GET
    @Path("/codes")
    @FreeParameters
    @Uncompressed
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(AvailableCodes.class)
    public Response codes(
            @RestPath String dataflow,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return answers.read(data.codes(dataflow, uri.getQueryParameters(), languages, actor.get()), headers);
    }
}
