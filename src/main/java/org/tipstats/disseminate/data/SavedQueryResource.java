package org.tipstats.disseminate.data;

import io.quarkus.vertx.http.Uncompressed;
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
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.disseminate.query.DataRequest;
import org.tipstats.disseminate.query.DataRequest.PageAddress;
import org.tipstats.disseminate.query.DataRequests;
import org.tipstats.disseminate.query.QueryBody;
import org.tipstats.disseminate.query.SavedQueryService;
import org.tipstats.disseminate.query.SavedQueryService.SavedQuery;
import org.tipstats.platform.cache.CacheFillFilter.CacheableAnswer;
import org.tipstats.platform.http.CachePolicy;
import org.tipstats.platform.http.CachedReply;
import org.tipstats.platform.http.ParameterFilter.FreeParameters;

/** Saves queries under short URLs and answers saved queries. The figures that a saved query selects never change. */
@Path(SavedQueryResource.PATH)
@PermitAll
class SavedQueryResource {

    static final String PATH = "/api/v1/queries";

    private final SavedQueryService queries;
    private final DataRequests requests;
    private final DataService data;

    SavedQueryResource(SavedQueryService queries, DataRequests requests, DataService data) {
        this.queries = queries;
        this.requests = requests;
        this.data = data;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(SavedQueryView.class)
    public Response save(InputStream body) throws IOException {
        SavedQueryService.SaveResult saved = queries.save(QueryBody.parameters(body));
        URI address = URI.create(PATH + "/" + saved.query().id());
        Response.ResponseBuilder response =
                saved.isNew() ? Response.created(address) : Response.ok().location(address);
        return response.entity(SavedQueryView.of(saved.query())).build();
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(SavedQueryView.class)
    public Response get(@RestPath String id, @Context HttpHeaders headers) {
        SavedQueryView view = SavedQueryView.of(queries.find(id));
        CachedReply.CacheInfo kept = new CachedReply.CacheInfo(view.toString(), view.createdAt(), CachePolicy.FOR_EVER);
        return CachedReply.of(headers, kept, () -> Response.ok(view));
    }

    @GET
    @Path("/{id}/data")
    @CacheableAnswer
    @FreeParameters
    @Uncompressed
    public Response data(
            @RestPath String id,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        DataRequest request = requests.read(queries.find(id), uri.getQueryParameters(), accept, languages);
        URI asked = uri.getRequestUri();
        PageAddress address = new PageAddress(asked.getRawPath(), asked.getRawQuery(), true);
        return DataHttpReply.read(request, headers, () -> data.answer(request, address));
    }

    /**
     * A saved query as the API shows it.
     *
     * @param url the URL of the data that the query selects
     * @param release the id of the release from which the query is always answered
     * @param parameters the selected codes by component
     */
    record SavedQueryView(
            String id, String url, String dataflow, String release, Map<String, String> parameters, Instant createdAt) {

        static SavedQueryView of(SavedQuery query) {
            return new SavedQueryView(
                    query.id(),
                    PATH + "/" + query.id() + "/data",
                    query.dataflow(),
                    query.release(),
                    query.parameters(),
                    query.createdAt());
        }
    }
}
